/** The civil days of a schedule. The library counts in UTC; a day here is midnight there, whatever anybody's zone. */
import * as library from 'rrule';
import { Temporal } from 'temporal-polyfill';
import type { ScheduleTrigger } from './trigger.ts';

type Schedule = ScheduleTrigger['schedule'];
type PlainDate = Temporal.PlainDate;

type Names = Pick<typeof library, 'RRule' | 'datetime'>;

// Node finds the library's names below `default`, a bundler finds them on the module itself.
const loaded = library as unknown as Names & { readonly default?: Names };
const names = (): Names => loaded.default ?? loaded;
type Rule = InstanceType<typeof library.RRule>;

/** A schedule that cannot be read, or one that asks for hours: those are the trigger's `at`. */
export class InvalidSchedule extends Error {
  override readonly name = 'InvalidSchedule';
  readonly code = 'INVALID_SCHEDULE';
}

const parsed = new Map<string, Rule>();
const readable = /^(RRULE:)?FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;[A-Z]+=[\w,+-]+)*$/;
const hours = /BY(HOUR|MINUTE|SECOND)|DTSTART|TZID/;

/** The first day of the schedule on or after `day`; undefined where there is none. Throws {@link InvalidSchedule}. */
export function scheduleDay(schedule: Schedule, day: PlainDate): PlainDate | undefined {
  if ('on' in schedule) {
    const on = dayOf(schedule.on);
    return Temporal.PlainDate.compare(on, day) < 0 ? undefined : on;
  }
  const found = ruleOf(schedule.rrule, schedule.from).after(midnight(day), true);
  return found ? Temporal.PlainDate.from(found.toISOString().slice(0, 10)) : undefined;
}

function ruleOf(text: string, from: string): Rule {
  const key = `${from} ${text}`;
  const known = parsed.get(key);
  if (known) return known;
  if (!readable.test(text) || hours.test(text)) {
    throw new InvalidSchedule(
      `"${text}" is no recurrence of days (RFC 5545): write FREQ=DAILY, WEEKLY, MONTHLY or YEARLY first and leave hours to "at".`,
    );
  }
  const rule = new (names().RRule)({ ...optionsOf(text), dtstart: midnight(dayOf(from)) });
  parsed.set(key, rule);
  return rule;
}

function optionsOf(text: string) {
  try {
    return names().RRule.parseString(text.replace(/^RRULE:/, ''));
  } catch (error) {
    throw new InvalidSchedule(`"${text}" is no recurrence (RFC 5545): ${(error as Error).message}`);
  }
}

function dayOf(text: string): PlainDate {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return Temporal.PlainDate.from(text, { overflow: 'reject' });
  throw new InvalidSchedule(`"${text}" is no day: write it as 2026-12-01.`);
}

/** The library speaks in the language's own dates, always of UTC. */
function midnight({ year, month, day }: PlainDate) {
  return names().datetime(year, month, day);
}
