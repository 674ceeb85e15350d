/** Whoever waits must be woken by something: asked some hours after each save, when all that was under way has come to rest. */
import type { ScenarioBook } from '../../shared/core/language/scenario-book.ts';
import type { Customer } from '../../shared/core/record/customer.ts';
import { lanes } from '../../shared/core/values/lane.ts';
import type { Arming } from '../../shared/ports/timers.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import type { Books } from './books.ts';
import type { DecodedRecords } from './decoded-records.ts';
import type { Kernel } from './kernel.ts';
import type { Oracle } from './oracle.ts';
import type { SimQueue } from './sim-queue.ts';
import type { SimScheduler } from './sim-scheduler.ts';
import { roundHours } from './sweeps.ts';

const minute_ms = 60_000;
/** Five receives, and what the functions put off, are over by then. */
const rest_ms = 3 * 60 * minute_ms;
/** What is due within a queue's longest delay needs no alarm. */
const near_ms = 16 * minute_ms;
/** How long a full lane, and a sweep that dies or freezes, keep it from whom it must find, beside the rounds it takes to come through all. */
const sweepFinds_hours = 7;

interface Watched {
  readonly kernel: Kernel;
  readonly decoded: DecodedRecords;
  readonly scheduler: SimScheduler;
  readonly queues: Readonly<Record<string, SimQueue>>;
  readonly oracle: Oracle;
  readonly books: Pick<Books, 'newerBook'>;
  readonly settings: Settings;
}

export interface AlarmEars {
  /** Told of each record that was stored. */
  stored(customer: string): void;
  /** Told of whom the sweep wakes; a round does not say for which lane. */
  woken(lane: string | undefined, customer: string): void;
}

/** To be asked after each step. */
export function alarmWatch(watched: Watched): () => void {
  const { kernel, scheduler, oracle } = watched;
  const saved: { readonly customer: string; readonly at_ms: number }[] = [];
  const lastSave_ms = new Map<string, number>();
  /** When an alarm of the customer and lane was lost last: until the next save nobody knows of it but the sweep. */
  const lost_ms = new Map<string, number>();
  const stored = (customer: string) => {
    saved.push({ customer, at_ms: kernel.now_ms });
    lastSave_ms.set(customer, kernel.now_ms);
  };
  scheduler.lost = ({ lane, message }) => lost_ms.set(`${lane} ${message.customer}`, kernel.now_ms);
  const twins: { readonly body: string; readonly at_ms: number }[] = [];
  for (const queue of Object.values(watched.queues))
    queue.twinned = (body) => void twins.push({ body, at_ms: kernel.now_ms });
  const isTwinned = (customer: string, since_ms: number) =>
    twins.some(
      ({ body, at_ms }) =>
        at_ms >= since_ms && namesOf(watched, customer).some((name) => body.includes(JSON.stringify(name))),
    );
  const isLost = (lane: string, customer: string) => {
    // The save after a loss heals it; where that invocation dies as well, its repeat no longer knows of it.
    const finds_hours = sweepFinds_hours + roundHours(watched.decoded.all().length, watched.settings);
    const since_ms = Math.min(lastSave_ms.get(customer) ?? 0, kernel.now_ms - finds_hours * 60 * minute_ms);
    const at_ms = lost_ms.get(`${lane} ${customer}`) ?? Number.NEGATIVE_INFINITY;
    return at_ms >= since_ms || isTwinned(customer, since_ms);
  };
  const woken = (lane: string | undefined, customer: string) => {
    const isLate = [...scheduler.armed.values()].some(
      ({ due, message }) => message.customer === customer && due.epochMilliseconds <= kernel.now_ms,
    );
    const ofLanes = lane === undefined ? lanes : [lane];
    const isExcused = isLate || ofLanes.some((one) => isLost(one, customer)) || isUnderWay(watched, customer);
    oracle.check(
      'the sweep finds nobody but whose alarm was lost',
      !isExcused && `${customer} ${lane ?? 'by a round'}`,
    );
  };
  oracle.alarms = { stored, woken };
  let next = 0;
  return () => {
    for (let one = saved[next]; one && one.at_ms + rest_ms <= kernel.now_ms; one = saved[next]) {
      next += 1;
      const { customer, at_ms } = one;
      if (lastSave_ms.get(customer) !== at_ms) continue;
      check(watched, customer, (lane) => isLost(lane, customer));
    }
  };
}

function check(
  { kernel, decoded, scheduler, queues, oracle, books }: Watched,
  id: string,
  isLost: (lane: string) => boolean,
) {
  const customer = decoded.find(id)?.customer;
  if (!customer || isUnderWay({ queues, oracle }, id)) return;
  const armed = [...scheduler.armed.values()].filter(({ message }) => message.customer === id);
  for (const [lane, due_ms] of nextDues(customer, books.newerBook, kernel.now_ms)) {
    if (isLost(lane)) continue;
    const isWoken = armed.some((alarm) => alarm.lane === lane && ringsBy(alarm, due_ms));
    oracle.check(
      'an alarm rings for whoever waits',
      !isWoken && `${id} ${lane} due ${new Date(due_ms).toISOString()}`,
    );
  }
}

/** A message about the customer lies in a queue, or among the dead letters: by any id that is theirs. */
function isUnderWay(watched: Pick<Watched, 'queues' | 'oracle'>, customer: string): boolean {
  const names = namesOf(watched, customer);
  return Object.values(watched.queues).some((queue) => names.some((name) => queue.speaksOf(name)));
}

const namesOf = ({ oracle }: Pick<Watched, 'oracle'>, customer: string): readonly string[] =>
  oracle.truth.storefront.namesOf(customer);

const ringsBy = ({ due }: Arming, due_ms: number) => due.epochMilliseconds < due_ms + minute_ms;

/** By lane, when the next thing is due that is not near. */
function nextDues(customer: Customer, book: ScenarioBook, now_ms: number): Map<string, number> {
  const dues = new Map<string, number>();
  const wait = (lane: string, due_ms: number) => {
    if (due_ms > now_ms + near_ms) dues.set(lane, Math.min(due_ms, dues.get(lane) ?? due_ms));
  };
  for (const { ended, asleep, scenario, version, due, doze } of customer.enrolments) {
    const wakes = doze?.until ?? due;
    if (!ended && !asleep) wait(book.find(scenario, version).kind, wakes.epochMilliseconds);
  }
  if (customer.look?.due) wait('marketing', customer.look.due.epochMilliseconds);
  return dues;
}
