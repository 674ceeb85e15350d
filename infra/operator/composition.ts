/** Opens a deployment for a command, and puts together the ports and the engine that it takes: nobody else here does. */
import type { SQSClient } from '@aws-sdk/client-sqs';
import { armingPorts } from '../../shared/aws/arming-ports.ts';
import { bridgeBus } from '../../shared/aws/bridge-bus.ts';
import { customerPorts } from '../../shared/aws/customer-ports.ts';
import { dynamoAudit } from '../../shared/aws/dynamo-audit.ts';
import { dynamoCampaigns } from '../../shared/aws/dynamo-campaigns.ts';
import { dynamoControl } from '../../shared/aws/dynamo-control.ts';
import { dynamoEverybody } from '../../shared/aws/dynamo-everybody.ts';
import { dynamoOrderOwners } from '../../shared/aws/dynamo-order-owners.ts';
import { dynamoRounds } from '../../shared/aws/dynamo-rounds.ts';
import { dynamoSweep } from '../../shared/aws/dynamo-sweep.ts';
import { secretsKeys } from '../../shared/aws/secrets-keys.ts';
import { sqsIntake } from '../../shared/aws/sqs-intake.ts';
import { systemClock } from '../../shared/aws/system-clock.ts';
import type { ScenarioBook } from '../../shared/core/language/scenario-book.ts';
import * as library from '../../shared/library.ts';
import type { Intake } from '../../shared/ports/intake.ts';
import type { Metrics } from '../../shared/ports/telemetry.ts';
import type { World } from '../../shared/ports/world.ts';
import { deployedBook } from '../../shared/service/saving/deployed-book.ts';
import { type Engine, engineOf } from '../../shared/service/saving/engine.ts';
import { type AskedClock, askedClock } from './target/cli-clock.ts';
import { closeClients } from './target/clients.ts';
import { lanesOf } from './target/lanes.ts';
import { queueUrlOf } from './target/queue-counts.ts';
import { tablesOf } from './target/tables.ts';
import { openTarget, type Target, type TargetOptions } from './target/target.ts';

/** A deployment, with the ports that a command names. */
export interface DeploymentWith<Ports extends keyof World = never> extends Target {
  readonly ports: Pick<World, Ports>;
}

/** An engine at the deployment's own time, which a long run asks for again. */
export interface AskedEngine<Ports extends keyof World> extends Engine<Ports> {
  readonly world: Pick<World, Ports> & { readonly clock: AskedClock };
}

/** The adapters only ask their clock how old what they keep is, and a command lives for seconds. */
function portsOf(target: Target) {
  const { clients, names, settings } = target;
  const tables = { ...tablesOf(target), clock: systemClock };
  return {
    ...customerPorts(tables, settings.touchpointDays),
    audit: dynamoAudit(tables),
    campaigns: dynamoCampaigns(tables),
    control: dynamoControl(tables),
    everybody: dynamoEverybody(tables),
    orderOwners: dynamoOrderOwners({ ...tables, keptDays: settings.touchpointDays }),
    rounds: dynamoRounds(tables),
    sweep: dynamoSweep({ ...tables, index: names.sweepIndex }),
    keys: secretsKeys({ client: clients.secrets, secretId: names.secret, clock: systemClock }),
    bus: bridgeBus({ client: clients.events, busName: names.bus }),
    intake: intakeOf(clients.sqs, names.queue('intake')),
  };
}

/** The queue is looked up when something is put into it. */
const intakeOf = (client: SQSClient, queue: string): Intake => ({
  put: async (messages) => sqsIntake({ client, queueUrl: await queueUrlOf(client, queue) }).put(messages),
});

const silent = { did() {}, info() {}, warn() {}, error() {} };
const uncounted: Metrics = { count() {} };

/** Everything a command may be handed; each names what it takes of it. */
function opened(target: Target) {
  const ports = portsOf(target);
  const book = (): ScenarioBook => deployedBook(library, target.settings);
  return {
    ...target,
    ports,
    book,
    /** What functions do, done in their stead. @throws `OperatorRefusal` where there is no such deployment */
    async engine(metrics = uncounted) {
      const { clients, names, settings } = target;
      const clock = await askedClock(target.clock);
      const reached = { ...(await lanesOf(target)), group: names.scheduleGroup };
      const arming = armingPorts({ sqs: clients.sqs, scheduler: clients.scheduler, clock, ...reached });
      return engineOf({ ...ports, ...arming, clock, log: silent, metrics }, book(), settings);
    },
  };
}

export type OpenDeployment = ReturnType<typeof opened>;

/** Opens the deployment, and closes its clients when `does` is done. Throws `WrongUsage` or `InvalidSettings`. */
export async function atDeployment<Result>(
  options: TargetOptions,
  does: (deployment: OpenDeployment) => Result | Promise<Result>,
): Promise<Result> {
  const target = openTarget(options);
  try {
    return await does(opened(target));
  } finally {
    closeClients(target.clients);
  }
}
