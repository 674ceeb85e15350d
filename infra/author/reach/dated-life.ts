/** A life put on the calendar: each happening with its moment, in the order in which the store hears of them. */
import { Temporal } from 'temporal-polyfill';
import type { EventName } from '../../../shared/core/events/event-catalogue.ts';
import type { Life, LifeFields, LifeMoment, LifeValue } from '../../../shared/core/language/life.ts';
import { chance } from '../../proof/chance.ts';
import { inOrder } from '../../proof/demo/bus-entry.ts';

export interface DatedHappening {
  readonly at: Temporal.Instant;
  readonly name: EventName;
  /** The detail of the wire, the customer among it. */
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface DatedLife {
  /** `<life>/<nth>`: the nth variation, 0 the life as it is written. */
  readonly id: string;
  /** Of a life its id; other people lead each their own. */
  readonly life: string;
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
  readonly happens: readonly DatedHappening[];
}

export interface Dating {
  /** The zone of a customer who names none. */
  readonly timeZone: string;
  /** The year of day 0. */
  readonly year: number;
  /** 0: as it is written, from the first Monday of March where the calendar does not say. */
  readonly variation: number;
  readonly seed: number;
}

/** A gap of days becomes up to so much shorter or longer in a variation, and an hour so many minutes earlier or later. */
const stretch = 0.2;
const shift_minutes = 90;

/** Throws `RangeError` for a date or a time that is none. */
export function datedLife(life: Life, dating: Dating): DatedLife {
  const zone = typeof life.customer.timeZone === 'string' ? life.customer.timeZone : dating.timeZone;
  const day0 = firstDay(life, dating);
  const daysOf = civilDays(life, dating);
  const moment = ({ day, at = '12:00' }: LifeMoment) =>
    day0
      .add({ days: daysOf(day) })
      .toZonedDateTime({ timeZone: zone, plainTime: at })
      .toInstant();
  const happens = inOrder(
    life.happens.map(({ tell, detail = {}, customer = {}, ...when }, nth): DatedHappening => {
      const at = moment(when).add({ minutes: minutesOf(life, dating) });
      const wire = inMoments({ ...detail, customer: { ...life.customer, ...customer } }, moment);
      const eventId = `${life.id}-${dating.variation}-${nth}`;
      return { at, name: tell, detail: { eventId, ...wire, occurredAt: at.toString() } };
    }),
  );
  return {
    id: `${life.id}/${dating.variation}`,
    life: life.id,
    from: happens[0]?.at ?? moment({ day: 0 }),
    until: moment({ day: life.days }),
    happens,
  };
}

function firstDay({ id, startsOn }: Life, { year, variation, seed }: Dating): Temporal.PlainDate {
  const by = chance('first-day', seed, id, variation);
  if (startsOn !== undefined) {
    const day = Temporal.PlainDate.from(`${year}-${startsOn}`);
    return variation === 0 ? day : day.add({ days: Math.round(by * 6 - 3) });
  }
  if (variation > 0) return Temporal.PlainDate.from(`${year}-01-01`).add({ days: Math.floor(by * 365) });
  const march = Temporal.PlainDate.from(`${year}-03-01`);
  return march.add({ days: (8 - march.dayOfWeek) % 7 });
}

/** The days of a variation: what happens on one day still does, and nothing overtakes what came before it. */
function civilDays(life: Life, { variation, seed }: Dating): (day: number) => number {
  if (variation === 0) return (day) => day;
  const factor = 1 + stretch * (2 * chance('gaps', seed, life.id, variation) - 1);
  return (day) => Math.round(day * factor);
}

function minutesOf({ id }: Life, { variation, seed }: Dating): number {
  if (variation === 0) return 0;
  return Math.round(shift_minutes * (2 * chance('hours', seed, id, variation) - 1));
}

type Moment = (of: LifeMoment) => Temporal.Instant;

function inMoments(fields: LifeFields, moment: Moment): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, onTheWire(value, moment)]));
}

function onTheWire(value: LifeValue | undefined, moment: Moment): unknown {
  if (Array.isArray(value)) return value.map((one) => onTheWire(one, moment));
  if (typeof value !== 'object' || value === null) return value;
  const fields = value as LifeFields;
  if (isMoment(fields)) return moment(fields).toString();
  return inMoments(fields, moment);
}

const isMoment = (fields: LifeFields): fields is LifeFields & LifeMoment =>
  typeof fields.day === 'number' && Object.keys(fields).every((name) => name === 'day' || name === 'at');
