/** Who goes first where a cap has few places left: what must go, and then what matters more to the customer. */
import { dayNumber } from '../facts/letters.ts';
import type { Cap } from '../record/engine-settings.ts';
import { zoneOf } from '../record/zone.ts';
import { civilDate } from '../values/civil-time.ts';
import { type CountedLetter, capsOn, concerns, countedBy, countedFor, type Weighed } from './caps.ts';
import type { DueMessage } from './due-message.ts';
import { claimantOf, comesBefore, type Foreseen, foreseenFor } from './foresight.ts';

/** A message yields no more often. */
const maxYields = 2;

/**
 * The message to which this one leaves its place: one that will be due while this one would still count, and would find no
 * place then. Of several the one that is due first.
 */
export function yieldsTo(due: DueMessage, message: Weighed): Foreseen | undefined {
  const { customer, enrolment, around } = due;
  if ((enrolment?.holds ?? 0) >= maxYields) return undefined;
  const caps = capsOn(message, customer, around);
  const isOther = ({ id, ended, lane }: (typeof customer.enrolments)[number]) =>
    !ended && lane === 'marketing' && id !== enrolment?.id;
  if (caps.length === 0 || !customer.enrolments.some(isOther)) return undefined;
  const before = claimantOf(due);
  const end = around.at.add({ hours: 24 * Math.max(...caps.map(({ days }) => days)) });
  const wanted = foreseenFor(due, end).filter((other) => comesBefore(other, before));
  if (wanted.length === 0) return undefined;
  const counted = countedFor(customer, around);
  const today = dayNumber(civilDate(around.at, zoneOf(customer, around.settings)));
  return wanted
    .filter((other) => caps.some((cap) => isLostTo(cap, other, { wanted, counted, today })))
    .reduce<Foreseen | undefined>(
      (first, other) => (first && first.day <= other.day ? first : other),
      undefined,
    );
}

interface Known {
  readonly wanted: readonly Foreseen[];
  readonly counted: readonly CountedLetter[];
  readonly today: number;
}

/** True where the other finds its place without a message of today, and not with it. */
function isLostTo(cap: Cap, other: Foreseen, { wanted, counted, today }: Known): boolean {
  const isInWindow = (day: number) => day > other.day - cap.days && day <= other.day;
  if (!concerns(cap, other.weighed) || !isInWindow(today)) return false;
  const first = wanted.filter(
    (one) => isInWindow(one.day) && concerns(cap, one.weighed) && comesBefore(one, other),
  );
  return countedBy(cap, counted, other.day).length + first.length === cap.max - 1;
}
