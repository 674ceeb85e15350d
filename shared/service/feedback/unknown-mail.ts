/** Whether a mail of unknown outcome provably never went: asked by whoever sends one again, an operator or the sweep. */
import type { Temporal } from 'temporal-polyfill';
import { isBefore } from '../../core/values/civil-time.ts';
import { silentFor } from '../sending/send-ports.ts';

/** What speaks for it that the mail service's events come: those of other mails since, and none that waits or died. */
export interface FeedbackHealth {
  readonly reported: number;
  readonly waiting: number;
  readonly dead: number;
}

export interface MailInDoubt {
  readonly at: Temporal.Instant;
  /** True where feedback of it came all the same. */
  readonly reported: boolean;
}

/** Why nothing is proven yet; undefined where the mail never went. */
export function doubtOf(
  mail: MailInDoubt,
  health: FeedbackHealth,
  now: Temporal.Instant,
): string | undefined {
  if (mail.reported) return 'the mail service has told of it: it went';
  if (isBefore(now.subtract(silentFor), mail.at)) return 'it is not two hours old';
  if (health.dead > 0)
    return `${health.dead} events of the mail service lie among the dead letters: redrive them first`;
  if (health.waiting > 0) return `${health.waiting} events of the mail service wait to be taken in`;
  if (health.reported === 0) return 'no mail of later was told of either: the events may not come at all';
  return undefined;
}
