/** What is to be played, and from when to when. */
import { Temporal } from 'temporal-polyfill';
import { type BusEntry, firstCustomers } from './bus-entry.ts';

export interface ShopperChoice {
  /** Play only the first so many customers by id. */
  readonly customers?: number | undefined;
  /** Where the play ends: a civil day, which is played to its end, or a moment. */
  readonly until?: Temporal.PlainDate | Temporal.Instant | undefined;
}

export interface Programme {
  /** In time order, none after `to`. */
  readonly entries: readonly BusEntry[];
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
}

/** Days after the last event in which its story goes on: longer than any wait of the shipped scenarios. */
const daysAfter = 90;

function startOfDay(at: Temporal.Instant, timeZone: string): Temporal.Instant {
  return at.toZonedDateTimeISO(timeZone).startOfDay().toInstant();
}

function endOf(
  entries: readonly BusEntry[],
  last: BusEntry,
  until: ShopperChoice['until'],
  timeZone: string,
): Temporal.Instant {
  if (until instanceof Temporal.Instant) return until;
  if (until) return until.add({ days: 1 }).toZonedDateTime(timeZone).toInstant().subtract({ seconds: 1 });
  const lastOrder = entries.findLast((entry) => entry.detailType === 'OrderPlaced') ?? last;
  const end = lastOrder.at.toZonedDateTimeISO(timeZone).add({ days: daysAfter }).toInstant();
  return Temporal.Instant.compare(end, last.at) > 0 ? end : last.at;
}

/**
 * The programme of a play: from the first event's day to 90 days after the last order, unless the choice ends it
 * elsewhere. Undefined when nothing is left to play.
 *
 * @param entries in time order
 * @param timeZone whose days are meant
 */
export function programme(
  entries: readonly BusEntry[],
  choice: ShopperChoice,
  timeZone: string,
): Programme | undefined {
  const chosen = choice.customers === undefined ? entries : firstCustomers(entries, choice.customers);
  const [first, last] = [chosen[0], chosen.at(-1)];
  if (!first || !last) return undefined;
  const to = endOf(chosen, last, choice.until, timeZone);
  const played = chosen.filter((entry) => Temporal.Instant.compare(entry.at, to) <= 0);
  return played.length === 0 ? undefined : { entries: played, from: startOfDay(first.at, timeZone), to };
}
