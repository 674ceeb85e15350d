/** Keeps the record small: what no decision will ask for again is dropped at each save. */
import { addDuration, isBefore } from './civil-time.ts';
import type { Customer, EndedEnrolment, Enrolment } from './customer.ts';
import type { Surroundings } from './surroundings.ts';

/** An ended run stays whole for a day, in case its last message must be sent once more. */
const wholeFor = { hours: 24 };
/** Claims are looked for by redeliveries and caps; both are over long before. */
const sendsFor = { hours: 24 * 14 };
const maxSends = 40;
const maxEnded = 40;

/** The record without what it no longer needs at this moment. */
export function tidied(customer: Customer, around: Surroundings): Customer {
  const whole: Enrolment[] = [];
  const ended: EndedEnrolment[] = [...customer.ended];
  for (const enrolment of customer.enrolments) {
    if (!enrolment.ended || isBefore(around.at, enrolment.ended.at.add(wholeFor))) whole.push(enrolment);
    else ended.push(memoryOf(enrolment, enrolment.ended));
  }
  const recent = customer.sends.filter((send) => isBefore(around.at, send.at.add(sendsFor)));
  return {
    ...customer,
    enrolments: whole,
    ended: ended.filter((entry) => isNeeded(entry, around)).slice(-maxEnded),
    sends: recent.slice(-maxSends),
  };
}

function memoryOf(enrolment: Enrolment, end: NonNullable<Enrolment['ended']>): EndedEnrolment {
  const { id, scenario, version, key, enteredAt, order } = enrolment;
  return { id, scenario, version, key, enteredAt, order, at: end.at, because: end.because };
}

/** For `oncePer`, or for a goal whose window is still open. Orders are remembered by the ledger. */
function isNeeded(entry: EndedEnrolment, around: Surroundings): boolean {
  if (!around.book.has(entry.scenario, entry.version)) return true;
  const scenario = around.book.find(entry.scenario, entry.version);
  const { oncePer } = scenario.trigger;
  if (oncePer === 'ever') return true;
  const until = [scenario.goal?.within, oncePer === 'order' ? undefined : oncePer.every].filter(
    (d) => d !== undefined,
  );
  return until.some((span) => isBefore(around.at, addDuration(entry.enteredAt, span, 'UTC')));
}
