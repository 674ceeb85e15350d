/** The port of what is on its way from the mail service: while some of it waits or died, a mail's silence proves nothing. */

export interface FeedbackQueues {
  /** Events that wait to be taken in or are at work, and those that lie among the dead letters. */
  counts(): Promise<{ readonly waiting: number; readonly dead: number }>;
}
