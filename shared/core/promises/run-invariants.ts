/** The runs of a customer from one save to the next: none is lost, comes back, stands double or loses its timer. */
import type { Temporal } from 'temporal-polyfill';
import type { ScenarioBook } from '../language/scenario-book.ts';
import type { Customer, Enrolment } from '../record/customer.ts';
import { isBefore } from '../values/civil-time.ts';
import { type AroundSave, type Broken, broken } from './invariant.ts';

const sweptAfter = { minutes: 15 };

export function brokenByRuns(
  before: Customer | undefined,
  after: Customer,
  { book, sweep }: AroundSave,
): Broken[] {
  const found: Broken[] = [];
  for (const run of after.enrolments) {
    const known = before?.enrolments.find(({ id }) => id === run.id);
    if (known === run) continue;
    if (!run.ended && !run.due) found.push(broken('run-without-due', run.id));
    if (after.enrolments.some((other) => other !== run && other.id === run.id)) {
      found.push(broken('entered-twice', run.id));
    }
    if (known) found.push(...brokenByMove(known, run, before as Customer, after));
    else found.push(...brokenByEntry(run, before, after, book));
  }
  for (const { id, ended } of before?.enrolments ?? []) {
    if (ended || after.enrolments.some((run) => run.id === id)) continue;
    if (!after.ended.some((run) => run.id === id)) found.push(broken('run-lost', id));
  }
  if (sweep && isOutOfSight(after, sweep.at)) found.push(broken('run-out-of-sight'));
  return found;
}

function brokenByMove(known: Enrolment, run: Enrolment, before: Customer, after: Customer): Broken[] {
  const found: Broken[] = [];
  if (run.arm < known.arm) found.push(broken('arm-fell', run.id));
  if (run.ended || !run.due) return found;
  const moved = known.ended || run.step !== known.step || !run.due.equals(known.due);
  if (moved && run.arm === known.arm) found.push(broken('moved-without-arm', run.id));
  if (known.ended && !isTakenBack(known, before, after)) found.push(broken('ended-run-reopened', run.id));
  return found;
}

/** A run that had walked on to its end after a claim comes back with that claim, where the mail was refused. */
function isTakenBack(known: Enrolment, before: Customer, after: Customer): boolean {
  if (known.ended?.because !== 'completed' && known.ended?.because !== 'exit-step') return false;
  return before.sends.some(
    (claim) =>
      claim.enrolment === known.id &&
      claim.state === 'claimed' &&
      !after.sends.some(({ touchpoint, state }) => touchpoint === claim.touchpoint && state !== 'skipped'),
  );
}

/** A run that was not there before. */
function brokenByEntry(
  run: Enrolment,
  before: Customer | undefined,
  after: Customer,
  book: ScenarioBook | undefined,
): Broken[] {
  if (before?.ended.some(({ id }) => id === run.id)) return [broken('ended-run-reopened', run.id)];
  if (!book?.has(run.scenario, run.version)) return [];
  const { trigger } = book.find(run.scenario, run.version);
  const others = [
    ...after.ended,
    ...after.enrolments.map((other) => ({ ...other, because: other.ended?.because })),
  ].filter((other) => other.id !== run.id && other.scenario === run.scenario);
  const wasThere = (id: string) => before?.enrolments.some((other) => other.id === id);
  // A story that lets in once and restarts lets in again, each time in the place of a run that was open.
  const isTwice = others.some(({ id, key, because, enteredAt }) => {
    if (trigger.oncePer === 'order') return key === run.key;
    if (typeof trigger.oncePer === 'object' && 'key' in trigger.oncePer) return key === run.key;
    if (trigger.oncePer === 'cart') return key === run.key;
    if (trigger.oncePer !== 'ever' || because === 'restarted') return false;
    return wasThere(id) || !isBefore(run.enteredAt, enteredAt);
  });
  const found: Broken[] = isTwice ? [broken('entered-twice', run.id)] : [];
  const isOpenBeside = after.enrolments.some(
    (other) => other !== run && other.scenario === run.scenario && !other.ended,
  );
  if (trigger.whileRunning !== 'parallel' && !run.ended && isOpenBeside) {
    found.push(broken('two-runs-of-one-story', run.id));
  }
  return found;
}

function isOutOfSight(after: Customer, sweepAt: Temporal.Instant | undefined): boolean {
  let earliest: Temporal.Instant | undefined;
  for (const { ended, due } of after.enrolments) {
    if (!ended && due && (!earliest || isBefore(due, earliest))) earliest = due;
  }
  if (!earliest) return false;
  return !sweepAt || isBefore(earliest.add(sweptAfter), sweepAt);
}
