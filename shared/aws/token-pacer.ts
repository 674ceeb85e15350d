/** Keeps each worker below its part of the mail service's rate, with nothing shared between workers but arithmetic. */
import type { Lane } from '../core/values/lane.ts';
import type { Clock } from '../ports/clock.ts';
import type { Pacer } from '../ports/mailer.ts';

/** Senders at the full rate were seen to be throttled; three quarters leave room for other senders and for jitter. */
const safety = 0.75;

interface Options {
  readonly clock: Clock;
  /** Mails a second the mail service takes from this deployment. */
  readonly rate: number;
  /** Each lane's part of the rate; together 1. */
  readonly shares: Readonly<Record<Lane, number>>;
  /** Workers at once in each lane. */
  readonly concurrency: Readonly<Record<Lane, number>>;
}

/**
 * A bucket of one token for each lane that starts empty: calls come one after another, `interval` apart. Time that a
 * frozen or idle worker did not use is not saved up. A clock that goes back or jumps costs at most one interval.
 */
export function tokenPacer({ clock, rate, shares, concurrency }: Options): Pacer {
  const now_ms = () => clock.now().epochMilliseconds;
  const laneOf = (lane: Lane) => {
    const interval_ms = Math.ceil((1000 * concurrency[lane]) / (safety * rate * shares[lane]));
    return { interval_ms, next_ms: now_ms() + interval_ms, last: Promise.resolve() };
  };
  const lanes = { transactional: laneOf('transactional'), marketing: laneOf('marketing') };

  const turn = async (lane: (typeof lanes)[Lane]) => {
    const wait_ms = Math.min(lane.next_ms - now_ms(), lane.interval_ms);
    if (wait_ms > 0) await clock.sleep(wait_ms);
    lane.next_ms = now_ms() + lane.interval_ms;
  };

  return {
    take(name) {
      const lane = lanes[name];
      const mine = lane.last.then(() => turn(lane));
      lane.last = mine.catch(() => {});
      return mine;
    },
  };
}
