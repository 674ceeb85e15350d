/** What the functions' ports on AWS stand on. Here and beside it a world is named; each function takes what it uses. */
import type { SQSClient } from '@aws-sdk/client-sqs';
import { armingPorts } from '../../shared/aws/arming-ports.ts';
import { bridgeBus } from '../../shared/aws/bridge-bus.ts';
import { dynamoClient, schedulerClient, secretsClient } from '../../shared/aws/clients.ts';
import { customerPorts } from '../../shared/aws/customer-ports.ts';
import { dynamoTouchpoints } from '../../shared/aws/dynamo-touchpoints.ts';
import { eventBridgeClient } from '../../shared/aws/event-bridge-client.ts';
import { secretsKeys } from '../../shared/aws/secrets-keys.ts';
import { sqsInbox } from '../../shared/aws/sqs-inbox.ts';
import { sqsIntake } from '../../shared/aws/sqs-intake.ts';
import { systemClock } from '../../shared/aws/system-clock.ts';
import { whenAsked } from '../../shared/aws/when-asked.ts';
import type { World } from '../../shared/ports/world.ts';
import { engineOf } from '../../shared/service/saving/engine.ts';
import { environmentReader } from '../../shared/settings/environment.ts';
import { handedSettings } from '../../shared/settings/handed-settings.ts';
import type { Host } from '../host.ts';
import { telemetryOf } from '../telemetry.ts';
import { bookFor } from './book.ts';

/** What every function stands on. */
export function ground({ clock, environment }: Host) {
  const read = environmentReader(environment);
  const settings = handedSettings(read('TSUNAGU_SETTINGS'));
  const isQuiet = environment.TSUNAGU_QUIET === 'true';
  const telemetry = telemetryOf(`tsunagu-${settings.store}-${settings.stage}`, systemClock, isQuiet);
  const tables = { records: read('RECORDS_TABLE'), beside: read('BESIDE_TABLE') };
  const dynamo = { client: dynamoClient(), tables, store: settings.store, clock };
  return {
    environment,
    read,
    settings,
    clock,
    telemetry,
    dynamo,
    log: telemetry.log,
    metrics: telemetry.metrics,
  };
}

type Ground = ReturnType<typeof ground>;

export const laneUrlsOf = ({ read }: Ground) => ({
  transactional: read('TRANSACTIONAL_LANE_URL'),
  marketing: read('MARKETING_LANE_URL'),
});

export const intakeOf = ({ read }: Ground, client: SQSClient) =>
  sqsIntake({ client, queueUrl: read('INTAKE_QUEUE_URL') });
export function busOf({ read }: Ground) {
  const busName = read('BUS_NAME');
  return whenAsked(() => bridgeBus({ client: eventBridgeClient(), busName }));
}

export const inboxOf = ({ environment }: Ground, client: SQSClient) =>
  sqsInbox({ client, endpoint: environment.AWS_ENDPOINT_URL_SQS ?? environment.AWS_ENDPOINT_URL });

/** Kept in machine time: a secret does not grow old by pushing a virtual clock. */
export const keysOf = ({ read }: Ground) =>
  secretsKeys({ client: secretsClient(), secretId: read('SECRET_ID'), clock: systemClock });

export function timersAndLanes(base: Ground, sqs: SQSClient) {
  const { clock, read } = base;
  return {
    inbox: inboxOf(base, sqs),
    ...armingPorts({
      sqs,
      scheduler: schedulerClient(),
      clock,
      laneUrls: laneUrlsOf(base),
      laneArns: { transactional: read('TRANSACTIONAL_LANE_ARN'), marketing: read('MARKETING_LANE_ARN') },
      group: read('SCHEDULE_GROUP'),
      roleArn: read('SCHEDULER_ROLE_ARN'),
      deadLettersArn: read('TIMER_DEAD_LETTERS_ARN'),
    }),
  };
}

export const touchpointsOf = ({ dynamo, settings }: Ground, manyAsOf: 'now' | 'lately' = 'now') =>
  dynamoTouchpoints({ ...dynamo, touchpointDays: settings.touchpointDays, manyAsOf });

export const engineFor = <Ports extends Partial<World>>({ settings }: Ground, world: Ports) =>
  engineOf(world, bookFor(settings), settings);

/** What a customer's events are taken in by: her record, and all that lies beside it. */
export const takingIn = (base: Ground) => ({
  ...base,
  keys: keysOf(base),
  ...customerPorts(base.dynamo, base.settings.touchpointDays),
  bus: busOf(base),
});
