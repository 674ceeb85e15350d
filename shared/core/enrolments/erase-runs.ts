/** The runs of a customer who is to be erased: ended first, so that nothing goes out while the rest is taken away. */
import type { Temporal } from 'temporal-polyfill';
import type { ScenarioBook } from '../language/scenario-book.ts';
import type { Customer, Enrolment } from '../record/customer.ts';
import { lookTimerName } from '../record/look-timer.ts';
import { timerName } from '../values/ids.ts';

/** The record with every open run ended and nothing to look for; the same one where none is open. */
export function withRunsErased(customer: Customer, at: Temporal.Instant): Customer {
  if (!customer.look?.due && customer.enrolments.every(({ ended }) => ended)) return customer;
  const enrolments = customer.enrolments.map((run) =>
    run.ended ? run : { ...run, held: undefined, ended: { at, because: 'erased' as const } },
  );
  // The counts stay: after a crash the timers are found by them.
  return { ...customer, enrolments, look: customer.look && { arm: customer.look.arm } };
}

/** A timer that a later arming passed by still stands until its moment; of so many armings they are looked for. */
const armsBack = 8;

/**
 * The names of all timers that may still be set for her: of each run and look the newest armings, at any step. One that
 * is older still, or of a run forgotten long ago, fires once, finds nobody and is gone; it bears ids alone.
 *
 * @param customer as it was before its runs ended
 */
export function timerNamesOf(customer: Customer, book: ScenarioBook): string[] {
  const { store, id, look } = customer;
  const ofRuns = customer.enrolments.flatMap((run) =>
    armsOf(run.arm).flatMap((arm) =>
      stepsOf(run, book).map((step) => timerName(store, id, run.id, step, arm)),
    ),
  );
  const ofForgotten = customer.ended
    .filter(({ because }) => because !== 'completed' && because !== 'exit-step')
    .flatMap((run) =>
      armsOf(armsBack).flatMap((arm) =>
        stepsOf(run, book).map((step) => timerName(store, id, run.id, step, arm)),
      ),
    );
  const ofLooks = look ? armsOf(look.arm).map((arm) => lookTimerName(store, id, arm)) : [];
  return [...new Set([...ofRuns, ...ofForgotten, ...ofLooks])];
}

function armsOf(newest: number): number[] {
  return Array.from({ length: armsBack }, (_, back) => newest - back).filter((arm) => arm >= 0);
}

function stepsOf(run: Pick<Enrolment, 'scenario' | 'version'> & { step?: string }, book: ScenarioBook) {
  if (!book.has(run.scenario, run.version)) return run.step === undefined ? [] : [run.step];
  return book.find(run.scenario, run.version).steps.map(({ id }) => id);
}
