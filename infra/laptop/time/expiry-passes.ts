/**
 * When the database is asked to delete what is over: as the clock passes the midnights that it told of. Work of earlier
 * moments may still wait then, and must find what was not over at its own: a pass goes no further than the oldest of it.
 */
import type { Aside } from './stepper.ts';

const day_ms = 24 * 60 * 60 * 1000;

export class ExpiryPasses implements Aside {
  readonly #oldestWork_ms: () => number | undefined;
  readonly #expire: (at_ms: number) => Promise<void>;
  /** Midnights at which something is over. */
  readonly #told = new Set<number>();
  #earliest_ms = Number.POSITIVE_INFINITY;
  /** One pass a day is enough, unless the clock comes to rest. */
  #notBefore_ms = Number.NEGATIVE_INFINITY;
  #done: Promise<void> = Promise.resolve();

  /**
   * @param oldestWork_ms the earliest moment of any work that waits or runs
   * @param expire deletes what was over at that moment; asked twice, it does the one after the other
   */
  constructor(oldestWork_ms: () => number | undefined, expire: (at_ms: number) => Promise<void>) {
    this.#oldestWork_ms = oldestWork_ms;
    this.#expire = expire;
  }

  /** Something is over from this midnight on. */
  note(at_ms: number): void {
    this.#told.add(at_ms);
    this.#earliest_ms = Math.min(this.#earliest_ms, at_ms);
  }

  next_ms(): number {
    return Math.max(this.#earliest_ms, this.#notBefore_ms);
  }

  passed(now_ms: number, atRest: boolean): Promise<void> {
    if (this.#earliest_ms <= now_ms && (atRest || now_ms >= this.#notBefore_ms)) this.#pass(now_ms);
    return this.#done;
  }

  #pass(now_ms: number): void {
    this.#notBefore_ms = (Math.floor(now_ms / day_ms) + 1) * day_ms;
    const until_ms = Math.min(now_ms, this.#oldestWork_ms() ?? now_ms);
    if (this.#earliest_ms > until_ms) return;
    this.#earliest_ms = Number.POSITIVE_INFINITY;
    for (const at_ms of this.#told) {
      if (at_ms <= until_ms) this.#told.delete(at_ms);
      else this.#earliest_ms = Math.min(this.#earliest_ms, at_ms);
    }
    this.#done = this.#expire(until_ms);
  }
}
