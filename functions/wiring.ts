/** Picks the world: each function's ports on AWS. The only file that names a world; each function takes what it uses. */
import type { SQSClient } from '@aws-sdk/client-sqs';
import { armingPorts } from '../shared/aws/arming-ports.ts';
import { bridgeBus } from '../shared/aws/bridge-bus.ts';
import {
  dynamoClient,
  eventBridgeClient,
  schedulerClient,
  secretsClient,
  sesAccountClient,
  sesClient,
  sqsClient,
} from '../shared/aws/clients.ts';
import { customerPorts } from '../shared/aws/customer-ports.ts';
import { dynamoAddresses } from '../shared/aws/dynamo-addresses.ts';
import { dynamoAudit } from '../shared/aws/dynamo-audit.ts';
import { dynamoContexts } from '../shared/aws/dynamo-contexts.ts';
import { dynamoControl } from '../shared/aws/dynamo-control.ts';
import { dynamoCustomers } from '../shared/aws/dynamo-customers.ts';
import { dynamoEverybody } from '../shared/aws/dynamo-everybody.ts';
import { dynamoGone } from '../shared/aws/dynamo-gone.ts';
import { dynamoOrderOwners } from '../shared/aws/dynamo-order-owners.ts';
import { dynamoProbes } from '../shared/aws/dynamo-probes.ts';
import { dynamoProducts } from '../shared/aws/dynamo-products.ts';
import { dynamoReputation } from '../shared/aws/dynamo-reputation.ts';
import { dynamoSweep } from '../shared/aws/dynamo-sweep.ts';
import { readTogether } from '../shared/aws/dynamo-together.ts';
import { dynamoTouchpoints } from '../shared/aws/dynamo-touchpoints.ts';
import { fileTemplates } from '../shared/aws/file-templates.ts';
import { secretsKeys } from '../shared/aws/secrets-keys.ts';
import { sesAccount } from '../shared/aws/ses-account.ts';
import { sesMailer } from '../shared/aws/ses-mailer.ts';
import { copiesOf, sqsInbox } from '../shared/aws/sqs-inbox.ts';
import { sqsIntake } from '../shared/aws/sqs-intake.ts';
import { sqsLanes } from '../shared/aws/sqs-lanes.ts';
import { systemClock } from '../shared/aws/system-clock.ts';
import { tokenPacer } from '../shared/aws/token-pacer.ts';
import { catalogue, scenarios, segments } from '../shared/library.ts';
import type { World } from '../shared/ports/world.ts';
import { deployedBook } from '../shared/service/saving/deployed-book.ts';
import { engineOf } from '../shared/service/saving/engine.ts';
import { touchpointsOfKnown } from '../shared/service/sending/touchpoints-of-known.ts';
import { environmentReader } from '../shared/settings/environment.ts';
import { parseSettingsText } from '../shared/settings/settings.ts';
import type { Host } from './host.ts';
import { telemetryOf } from './telemetry.ts';

/** What every function stands on. */
function ground({ clock, environment }: Host) {
  const read = environmentReader(environment);
  const settings = parseSettingsText(read('TSUNAGU_SETTINGS'));
  const isSilent = environment.POWERTOOLS_METRICS_DISABLED === 'true';
  const telemetry = telemetryOf(`tsunagu-${settings.store}-${settings.stage}`, isSilent);
  const dynamo = { client: dynamoClient(), table: read('TABLE_NAME'), store: settings.store, clock };
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

const laneUrlsOf = ({ read }: Ground) => ({
  transactional: read('TRANSACTIONAL_LANE_URL'),
  marketing: read('MARKETING_LANE_URL'),
});

const intakeOf = ({ read }: Ground, client: SQSClient) =>
  sqsIntake({ client, queueUrl: read('INTAKE_QUEUE_URL') });
const busOf = ({ read }: Ground) => bridgeBus({ client: eventBridgeClient(), busName: read('BUS_NAME') });

const inboxOf = ({ environment }: Ground, client: SQSClient) =>
  sqsInbox({ client, endpoint: environment.AWS_ENDPOINT_URL_SQS ?? environment.AWS_ENDPOINT_URL });

/** Kept in machine time: a secret does not grow old by pushing a virtual clock. */
const keysOf = ({ read }: Ground) =>
  secretsKeys({ client: secretsClient(), secretId: read('SECRET_ID'), clock: systemClock });

function timersAndLanes(base: Ground) {
  const { clock, read } = base;
  const sqs = sqsClient();
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

const touchpointsOf = ({ dynamo, settings }: Ground) =>
  dynamoTouchpoints({ ...dynamo, touchpointDays: settings.touchpointDays });

const engineFor = <Ports extends Partial<World>>({ settings }: Ground, world: Ports) =>
  engineOf(world, deployedBook({ scenarios, catalogue, segments }, settings), settings);

/** What a customer's events are taken in by: her record, and all that lies beside it. */
const takingIn = (base: Ground) => ({
  ...base,
  keys: keysOf(base),
  ...customerPorts(base.dynamo, base.settings.touchpointDays),
  bus: busOf(base),
});

export function ingestWiring(host: Host) {
  const base = ground(host);
  const { inbox, ...ports } = timersAndLanes(base);
  const orderOwners = dynamoOrderOwners({ ...base.dynamo, keptDays: base.settings.touchpointDays });
  const world = {
    ...takingIn(base),
    ...ports,
    orderOwners,
    audit: dynamoAudit(base.dynamo),
    products: dynamoProducts(base.dynamo),
    everybody: dynamoEverybody(base.dynamo),
    intake: intakeOf(base, sqsClient()),
  };
  return { ...base, inbox, copiesOf, orderOwners, engine: engineFor(base, world) };
}

export function senderWiring(host: Host) {
  const base = ground(host);
  const { inbox, ...ports } = timersAndLanes(base);
  const { settings, clock, read } = base;
  const together = { ...base.dynamo, read: readTogether(base.dynamo) };
  const world = {
    ...base,
    keys: keysOf(base),
    ...ports,
    customers: dynamoCustomers(together),
    contexts: dynamoContexts(base.dynamo),
    addresses: dynamoAddresses(base.dynamo),
    control: dynamoControl(together),
    probes: dynamoProbes(base.dynamo),
    bus: busOf(base),
    products: dynamoProducts(base.dynamo),
    touchpoints: touchpointsOf(base),
    mailer: sesMailer({
      client: sesClient(),
      from: { name: settings.senderName, address: settings.sender },
      replyTo: settings.replyTo,
      configurationSets: {
        transactional: read('TRANSACTIONAL_CONFIGURATION_SET'),
        marketing: read('MARKETING_CONFIGURATION_SET'),
      },
      log: base.log,
    }),
    pacer: tokenPacer({
      clock,
      rate: settings.sendRate,
      shares: settings.laneShares,
      concurrency: settings.laneConcurrency,
    }),
    templates: fileTemplates({ directory: read('TEMPLATES_DIR'), fallback: settings.locale }),
  };
  return { ...base, inbox, engine: engineFor(base, world), linkBaseUrl: read('LINK_BASE_URL') };
}

export function feedbackWiring(host: Host) {
  const base = ground(host);
  const client = sqsClient();
  const keys = keysOf(base);
  const world = {
    ...base,
    keys,
    addresses: dynamoAddresses(base.dynamo),
    reputation: dynamoReputation(base.dynamo),
    intake: intakeOf(base, client),
    touchpoints: touchpointsOfKnown(touchpointsOf(base), { gone: dynamoGone(base.dynamo), keys }),
  };
  return { ...base, inbox: inboxOf(base, client), engine: engineFor(base, world) };
}

export function pagesWiring(host: Host) {
  const base = ground(host);
  return { ...base, engine: engineFor(base, { ...takingIn(base), ...timersAndLanes(base) }) };
}

export function reconcileWiring(host: Host) {
  const base = ground(host);
  const queues = sqsClient();
  const world = {
    ...base,
    lanes: sqsLanes({ client: queues, laneUrls: laneUrlsOf(base) }),
    intake: intakeOf(base, queues),
    control: dynamoControl(base.dynamo),
    reputation: dynamoReputation(base.dynamo),
    account: sesAccount({ client: sesAccountClient() }),
    customers: dynamoCustomers(base.dynamo),
    sweep: dynamoSweep({ ...base.dynamo, index: base.read('SWEEP_INDEX') }),
  };
  return { ...base, engine: engineFor(base, world) };
}
