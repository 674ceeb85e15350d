import { SingleBar } from 'cli-progress';
import type { Temporal } from 'temporal-polyfill';

/** How far a play has come. */
export interface Progress {
  readonly at: Temporal.Instant;
  /** Events the bus has taken so far. */
  readonly events: number;
}

/** The virtual time that is played. */
interface Span {
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
}

/** How often the mails are counted anew: the count costs a request. */
const recount_ms = 1000;

/** Where the bar is drawn, if it is a terminal. */
export type ProgressTerminal = NodeJS.WritableStream & { readonly isTTY?: boolean };

export interface ProgressBar {
  report(progress: Progress): Promise<void>;
  stop(): void;
}

function hoursBetween(from: Temporal.Instant, to: Temporal.Instant): number {
  return Math.round((to.epochMilliseconds - from.epochMilliseconds) / 3_600_000);
}

/**
 * A bar over virtual time with its date, the events and the mails so far. Draws nothing where the stream is no
 * terminal.
 *
 * @param countMails asked at most once a second
 */
export function progressBar(
  programme: Span,
  timeZone: string,
  stream: ProgressTerminal,
  countMails: () => Promise<number>,
): ProgressBar {
  if (!stream.isTTY) return { report: async () => {}, stop: () => {} };
  const bar = new SingleBar({
    format: '{bar} {percentage}%  {date}  {events} events  {mails} mails  {duration_formatted}',
    stream,
    hideCursor: true,
    barsize: 24,
    gracefulExit: false,
  });
  const dateOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(timeZone).toPlainDate().toString();
  bar.start(hoursBetween(programme.from, programme.to), 0, {
    date: dateOf(programme.from),
    events: 0,
    mails: 0,
  });
  let mails = 0;
  let countedAt_ms = 0;
  return {
    async report({ at, events }) {
      if (performance.now() - countedAt_ms > recount_ms) {
        mails = await countMails();
        countedAt_ms = performance.now();
      }
      bar.update(hoursBetween(programme.from, at), { date: dateOf(at), events, mails });
    },
    stop: () => bar.stop(),
  };
}
