/** Order mail of unknown outcome, and the queues of the mail service's events, in memory. */
import { Temporal } from 'temporal-polyfill';
import type { FeedbackQueues } from '../ports/feedback-queues.ts';
import type { UnknownOrderMail, Unknowns } from '../ports/unknowns.ts';

/** `unknowns` in memory, oldest first. */
export function memoryUnknowns(): Unknowns {
  const mails = new Map<string, UnknownOrderMail>();
  const keyOf = ({ at, touchpoint }: UnknownOrderMail) => `${at.epochMilliseconds} ${touchpoint}`;
  return {
    async note(mail) {
      mails.set(keyOf(mail), mail);
    },
    async until(moment, most) {
      return [...mails.values()]
        .filter(({ at }) => Temporal.Instant.compare(at, moment) <= 0)
        .sort((a, b) => Temporal.Instant.compare(a.at, b.at))
        .slice(0, most);
    },
    take: async (mail) => mails.delete(keyOf(mail)),
  };
}

/** `feedbackQueues` in memory: as a test says. */
export class MemoryFeedbackQueues implements FeedbackQueues {
  waiting = 0;
  dead = 0;
  async counts() {
    return { waiting: this.waiting, dead: this.dead };
  }
}
