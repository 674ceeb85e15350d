/** By which alarm a message of a lane comes, and whether that has rung. */
import type { Temporal } from 'temporal-polyfill';
import { isBefore } from '../../values/civil-time.ts';
import { instantOfMinute } from '../../values/minute.ts';

type Instant = Temporal.Instant;

/** An alarm may ring a minute early, as a run may be decided; its own minute is rounded up, and clocks differ. */
const ringsEarly = { seconds: 150 };

/** What of a message says by which alarm it comes, and for whom; one without an enrolment is a look. */
export interface Rings {
  readonly alarm?: number | undefined;
  readonly enrolment?: string;
}

/** The alarm a message came from, if its minute has come: one that was put off by a busy scheduler has not rung yet. */
export function rungAlarm({ alarm }: Rings, at: Instant): Instant | undefined {
  if (alarm === undefined) return undefined;
  const minute = instantOfMinute(alarm);
  return isBefore(at.add(ringsEarly), minute) ? undefined : minute;
}

/** True for the message of an alarm that a busy scheduler put off: the alarm is not armed yet, whatever else comes of it. */
export function isPutOff(message: Rings, at: Instant): boolean {
  return message.alarm !== undefined && rungAlarm(message, at) === undefined;
}

/**
 * True for an alarm that rings right now, by any clock, or whose minute is past: it may have been lost, or found its
 * message settled and named no other. At worst its own message is a moment behind, and finds its work done.
 */
export function isOver(armed: Instant | undefined, at: Instant, rung: Instant | undefined): boolean {
  if (!armed) return false;
  return rung?.equals(armed) === true || !isBefore(at.add(ringsEarly), armed);
}
