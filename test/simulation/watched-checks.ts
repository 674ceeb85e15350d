/** The watched scenarios at the end of a run: each birthday and each first of a month has let in. */
import { Temporal } from 'temporal-polyfill';
import type { Customer } from '../../shared/core/record/customer.ts';
import type { Oracle } from './oracle.ts';
import { occurrenceWithin_days } from './watched-scenarios.ts';

const day_ms = 86_400_000;
/** Before an occurrence she must have been known for so long, by a record that has not changed the date since. */
const settled_days = 3;

export interface WatchedParts {
  readonly oracle: Oracle;
  readonly now_ms: number;
  readonly fallbackZone: string;
}

export function checkWatched(parts: WatchedParts, customers: readonly Customer[]): void {
  const { memory } = parts.oracle;
  for (const customer of customers) {
    if (customer.mergedInto !== undefined || customer.aliases.length > 0) continue;
    const from_ms = Math.max(memory.changedAt.get(customer.id) ?? 0, memory.knownSince.get(customer.id) ?? 0);
    checkBirthdays(parts, customer, from_ms + settled_days * day_ms);
    checkMonths(parts, customer, from_ms + settled_days * day_ms);
  }
}

function checkBirthdays(parts: WatchedParts, customer: Customer, from_ms: number): void {
  const { birthday, birthdayChangedAt } = customer.profile;
  if (birthday === undefined || birthdayChangedAt) return;
  const born = Temporal.PlainDate.from(birthday);
  for (const year of [2027, 2028, 2029])
    checkOccurrence(parts, customer, 'watched-birthday', born.with({ year }), from_ms);
}

function checkMonths(parts: WatchedParts, customer: Customer, from_ms: number): void {
  const first = Temporal.PlainDate.from('2027-11-01');
  for (let month = 0; month < 20; month += 1)
    checkOccurrence(parts, customer, 'watched-months', first.add({ months: month }), from_ms);
}

function checkOccurrence(
  { oracle, now_ms, fallbackZone }: WatchedParts,
  { id, profile }: Customer,
  scenario: string,
  day: Temporal.PlainDate,
  from_ms: number,
): void {
  const timeZone = profile.timeZone ?? fallbackZone;
  const at_ms = day.toZonedDateTime({
    timeZone,
    plainTime: Temporal.PlainTime.from('09:00'),
  }).epochMilliseconds;
  if (at_ms < from_ms || at_ms > now_ms - occurrenceWithin_days * day_ms) return;
  const isIn = oracle.memory.entered.has(`${id}\n${scenario}\n${day}`);
  oracle.check('each date and each schedule lets in', !isIn && `${id} ${scenario} ${day}`);
}
