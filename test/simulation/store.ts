/** Puts a store together: its table, queues, functions, mail service and people, and the oracle that watches them. */
import type { Temporal } from 'temporal-polyfill';
import { type MemoryWorld, memoryWorld } from '../../shared/memory/memory-world.ts';
import type { Intake } from '../../shared/ports/intake.ts';
import type { Lanes } from '../../shared/ports/lanes.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import { alarmWatch } from './alarm-checks.ts';
import { type Books, bookOf } from './books.ts';
import { CampaignDesk } from './campaign-desk.ts';
import { CampaignModel } from './campaign-model.ts';
import { DecodedRecords } from './decoded-records.ts';
import { Dealer } from './faults.ts';
import { feedQueues, type QueueName } from './feed-queues.ts';
import { Functions } from './functions.ts';
import { fairWeather, type Ground } from './ground.ts';
import { Kernel } from './kernel.ts';
import { Mailboxes } from './mailboxes.ts';
import { Operators } from './operators.ts';
import { Oracle } from './oracle.ts';
import type { OracleParts } from './oracle-parts.ts';
import { type Random, randomOf } from './random.ts';
import { SimBus } from './sim-bus.ts';
import type { SimQueue } from './sim-queue.ts';
import { SimScheduler } from './sim-scheduler.ts';
import { SimSes } from './sim-ses.ts';
import { simSettings } from './sim-settings.ts';
import type { SimulationOptions } from './simulation.ts';
import { recordsOnPage, sweepWatch } from './sweeps.ts';
import { shortTemplates } from './templates.ts';
import { Trace } from './trace.ts';
import { Truth } from './truth.ts';

export interface Store {
  readonly random: Random;
  readonly kernel: Kernel;
  readonly trace: Trace;
  readonly dealer: Dealer;
  readonly memory: MemoryWorld;
  readonly decoded: DecodedRecords;
  readonly oracle: Oracle;
  readonly bus: SimBus;
  readonly scheduler: SimScheduler;
  readonly queues: Readonly<Record<QueueName, SimQueue>>;
  readonly mailboxes: Mailboxes;
  readonly operators: Operators;
  readonly campaigns: CampaignModel;
  readonly desk: CampaignDesk;
  readonly books: Books;
  readonly settings: Settings;
}

export function storeOf(options: SimulationOptions, startAt: Temporal.Instant): Store {
  const random = randomOf(options.seed);
  const trace = new Trace(options.keepTrace ?? false);
  const kernel = new Kernel(startAt, trace);
  const dealer = new Dealer(random, options.faults);
  const books = bookOf(options.scenarios, random.fork('scenarios'));
  const settings = simSettings(books, random);
  const memory = memoryWorld({
    startAt,
    settings,
    templates: shortTemplates,
    keepMails: 1,
    keepLogLines: 100,
    recordsOnPage,
  });
  const decoded = new DecodedRecords(memory.records);
  const queues = {} as Record<QueueName, SimQueue>;
  const scheduler = new SimScheduler(kernel, dealer, random, ({ lane, message }) =>
    queues[lane].put(JSON.stringify(message)),
  );
  const bus = new SimBus(kernel, dealer, (body) => queues.intake.put(body));
  const weather = fairWeather();
  const { control } = memory;
  const operators = new Operators({ kernel, dealer, control, scheduler, bus, weather, queues });
  const parts = partsOf({ kernel, settings, books, operators });
  const oracle = new Oracle(parts);
  scheduler.clashed = (name) => oracle.check('a name stands for one timer', name);
  const mailboxes = new Mailboxes(kernel, dealer, random, (body) => queues.feedback.put(body));
  const ses = new SimSes(kernel, dealer, random, memory.log, (mail) => {
    oracle.accepted(mail);
    mailboxes.take(mail);
  });
  const chance = random.fork('latency');
  const lanes = lanesOf(queues, () => kernel.now_ms < weather.laneFullUntil_ms);
  const intake: Intake = {
    put: async (messages) => {
      for (const message of messages) queues.intake.put(JSON.stringify(message));
    },
  };
  const book = books.newerBook;
  const desk = new CampaignDesk({ kernel, memory, decoded, intake, book, settings, oracle, parts });
  const ground: Ground = {
    kernel,
    dealer,
    chance,
    memory,
    decoded,
    scheduler,
    ses,
    oracle,
    weather,
    wakings: new Map(),
    lanes,
    intake,
  };
  const functions = new Functions(ground, { ...books, settings, isNew: (kind) => operators.isNew(kind) });
  feedQueues(queues, functions, settings, { kernel, dealer, random });
  mailboxes.tellsDeliveries = settings.deliveryEvents;
  mailboxes.unsubscribe = (link) => functions.unsubscribe(link);
  mailboxes.unsubscribed = (customer) => oracle.truth.unsubscribed(customer, kernel.now_ms);
  const planSweep = sweepWatch(kernel, memory, () => functions.sweep());
  const checkAlarms = alarmWatch({ kernel, decoded, scheduler, queues, oracle, books, settings });
  kernel.afterStep = () => {
    planSweep();
    checkAlarms();
    const told = memory.metrics.of('InvariantBroken');
    if (told > 0) oracle.check('production itself sees no promise broken', brokenWord(memory));
  };
  return {
    random,
    kernel,
    trace,
    dealer,
    memory,
    decoded,
    oracle,
    bus,
    scheduler,
    queues,
    mailboxes,
    operators,
    campaigns: parts.campaigns,
    desk,
    books,
    settings,
  };
}

interface Watched {
  readonly kernel: Kernel;
  readonly settings: Settings;
  readonly books: Books;
  readonly operators: Operators;
}

function partsOf({ kernel, settings, books, operators }: Watched): OracleParts {
  return {
    campaigns: new CampaignModel(),
    truth: new Truth(shopOf(settings)),
    settings,
    book: books.newerBook,
    now: () => ({ step: kernel.steps, at: kernel.now }),
    isPaused: (kind, _, invocation) => operators.isPaused(kind, invocation),
  };
}

const shopOf = ({ timeZone, market, transitDays }: Settings) => ({
  timeZone,
  market,
  transitDays,
  currency: 'JPY',
});

/** The word by which production's own assertion told it. */
function brokenWord({ log }: MemoryWorld): string {
  const line = log.lines.findLast(({ fields }) => fields.invariant !== undefined);
  return String(line?.fields.invariant ?? 'counted, not logged');
}

function lanesOf(queues: Readonly<Record<QueueName, SimQueue>>, isFull: () => boolean): Lanes {
  return {
    enqueue: async (lane, message, delay_s) => queues[lane].put(JSON.stringify(message), delay_s * 1000),
    backlog: async (lane) => (lane === 'marketing' && isFull() ? 100_000 : queues[lane].waiting),
    isIdle: async (lane) => queues[lane].waiting === 0,
  };
}
