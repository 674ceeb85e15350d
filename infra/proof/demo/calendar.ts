/** One customer's course in their own time: what they did, what they got and what they did not get, each with its reason. */
import { Temporal } from 'temporal-polyfill';
import type { BusEntry } from './bus-entry.ts';
import type { MailSeen, TouchpointSeen } from './control.ts';

interface CalendarRow {
  /** `yyyy-mm-dd` and the weekday, on her wall. */
  readonly day: string;
  /** `hh:mm` */
  readonly time: string;
  /** Step and template of a message; the detail-type of an event. */
  readonly step: string;
  readonly subject: string;
  /** `event`, `mail`, or the state of a touchpoint that is no mail. */
  readonly what: string;
  readonly because: string;
}

export interface Calendar {
  readonly customer: string;
  readonly name: string;
  readonly timeZone: string;
  readonly rows: readonly CalendarRow[];
}

type Moment = { at: Temporal.Instant } & Omit<CalendarRow, 'day' | 'time'>;

interface Told {
  readonly customer?: { readonly name?: string; readonly timeZone?: string };
  readonly order?: { readonly id?: string };
}

function detailOf(entry: BusEntry): Told {
  return JSON.parse(entry.detail) as Told;
}

function eventMoment(entry: BusEntry): Moment {
  const order = detailOf(entry).order?.id;
  const subject = order ? `order ${order}` : '';
  return { at: entry.at, step: entry.detailType, subject, what: 'event', because: '' };
}

function touchpointMoment(touchpoint: TouchpointSeen, subjects: ReadonlyMap<string, string>): Moment {
  const { id, step, template, state, because, at } = touchpoint;
  return {
    at: Temporal.Instant.from(at),
    step: `${step} (${template})`,
    subject: subjects.get(id) ?? '',
    what: state === 'sent' ? 'mail' : state,
    because,
  };
}

function onHerWall({ at, ...rest }: Moment, timeZone: string): CalendarRow {
  const local = at.toZonedDateTimeISO(timeZone);
  const weekday = local.toLocaleString('en', { weekday: 'short' });
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  return { day: `${local.toPlainDate()} ${weekday}`, time, ...rest };
}

/** What came and what went, of whomever. */
interface Seen {
  readonly entries: readonly BusEntry[];
  readonly touchpoints: readonly TouchpointSeen[];
  readonly mails: readonly MailSeen[];
}

/**
 * @param entries those played, of any customer
 * @param mails those sent, to any customer
 * @param timeZone where the customer's events name none
 */
export function customerCalendar(
  customer: string,
  { entries, touchpoints, mails }: Seen,
  timeZone: string,
): Calendar {
  const hers = entries.filter((entry) => entry.customer === customer);
  const last = <Key extends 'name' | 'timeZone'>(key: Key) =>
    hers.flatMap((entry) => detailOf(entry).customer?.[key] ?? []).at(-1);
  const zone = last('timeZone') ?? timeZone;
  const subjects = new Map(
    mails.flatMap((mail) => (mail.touchpoint ? [[mail.touchpoint, mail.subject]] : [])),
  );
  const moments = [
    ...hers.map(eventMoment),
    ...touchpoints.map((touchpoint) => touchpointMoment(touchpoint, subjects)),
  ].sort((a, b) => Temporal.Instant.compare(a.at, b.at));
  const rows = moments.map((moment) => onHerWall(moment, zone));
  return { customer, name: last('name') ?? '', timeZone: zone, rows };
}
