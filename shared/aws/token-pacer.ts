/** Keeps each worker below its part of the mail service's rate, with nothing shared between workers but arithmetic. */
import type { Lane } from '../core/values/lane.ts';
import { aloneEvery_ms, type LanePace, otherLane, sharedEvery_ms } from '../core/values/send-pace.ts';
import type { Clock } from '../ports/clock.ts';
import type { Pacer } from '../ports/mailer.ts';
import type { Log } from '../ports/telemetry.ts';
import { confirmTurns } from './confirm-turns.ts';

/** So long a worker believes what it was told of the other lane. */
const believes_ms = 10_000;
/** By a share workers keep no even distance, so that those who began together soon call apart: this much more or less. */
const unevenBy = 0.25;
/** So long a worker that was throttled keeps to its lane's share. */
const chastened_ms = 60_000;

interface Options {
  readonly clock: Clock;
  readonly paces: Readonly<Record<Lane, LanePace>>;
  /** The least time between two mails that ask to confirm. */
  readonly confirmEvery_ms: number;
  /** Whether nothing waits in a lane and nothing of it is at work; where it rejects, the lane counts as full. */
  isIdle(lane: Lane): Promise<boolean>;
  /** A number from 0 up to 1, another each time. */
  chance(): number;
  readonly log: Pick<Log, 'warn'>;
}

/**
 * A bucket of one token for each lane that starts empty: calls come one after another, some time apart. That is the
 * whole rate's time where the other lane is idle, else the share's. The other lane is asked for only by a worker that
 * would have to wait. Time that a frozen or idle worker did not use is not saved up. A clock that goes back or jumps costs
 * at most one such time.
 *
 * Where both lanes were idle and both fill at once, each takes the whole rate for up to ten seconds, until it asks again:
 * so long both together ask for up to 1.7 times the rate.
 */
export function tokenPacer({ clock, paces, confirmEvery_ms, isIdle, chance, log }: Options): Pacer {
  const isOtherIdle = (lane: Lane) => async () => {
    try {
      return await isIdle(otherLane[lane]);
    } catch (error) {
      log.warn('the other lane did not answer', { because: error instanceof Error ? error.name : 'unknown' });
      return false;
    }
  };
  const lanes = {
    transactional: new PacedLane(paces.transactional, {
      clock,
      chance,
      isOtherIdle: isOtherIdle('transactional'),
    }),
    marketing: new PacedLane(paces.marketing, { clock, chance, isOtherIdle: isOtherIdle('marketing') }),
  };
  return {
    take: (lane) => lanes[lane].take(),
    takeConfirm: confirmTurns(clock, confirmEvery_ms),
    throttled: (lane) => lanes[lane].throttled(),
  };
}

interface Surroundings extends Pick<Options, 'clock' | 'chance'> {
  isOtherIdle(): Promise<boolean>;
}

class PacedLane {
  readonly #around: Surroundings;
  readonly #alone_ms: number;
  readonly #shared_ms: number;
  #tookAt_ms: number;
  #throttledAt_ms: number | undefined;
  #told: { readonly at_ms: number; readonly isIdle: boolean } | undefined;
  #last: Promise<void> = Promise.resolve();

  constructor(pace: LanePace, around: Surroundings) {
    this.#around = around;
    this.#alone_ms = aloneEvery_ms(pace);
    this.#shared_ms = sharedEvery_ms(pace);
    this.#tookAt_ms = this.#now_ms;
  }

  take(): Promise<void> {
    const mine = this.#last.then(() => this.#turn());
    this.#last = mine.catch(() => {});
    return mine;
  }

  throttled(): void {
    this.#throttledAt_ms = this.#now_ms;
  }

  get #now_ms(): number {
    return this.#around.clock.now().epochMilliseconds;
  }

  async #turn(): Promise<void> {
    const uneven = 1 + unevenBy * (2 * this.#around.chance() - 1);
    const shared_ms = Math.max(this.#alone_ms, Math.ceil(this.#shared_ms * uneven));
    const isAlone = this.#waitOf(shared_ms) > 0 && (await this.#isAlone());
    const wait_ms = this.#waitOf(isAlone ? this.#alone_ms : shared_ms);
    if (wait_ms > 0) await this.#around.clock.sleep(wait_ms);
    this.#tookAt_ms = this.#now_ms;
  }

  #waitOf(every_ms: number): number {
    return Math.min(this.#tookAt_ms + every_ms - this.#now_ms, every_ms);
  }

  async #isAlone(): Promise<boolean> {
    if (this.#isWithin(this.#throttledAt_ms, chastened_ms)) return false;
    if (!this.#told || !this.#isWithin(this.#told.at_ms, believes_ms)) {
      const isIdle = await this.#around.isOtherIdle();
      this.#told = { at_ms: this.#now_ms, isIdle };
    }
    return this.#told.isIdle;
  }

  /** False also for what seems to lie ahead, once the clock has gone back. */
  #isWithin(at_ms: number | undefined, span_ms: number): boolean {
    const ago_ms = at_ms === undefined ? -1 : this.#now_ms - at_ms;
    return ago_ms >= 0 && ago_ms < span_ms;
  }
}
