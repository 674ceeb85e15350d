/** Brings one restored customer up to what their touchpoints say was decided since: one save, then their timers. */
import { afterSave } from '../../core/enrolments/after-save.ts';
import type { Entries } from '../../core/enrolments/apply-entries.ts';
import { withFreePlaces } from '../../core/enrolments/let-waiters-in.ts';
import { atPresent } from '../../core/enrolments/sleep/to-the-present.ts';
import { withoutWaiting } from '../../core/enrolments/wait-for-group.ts';
import { walkedPast, withForgottenSends } from '../../core/enrolments/walk/walk-past.ts';
import { runNames } from '../../core/facts/run-names.ts';
import { fieldsKept } from '../../core/questions/refresh-fields.ts';
import { alarmsAnew } from '../../core/record/alarm/alarms-owed.ts';
import { timerOf } from '../../core/record/alarm/timer-effect.ts';
import type { Customer, Enrolment } from '../../core/record/customer.ts';
import type { Surroundings } from '../../core/record/surroundings.ts';
import type { RecordedTouchpoint } from '../../core/record/touchpoint.ts';
import type { WaitingEntry } from '../../core/record/waiting-state.ts';
import { type Engine, surroundingsNow } from '../saving/engine.ts';
import { entryFields } from '../saving/entry-fields.ts';
import { type AfterSavePorts, performAfterSave } from '../saving/perform-after-save.ts';
import { saveUndecided } from '../saving/save-customer.ts';
import { untilSaved } from '../saving/save-race.ts';
import { waitingFields } from '../saving/waiting-fields.ts';

export type CatchUpPorts = AfterSavePorts | 'customers' | 'contexts' | 'orderFacts';

/** `runs` walked on, of them `ended`; `sends` that the record had forgotten. */
export interface CaughtUp {
  readonly runs: number;
  readonly ended: number;
  readonly sends: number;
}

/**
 * Safe to repeat: what is caught up stays as it is. Undefined for an unknown customer.
 *
 * @param dryRun only counts
 * @throws `SaveRaceLost`, `UnknownScenarioVersion`, `NewerRecordShape`: nothing was saved
 */
export async function catchUpCustomer(
  engine: Engine<CatchUpPorts>,
  id: string,
  dryRun: boolean,
): Promise<CaughtUp | undefined> {
  const { world } = engine;
  const caught = await untilSaved(world.clock, id, async () => {
    const before = await world.customers.load(id);
    if (!before) return undefined;
    const around = surroundingsNow(engine);
    const present = atPresent(before, around);
    const touchpoints = await world.touchpoints.list(id);
    const walked = await caughtUp(engine, withoutLetIn(present, touchpoints), touchpoints, around);
    const asked: Entries = { customer: walked, before: [], notes: [] };
    const here = { ...around, ...(await waitingFields(engine, before)) };
    const { customer: after, before: contexts } = withFreePlaces(asked, here, cause);
    if (!dryRun) for (const one of contexts) await world.contexts.put(id, one.enrolment, one.event);
    const moved = after.enrolments.filter((enrolment) =>
      present.enrolments.every((old) => !isSame(old, enrolment)),
    );
    const counts = {
      runs: moved.length,
      ended: moved.filter(({ ended }) => ended).length,
      sends: after.sends.length - present.sends.length,
    };
    if (dryRun || after === present) return { customer: before, moved: [], counts };
    const saved = await saveUndecided(world, after, around);
    return saved === 'conflict' ? saved : { customer: saved, moved, counts };
  });
  if (!caught) return undefined;
  const at = world.clock.now();
  const timers = caught.moved
    .filter(({ ended }) => !ended)
    .map((enrolment) => timerOf(caught.customer, enrolment));
  const alarms = dryRun ? [] : alarmsAnew(caught.customer, at);
  const published = dryRun ? [] : afterSave(caught.customer, caught.customer, new Set([cause]));
  await performAfterSave(engine, caught.customer, [...timers, ...published, ...alarms]);
  return caught.counts;
}

/** By what the record remembers whom it let in. */
const cause = 'catch-up';

/** Who waited when the record was kept, and has had messages since, was let in since. */
function withoutLetIn(customer: Customer, touchpoints: readonly RecordedTouchpoint[]): Customer {
  const had = new Set(touchpoints.map(({ enrolment }) => enrolment));
  const isIn = (waiter: WaitingEntry) =>
    runNames(customer, waiter, waiter.word).some((name) => had.has(name));
  const gone = (customer.waiting ?? []).filter(isIn);
  return gone.reduce((known, { scenario }) => withoutWaiting(known, scenario), customer);
}

const isSame = (a: Enrolment, b: Enrolment) => a.id === b.id && a.arm === b.arm && a.ended === b.ended;

async function caughtUp(
  engine: Engine<'contexts' | 'orderFacts'>,
  customer: Customer,
  touchpoints: readonly RecordedTouchpoint[],
  around: Surroundings,
): Promise<Customer> {
  let known = withForgottenSends(customer, touchpoints, around);
  for (const enrolment of customer.enrolments) {
    const event = fieldsKept(enrolment, await entryFields(engine, customer, enrolment));
    const scenario = around.book.find(enrolment.scenario, enrolment.version);
    const situation = { scenario, customer: known, enrolment, event, around };
    known = walkedPast(situation, touchpoints);
  }
  return known;
}
