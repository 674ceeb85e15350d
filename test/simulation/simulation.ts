/** One simulation: a store, its customers, its functions and its bad luck, all from one seed. */
import { Temporal } from 'temporal-polyfill';
import type { ScenarioChoice } from './books.ts';
import { checkOrderMail, checkTheEnd, type EndCounts } from './end-checks.ts';
import type { Dealer, Fault } from './faults.ts';
import type { Violation } from './oracle-parts.ts';
import { type Store, storeOf } from './store.ts';
import { planStorefront } from './storefront.ts';
import { planCampaigns } from './storefront-campaigns.ts';
import { withEnds } from './storefront-ends.ts';
import { planGoods } from './storefront-goods.ts';
import { roundHours } from './sweeps.ts';
import type { Trace } from './trace.ts';
import { playTwins } from './twins.ts';

export interface SimulationOptions {
  readonly seed: number;
  readonly customers: number;
  readonly days: number;
  readonly faults: readonly Fault[];
  readonly scenarios: ScenarioChoice;
  /** Plays only these customers' events. */
  readonly only?: readonly string[] | undefined;
  /** Keeps every line of the trace. */
  readonly keepTrace?: boolean | undefined;
}

export interface SimulationResult {
  readonly violation: Violation | undefined;
  readonly steps: number;
  readonly events: number;
  readonly mails: number;
  readonly end: EndCounts;
  /** How often each invariant was looked at. */
  readonly asked: ReadonlyMap<string, number>;
  readonly dealer: Dealer;
  readonly trace: Trace;
}

/** Before the end of summer time in Europe and America; 400 days later comes 29 February 2028. */
export const startAt = Temporal.Instant.from('2027-10-20T00:00:00Z');
const day_ms = 86_400_000;
/** Longer than any occurrence may come late; stories of a year go on, and one may go round for ever. */
const drain_days = 45;
const redriveEvery_ms = 6 * 3_600_000;
/** Hours after the last fault: the first leaves one more than it may take. */
const orderMailAsked_hours = [4, 8];

/** Plays the days under faults, lets all drain without them, and looks at what is left. Ends at the first violation. */
export async function simulate(options: SimulationOptions): Promise<SimulationResult> {
  const store = storeOf(options, startAt);
  const { kernel, oracle, dealer, bus, trace } = store;
  const season = { ...options, startAt };
  const planned = planStorefront(store.random.fork('storefront'), season);
  const { acts: told, erasures } = withEnds(store.random.fork('ends'), planned, season);
  const acts = told.filter(({ customer }) => options.only?.includes(customer.replace('-again', '')) ?? true);
  const commanded = store.books.book.current
    .filter(({ trigger }) => 'command' in trigger)
    .map(({ id }) => id);
  const { customers, days } = options;
  const start_ms = startAt.epochMilliseconds;
  const goods = planGoods(store.random.fork('goods'), { customers, days, start_ms, commanded });
  for (const act of [...goods, ...erasures]) kernel.at(act.at_ms, `store ${act.name}`, () => bus.take(act));
  for (const act of acts) kernel.at(act.at_ms, `${act.customer} ${act.name}`, () => bus.take(act));
  if (commanded.includes('campaign')) {
    const segments = store.books.book.segments.map(({ name }) => name);
    store.desk.plan(planCampaigns(store.random.fork('campaigns'), { days, start_ms, segments }));
  }
  store.operators.plan(kernel.now_ms, options.days);
  const end_ms = startAt.epochMilliseconds + options.days * day_ms;
  await kernel.run(end_ms, () => oracle.violation !== undefined);
  const end = await drain(store, end_ms, options.scenarios !== 'shipped');
  if (!oracle.violation) await playAsleepAndAwake(store, options);
  return {
    violation: oracle.violation,
    steps: kernel.steps,
    events: acts.length,
    mails: [...oracle.mails.values()].reduce((sum, mails) => sum + mails.length, 0),
    end,
    asked: oracle.asked,
    dealer,
    trace,
  };
}

/** Of a big store some customers do. */
const mostTwins = 10;

async function playAsleepAndAwake({ oracle }: Store, options: SimulationOptions): Promise<void> {
  const customers = Math.min(options.customers, mostTwins);
  const { compared, difference } = await playTwins({ ...options, customers, startAt });
  if (compared > 0) oracle.check('asleep and awake the same comes of a story', difference?.detail);
}

async function drain(store: Store, end_ms: number, drawsScenarios: boolean): Promise<EndCounts> {
  const { kernel, oracle, dealer, operators, queues, memory, bus, mailboxes } = store;
  const isOver = () => oracle.violation !== undefined;
  dealer.end();
  operators.end();
  for (const queue of Object.values(queues)) queue.redrive();
  for (const hours of orderMailAsked_hours) {
    await kernel.run(end_ms + hours * 3_600_000, isOver);
    checkOrderMail(oracle, store.decoded.all(), kernel.now_ms);
  }
  for (
    let spent_ms = redriveEvery_ms;
    spent_ms <= drain_days * day_ms && !isOver();
    spent_ms += redriveEvery_ms
  ) {
    for (const queue of Object.values(queues)) queue.redrive();
    await kernel.run(end_ms + spent_ms, isOver);
    if (isDrained(store)) break;
  }
  if (isOver()) return { unknown: 0, lostUnknown: 0, sentOnceMore: 0 };
  return checkTheEnd({
    oracle,
    drawsScenarios,
    settings: store.settings,
    now_ms: kernel.now_ms,
    roundHours: roundHours(store.decoded.all().length, store.settings),
    memory,
    campaigns: store.campaigns,
    isFair: dealer.probabilities.size === 0,
    customers: store.decoded.all(),
    queues,
    put: bus.put,
    untold: mailboxes.untold,
  });
}

function isDrained({ decoded, queues, kernel }: Store): boolean {
  if (Object.values(queues).some((queue) => queue.size > 0 || queue.dead.length > 0)) return false;
  const isQuiet = decoded
    .all()
    .every((customer) => customer.enrolments.every(({ ended, asleep }) => ended || asleep));
  return isQuiet || kernel.pending === 0;
}
