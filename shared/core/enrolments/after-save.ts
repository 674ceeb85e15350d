/** What is done once a record is saved: all of it has derived ids, so that a repeat does the same again. */

import { isAwake, timerOf, timerOfLook } from '../record/alarm/timer-effect.ts';
import type { Customer } from '../record/customer.ts';
import type { ArmAlarm, ArmTimer, DisarmAlarm, Effect, Publish, RecordTouchpoint } from '../record/effect.ts';
import type { PendingEvent } from '../record/pending-event.ts';

export type AfterSave = Publish | RecordTouchpoint | ArmTimer | ArmAlarm | DisarmAlarm;

/**
 * The timers that these words armed and nothing has moved since, and the events that they put on the bus: of a first
 * delivery its own work, of a repeat the work that may have been lost after the save. Alarms are owed by the save itself.
 *
 * @param decided the record before it was tidied, which may have let go of an event nobody has published yet
 * @param by hashes of what was applied
 */
export function afterSave(decided: Customer, saved: Customer, by: ReadonlySet<string>): AfterSave[] {
  return [...publishedBy(decided, by), ...armedBy(saved, by)];
}

/** What is left to do of a walk beside its message, its events and the alarms. */
export function restOfWalk(effects: readonly Effect[]): AfterSave[] {
  return effects.filter((effect) => effect.do === 'record' || effect.do === 'arm');
}

/** The events that the record keeps for what these words decided. Readers of the bus know a repeat by its id. */
function publishedBy({ pending }: Customer, by: ReadonlySet<string>): Publish[] {
  return pending
    .filter((event) => by.has(event.by))
    .map(({ id, name, at, detail }: PendingEvent) => ({ do: 'publish', event: { id, name, at, detail } }));
}

function armedBy(customer: Customer, by: ReadonlySet<string>): ArmTimer[] {
  const { enrolments, look } = customer;
  const isBy = (word: string | undefined) => word !== undefined && by.has(word);
  const runs = enrolments
    .filter((enrolment) => isAwake(enrolment) && isBy(enrolment.by))
    .map((enrolment) => timerOf(customer, enrolment));
  const looked = isBy(look?.by) ? timerOfLook(customer) : undefined;
  return looked ? [...runs, looked] : runs;
}
