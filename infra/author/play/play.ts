/** Plays a scenario in virtual time: one customer, the real service code, a world in memory. */
import { Temporal } from 'temporal-polyfill';
import type { StoreEvent } from '../../../shared/core/events/event.ts';
import type { LaneMessage } from '../../../shared/core/events/lane-message.ts';
import type { StoreWideEvent } from '../../../shared/core/events/store-wide-event.ts';
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import type { Customer } from '../../../shared/core/record/customer.ts';
import { isBefore } from '../../../shared/core/values/civil-time.ts';
import type { Lane } from '../../../shared/core/values/lane.ts';
import { takeFeedback } from '../../../shared/service/feedback/feedback.ts';
import { unsubscribe } from '../../../shared/service/feedback/unsubscribe.ts';
import { handleIntake } from '../../../shared/service/intake/handle-intake.ts';
import { ingest } from '../../../shared/service/intake/ingest.ts';
import { spreadStoreWide } from '../../../shared/service/intake/spread-store-wide.ts';
import { signLink } from '../../../shared/service/rendering/link-token.ts';
import { handleLaneMessage } from '../../../shared/service/sending/handle-lane-message.ts';
import { localSettings } from '../../../shared/settings/local-settings.ts';
import { WrongUsage } from '../../terminal/refusal.ts';
import { eventAt, sampleDetail } from './play-events.ts';
import { drainIntake } from './play-intake.ts';
import { sampleLetter } from './play-letter.ts';
import { type Plan, type PlayOptions, planOf } from './play-plan.ts';
import type { Act } from './play-script.ts';
import { type OpenStore, openStore } from './play-store.ts';
import { later, spanOf } from './play-times.ts';
import { PlayWatch } from './play-watch.ts';
import type { PlayedEnrolment, PlayedLine } from './played-line.ts';

export interface PlayedScenario {
  readonly scenario: Scenario;
  /** Whether all that is live was played beside it. */
  readonly all: boolean;
  readonly start: Temporal.Instant;
  /** The end of what was played. */
  readonly end: Temporal.Instant;
  /** The zone the play began in; she may have moved. */
  readonly zone: string;
  readonly lines: readonly PlayedLine[];
  readonly enrolments: readonly PlayedEnrolment[];
  readonly store: OpenStore;
  /** Her record at the end; none where nothing of hers was kept. */
  readonly customer: Customer | undefined;
}

/** How long a play goes on where nothing else is said: as long as the longest wait. */
const untilUsually = '400d';

/**
 * Options are written as on the command line (`order: ['@20d']`), so that a calendar test reads like the command.
 *
 * @throws `WrongUsage` for options, `MalformedEvent` for an event, `InvalidScenario`, `UnknownTemplate`
 */
export async function playScenario(id: string, options: PlayOptions): Promise<PlayedScenario> {
  const settings = options.settings ?? localSettings({ jitterMinutes: 0 });
  const plan = planOf(id, options, settings);
  const store = openStore({
    startAt: plan.start,
    settings,
    scenarios: plan.versions,
    library: options.library,
  });
  const watch = new PlayWatch(store, plan.customer.id, options.all ? undefined : plan.scenario.id);
  const end = endOf(plan, options.until);
  const handle = async (_: Lane, message: LaneMessage) => {
    await handleLaneMessage(store.sending, message);
    await drainIntake(store);
    await watch.observe();
  };
  await begin(store, watch, plan);
  for (const [index, act] of plan.acts.entries()) {
    await store.world.run(act.at, handle);
    await perform(store, watch, plan, act, index + 2);
  }
  await store.world.run(end, handle);
  const { scenario, start, zone } = plan;
  await watch.observe();
  const customer = await watch.customer();
  return {
    scenario,
    all: options.all === true,
    start,
    end,
    zone,
    lines: watch.lines.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at)),
    enrolments: [...watch.enrolments.values()],
    store,
    customer,
  };
}

/** She becomes known first, where what begins the play does not tell of her. */
async function begin(store: OpenStore, watch: PlayWatch, plan: Plan): Promise<void> {
  const { entry, known, scenario, customer, start } = plan;
  for (const event of plan.history) await ingest(store.engine, customer.id, [event]);
  if (known) await ingest(store.engine, customer.id, [known, ...optIn(plan), ...asked(plan)]);
  await watch.observe();
  if (watch.enrolments.size > 0) return;
  if (entry && 'customer' in entry.detail) return put(store, watch, entry as StoreEvent);
  if (entry) {
    await spreadStoreWide(store.engine, entry as StoreWideEvent);
    await drainIntake(store);
    await watch.add({ what: 'event', event: entry.name });
    return watch.observe();
  }
  const command = {
    kind: 'enrol',
    customer: customer.id,
    scenario: scenario.id,
    key: 'play',
    at: start.toString(),
    ...(await sampleLetter(store, plan, 'play')),
  } as const;
  const handled = await handleIntake(store.engine, command);
  await drainIntake(store);
  await watch.add({ what: 'event', event: 'EnrolCustomer' });
  return watch.observe(typeof handled === 'object' ? handled.notes : []);
}

/** What she would have opted in to by name before such a story could begin. */
function optIn({ scenario, customer, start }: Plan): StoreEvent[] {
  const topics = scenario.kind === 'marketing' ? [scenario.topic] : [];
  if (!topics.includes('course')) return [];
  return [eventAt('ConsentChanged', { consent: { granted: true, topics } }, customer, start, -1)];
}

/** A restock is told to who asked for the product. */
function asked({ entry, customer, start }: Plan): StoreEvent[] {
  if (entry?.name !== 'ProductRestocked') return [];
  return [eventAt('RestockRequested', { product: { id: entry.detail.product?.id } }, customer, start, -2)];
}

function endOf({ start, zone, acts }: Plan, until: string | undefined): Temporal.Instant {
  const last = acts.at(-1)?.at ?? start;
  const from = until === undefined ? last : start;
  const end = later(from, spanOf(until ?? untilUsually, '--until'), zone);
  if (isBefore(end, last))
    throw new WrongUsage(`--until ${until} ends before the last act of this play: raise it.`);
  return end;
}

async function perform(store: OpenStore, watch: PlayWatch, plan: Plan, act: Act, nth: number): Promise<void> {
  switch (act.does) {
    case 'event': {
      const sample = sampleDetail({ name: act.name, locale: plan.locale, order: act.order });
      const detail = { ...sample, ...act.detail };
      return put(store, watch, eventAt(act.name, detail, plan.customer, act.at, nth));
    }
    case 'click':
      return click(store, watch, act.step);
    case 'unsubscribe': {
      const claims = { purpose: 'unsubscribe', customer: plan.customer.id } as const;
      await unsubscribe(store.engine, signLink(await store.world.keys(), claims));
      await watch.add({ what: 'unsubscribed' });
      return watch.observe();
    }
  }
}

async function put(store: OpenStore, watch: PlayWatch, event: StoreEvent): Promise<void> {
  const ingested = await ingest(store.engine, event.detail.customer.id, [event]);
  const notes = ingested === 'erased' ? [] : ingested.notes;
  await drainIntake(store);
  const because = notes.find((note) => note.scenario === undefined)?.because;
  await watch.add({ what: 'event', event: event.name, order: event.detail.order?.id, because });
  await watch.observe(notes);
}

/** A person's click on the last mail of the step, as the mail service would tell of it. */
async function click({ world, engine }: OpenStore, watch: PlayWatch, step: string): Promise<void> {
  const mail = world.mailer.mails.findLast(({ tags }) => tags.step === step);
  if (!mail) return watch.add({ what: 'nothing-to-click', step });
  const { messageId, tags } = mail;
  const event = {
    kind: 'clicked',
    at: world.clock.now(),
    messageId,
    tags,
    sentAt: world.clock.now(),
    badAddresses: [],
    softAddresses: [],
    countsAgainst: false,
    likelyBot: false,
  } as const;
  await takeFeedback(engine, event, new Map());
  await drainIntake({ engine, world });
  await watch.add({ what: 'clicked', step, template: tags.template?.replaceAll('__', '/') });
  return watch.observe();
}
