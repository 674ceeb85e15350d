/** What is done once a record is saved: all of it has derived ids, so that a repeat does the same again. */
import type { Customer } from '../record/customer.ts';
import type { ArmLook, ArmTimer, Effect, Publish, RecordTouchpoint } from '../record/effect.ts';
import { timerOfLook } from '../record/look-timer.ts';
import type { PendingEvent } from '../record/pending-event.ts';
import type { Surroundings } from '../record/surroundings.ts';
import { timerOf } from '../record/timer-effect.ts';

export type AfterSave = Publish | RecordTouchpoint | ArmTimer | ArmLook;

/**
 * The timers that these words armed and nothing has moved since, and the events that they put on the bus: of a first
 * delivery its own work, of a repeat the work that may have been lost after the save.
 *
 * @param decided the record before it was tidied, which may have let go of an event nobody has published yet
 * @param by hashes of what was applied
 */
export function afterSave(
  decided: Customer,
  saved: Customer,
  by: ReadonlySet<string>,
  around: Surroundings,
): AfterSave[] {
  return [...publishedBy(decided, by), ...timersBy(saved, by, around), ...looksBy(saved, by)];
}

/** What is left to do of a walk beside its message and its events. */
export function restOfWalk(effects: readonly Effect[]): AfterSave[] {
  return effects.filter((effect) => effect.do === 'record' || effect.do === 'arm');
}

/** The events that the record keeps for what these words decided. Readers of the bus know a repeat by its id. */
function publishedBy({ pending }: Customer, by: ReadonlySet<string>): Publish[] {
  return pending
    .filter((event) => by.has(event.by))
    .map(({ id, name, at, detail }: PendingEvent) => ({ do: 'publish', event: { id, name, at, detail } }));
}

function timersBy(customer: Customer, by: ReadonlySet<string>, around: Surroundings): ArmTimer[] {
  return customer.enrolments
    .filter((enrolment) => !enrolment.ended && enrolment.by !== undefined && by.has(enrolment.by))
    .map((enrolment) =>
      timerOf(customer, enrolment, around.book.find(enrolment.scenario, enrolment.version)),
    );
}

function looksBy(customer: Customer, by: ReadonlySet<string>): ArmLook[] {
  const look = timerOfLook(customer);
  return look && customer.look?.by !== undefined && by.has(customer.look.by) ? [look] : [];
}
