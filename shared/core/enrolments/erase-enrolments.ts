/** The enrolments of a customer who is to be erased: ended first, so that nothing goes out while the rest is taken away. */
import type { Temporal } from 'temporal-polyfill';
import type { ScenarioBook } from '../language/scenario-book.ts';
import type { Customer, Enrolment } from '../record/customer.ts';
import { lookTimerName } from '../record/look-timer.ts';
import { timerName } from '../values/ids.ts';

/** The record with every open enrolment ended and nothing to look for; the same one where none is open. */
export function withEnrolmentsErased(customer: Customer, at: Temporal.Instant): Customer {
  if (!customer.look?.due && customer.enrolments.every(({ ended }) => ended)) return customer;
  const enrolments = customer.enrolments.map((enrolment) =>
    enrolment.ended
      ? enrolment
      : { ...enrolment, held: undefined, ended: { at, because: 'erased' as const } },
  );
  // The counts stay: after a crash the timers are found by them.
  return { ...customer, enrolments, look: customer.look && { arm: customer.look.arm } };
}

/** A timer that a later arming passed by still stands until its moment; of so many armings they are looked for. */
const armsBack = 8;

/**
 * The names of all timers that may still be set for her: of each enrolment and look the newest armings, at any step. One that
 * is older still, or of an enrolment forgotten long ago, fires once, finds nobody and is gone; it bears ids alone.
 *
 * @param customer as it was before its enrolments ended
 */
export function timerNamesOf(customer: Customer, book: ScenarioBook): string[] {
  const { store, id, look } = customer;
  const named = (enrolment: Placed, newest: number) =>
    armsOf(newest).flatMap((arm) =>
      stepsOf(enrolment, book).map((step) =>
        timerName({ store, customer: id, enrolment: enrolment.id, step, arm }),
      ),
    );
  const ofEnrolments = customer.enrolments.flatMap((enrolment) => named(enrolment, enrolment.arm));
  const ofForgotten = customer.ended
    .filter(({ because }) => because !== 'completed' && because !== 'exit-step')
    .flatMap((enrolment) => named(enrolment, armsBack));
  const ofLooks = look ? armsOf(look.arm).map((arm) => lookTimerName(store, id, arm)) : [];
  return [...new Set([...ofEnrolments, ...ofForgotten, ...ofLooks])];
}

function armsOf(newest: number): number[] {
  return Array.from({ length: armsBack }, (_, back) => newest - back).filter((arm) => arm >= 0);
}

type Placed = Pick<Enrolment, 'id' | 'scenario' | 'version'> & { readonly step?: string };

function stepsOf(enrolment: Placed, book: ScenarioBook) {
  if (!book.has(enrolment.scenario, enrolment.version))
    return enrolment.step === undefined ? [] : [enrolment.step];
  return book.find(enrolment.scenario, enrolment.version).steps.map(({ id }) => id);
}
