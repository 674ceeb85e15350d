/** Entries that wait for a place: one of each scenario, only while something holds the place, and nothing that holds it sleeps. */
import type { Scenario } from '../language/scenario.ts';
import type { ScenarioBook } from '../language/scenario-book.ts';
import type { Customer, Enrolment } from '../record/customer.ts';
import { besideNameOf } from '../record/waiting-state.ts';
import { type AroundSave, type Broken, broken } from './invariant.ts';

/** As many marketing enrolments are open at most. */
const mostOpen = 24;

export function brokenByWaiting(
  before: Customer | undefined,
  after: Customer,
  { book }: Pick<AroundSave, 'book'>,
): Broken[] {
  const { waiting = [], mergedInto } = after;
  const found: Broken[] = [];
  for (const waiter of waiting) {
    const { scenario } = waiter;
    const id = besideNameOf(after, waiter);
    if (waiting.filter((other) => other.scenario === scenario).length > 1)
      found.push(broken('waits-twice', id));
    const waited = book?.current.find((one) => one.id === scenario);
    // Of a record that has become part of another's, they wait there.
    if (!book || !waited || mergedInto !== undefined) continue;
    const holders = holdersOf(waited, after, book);
    const waitedBefore = before?.waiting?.some((other) => other.scenario === scenario);
    // What a deployment has freed is found by the next decision.
    const wasFree = waitedBefore && before && holdersOf(waited, before, book).length === 0;
    if (holders.length === 0 && !wasFree) found.push(broken('waits-in-vain', id));
    found.push(...holders.filter(({ asleep }) => asleep).map((one) => broken('asleep-in-the-way', one.id)));
  }
  return found;
}

/** Whose end makes room for the scenario. */
function holdersOf(waited: Scenario, { enrolments }: Customer, book: ScenarioBook): Enrolment[] {
  const open = enrolments.filter(({ ended }) => !ended);
  const ofMarketing = open.filter(({ lane }) => lane !== 'transactional');
  if (ofMarketing.length >= mostOpen) return ofMarketing;
  return open.filter(
    ({ scenario, version }) =>
      scenario === waited.id ||
      (book.has(scenario, version) && book.find(scenario, version).group === waited.group),
  );
}
