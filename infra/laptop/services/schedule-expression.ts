/** `at(yyyy-mm-ddThh:mm:ss)` in a time zone, the one kind of schedule the product makes. */
import { Temporal } from 'temporal-polyfill';
import { Refusal } from '../http/message.ts';

const atExpression = /^at\((\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\)$/;

const invalid = (what: string) => new Refusal('ValidationException', what);

/** The moment in epoch milliseconds. Throws ValidationException for what AWS refuses, a past moment among it. */
export function scheduleMoment(expression: string, timeZone: string, now_ms: number): number {
  if (/^(rate|cron)\(/.test(expression)) {
    throw invalid(
      `This cloud fires one-time schedules only. Use at(yyyy-mm-ddThh:mm:ss) instead of ${expression}.`,
    );
  }
  const civil = atExpression.exec(expression)?.[1];
  if (civil === undefined) throw invalid(`Invalid Schedule Expression ${expression}.`);
  let at_ms: number;
  try {
    at_ms = Temporal.PlainDateTime.from(civil, { overflow: 'reject' }).toZonedDateTime(
      timeZone,
    ).epochMilliseconds;
  } catch {
    throw invalid(`Invalid Schedule Expression ${expression} or ScheduleExpressionTimezone ${timeZone}.`);
  }
  if (at_ms <= now_ms) {
    throw invalid(`Invalid Schedule Expression ${expression}. The schedule's time lies in the past.`);
  }
  return at_ms;
}
