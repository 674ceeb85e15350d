/** Picks the world: each function's ports on AWS. The only file that names a world; each function takes what it uses. */
import type { SQSClient } from '@aws-sdk/client-sqs';
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
import { dynamoAddresses } from '../shared/aws/dynamo-addresses.ts';
import { dynamoAudit } from '../shared/aws/dynamo-audit.ts';
import { dynamoBeside } from '../shared/aws/dynamo-beside.ts';
import { dynamoContexts } from '../shared/aws/dynamo-contexts.ts';
import { dynamoControl } from '../shared/aws/dynamo-control.ts';
import { dynamoCustomers } from '../shared/aws/dynamo-customers.ts';
import { dynamoEverybody } from '../shared/aws/dynamo-everybody.ts';
import { dynamoEvidence } from '../shared/aws/dynamo-evidence.ts';
import { dynamoGone } from '../shared/aws/dynamo-gone.ts';
import { dynamoOrderOwners } from '../shared/aws/dynamo-order-owners.ts';
import { dynamoProbes } from '../shared/aws/dynamo-probes.ts';
import { dynamoProducts } from '../shared/aws/dynamo-products.ts';
import { dynamoReputation } from '../shared/aws/dynamo-reputation.ts';
import { dynamoSweep } from '../shared/aws/dynamo-sweep.ts';
import { readTogether } from '../shared/aws/dynamo-together.ts';
import { dynamoTouchpoints } from '../shared/aws/dynamo-touchpoints.ts';
import { fileTemplates } from '../shared/aws/file-templates.ts';
import { schedulerTimers } from '../shared/aws/scheduler-timers.ts';
import { secretsKeys } from '../shared/aws/secrets-keys.ts';
import { sesAccount } from '../shared/aws/ses-account.ts';
import { sesMailer } from '../shared/aws/ses-mailer.ts';
import { copiesOf, sqsInbox } from '../shared/aws/sqs-inbox.ts';
import { sqsIntake } from '../shared/aws/sqs-intake.ts';
import { sqsLanes } from '../shared/aws/sqs-lanes.ts';
import { systemClock } from '../shared/aws/system-clock.ts';
import { tokenPacer } from '../shared/aws/token-pacer.ts';
import type { Clock } from '../shared/ports/clock.ts';
import { engineOf } from '../shared/service/saving/engine.ts';
import { touchpointsOfKnown } from '../shared/service/sending/touchpoints-of-known.ts';
import { environmentReader } from '../shared/settings/environment.ts';
import { parseSettingsText } from '../shared/settings/settings.ts';
import { deployedBook } from './deployed-book.ts';
import { telemetryOf } from './telemetry.ts';

const read = environmentReader(process.env);

/** The embedded cloud hosts the functions in virtual time: it puts its clock here before it loads them. */
const clockOfHost = (globalThis as { [key: symbol]: Clock | undefined })[Symbol.for('tsunagu.clock')];

/** What every function stands on. */
export function ground() {
  const settings = parseSettingsText(read('TSUNAGU_SETTINGS'));
  const clock = clockOfHost ?? systemClock;
  const telemetry = telemetryOf(`tsunagu-${settings.store}-${settings.stage}`);
  const dynamo = { client: dynamoClient(), table: read('TABLE_NAME'), store: settings.store, clock };
  return { settings, clock, told: telemetry, dynamo, log: telemetry.log, metrics: telemetry.metrics };
}

type Ground = ReturnType<typeof ground>;

const lanes = (client: SQSClient) =>
  sqsLanes({
    client,
    laneUrls: { transactional: read('TRANSACTIONAL_LANE_URL'), marketing: read('MARKETING_LANE_URL') },
  });

const intake = (client: SQSClient) => sqsIntake({ client, queueUrl: read('INTAKE_QUEUE_URL') });
const bus = () => bridgeBus({ client: eventBridgeClient(), busName: read('BUS_NAME') });

/** Kept in machine time: a secret does not grow old by pushing a virtual clock. */
const keysOf = () =>
  secretsKeys({ client: secretsClient(), secretId: read('SECRET_ID'), clock: systemClock });

function timersAndLanes({ clock }: Ground) {
  const client = sqsClient();
  return {
    inbox: sqsInbox({ client }),
    lanes: lanes(client),
    timers: schedulerTimers({
      client: schedulerClient(),
      clock,
      group: read('SCHEDULE_GROUP'),
      roleArn: read('SCHEDULER_ROLE_ARN'),
      laneArns: { transactional: read('TRANSACTIONAL_LANE_ARN'), marketing: read('MARKETING_LANE_ARN') },
      deadLettersArn: read('TIMER_DEAD_LETTERS_ARN'),
    }),
  };
}

const touchpointsOf = ({ dynamo, settings }: Ground) =>
  dynamoTouchpoints({ ...dynamo, touchpointDays: settings.touchpointDays });

const engineFor = <Ports extends object>({ settings }: Ground, world: Ports) =>
  engineOf(world, deployedBook(settings), settings);

/** What a customer's events are taken in by: her record, and all that lies beside it. */
const takingIn = (base: Ground) => ({
  ...base,
  keys: keysOf(),
  customers: dynamoCustomers(base.dynamo),
  contexts: dynamoContexts(base.dynamo),
  addresses: dynamoAddresses(base.dynamo),
  evidence: dynamoEvidence(base.dynamo),
  beside: dynamoBeside(base.dynamo),
  gone: dynamoGone(base.dynamo),
  touchpoints: touchpointsOf(base),
  bus: bus(),
});

export function ingestWiring() {
  const base = ground();
  const { inbox, ...ports } = timersAndLanes(base);
  const orderOwners = dynamoOrderOwners({ ...base.dynamo, keptDays: base.settings.touchpointDays });
  const world = {
    ...takingIn(base),
    ...ports,
    orderOwners,
    audit: dynamoAudit(base.dynamo),
    products: dynamoProducts(base.dynamo),
    everybody: dynamoEverybody(base.dynamo),
    intake: intake(sqsClient()),
  };
  return { ...base, inbox, copiesOf, orderOwners, engine: engineFor(base, world) };
}

export function senderWiring() {
  const base = ground();
  const { inbox, ...ports } = timersAndLanes(base);
  const { settings, clock } = base;
  const together = { ...base.dynamo, read: readTogether(base.dynamo) };
  const world = {
    ...base,
    keys: keysOf(),
    ...ports,
    customers: dynamoCustomers(together),
    contexts: dynamoContexts(base.dynamo),
    addresses: dynamoAddresses(base.dynamo),
    control: dynamoControl(together),
    probes: dynamoProbes(base.dynamo),
    bus: bus(),
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

export function feedbackWiring() {
  const base = ground();
  const client = sqsClient();
  const keys = keysOf();
  const world = {
    ...base,
    keys,
    addresses: dynamoAddresses(base.dynamo),
    reputation: dynamoReputation(base.dynamo),
    intake: intake(client),
    touchpoints: touchpointsOfKnown(touchpointsOf(base), { gone: dynamoGone(base.dynamo), keys }),
  };
  return { ...base, inbox: sqsInbox({ client }), engine: engineFor(base, world) };
}

export function pagesWiring() {
  const base = ground();
  return { ...base, engine: engineFor(base, { ...takingIn(base), ...timersAndLanes(base) }) };
}

export function reconcileWiring() {
  const base = ground();
  const queues = sqsClient();
  const world = {
    ...base,
    lanes: lanes(queues),
    intake: intake(queues),
    control: dynamoControl(base.dynamo),
    reputation: dynamoReputation(base.dynamo),
    account: sesAccount({ client: sesAccountClient() }),
    customers: dynamoCustomers(base.dynamo),
    sweep: dynamoSweep({ ...base.dynamo, index: read('SWEEP_INDEX') }),
  };
  return { ...base, engine: engineFor(base, world) };
}
