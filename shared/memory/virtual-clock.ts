/** A clock that moves only when told, and hands out what falls due in the order of its time. */
import { Temporal } from 'temporal-polyfill';
import TinyQueue from 'tinyqueue';
import type { Clock } from '../ports/clock.ts';

type Instant = Temporal.Instant;

interface Due {
  /** Absent: `at_ms`. */
  readonly at?: Instant;
  readonly at_ms: number;
  /** Keeps things of one moment in the order they were asked for. */
  readonly nth: number;
  readonly fire: () => void;
}

/** Time of the memory world, in whole milliseconds. `now` never goes back. */
export class VirtualClock implements Clock {
  #now: Instant;
  /** `#now` as a number: comparing instants would cost more than all else. */
  #now_ms: number;
  #asked = 0;
  readonly #agenda = new TinyQueue<Due>([], (a, b) => a.at_ms - b.at_ms || a.nth - b.nth);

  constructor(startAt: Instant) {
    this.#now = startAt;
    this.#now_ms = startAt.epochMilliseconds;
  }

  now(): Instant {
    return this.#now;
  }

  /** Moves the clock on by itself and waits for nothing; what falls due meanwhile fires at the next `advanceTo`. */
  async sleep(delay_ms: number): Promise<void> {
    if (delay_ms > 0) this.#moveTo(this.#now.add({ milliseconds: Math.ceil(delay_ms) }));
  }

  /** Has `fire` called when the clock comes to `at`. */
  schedule(at: Instant, fire: () => void): void {
    this.#agenda.push({ at, at_ms: at.epochMilliseconds, nth: this.#asked++, fire });
  }

  /** Has `fire` called so many whole milliseconds from now. Millions that sleep need no instant each. */
  wakeAfter(delay_ms: number, fire: () => void): void {
    this.#agenda.push({ at_ms: this.#now_ms + delay_ms, nth: this.#asked++, fire });
  }

  /** How many things are still to fall due. */
  get pending(): number {
    return this.#agenda.length;
  }

  /** When the next thing falls due; it may lie behind `now` after a sleep. */
  nextDue(): Instant | undefined {
    const first = this.#agenda.peek();
    return first && instantOf(first);
  }

  /** Steps to each due thing up to and with `to`, the clock showing its time as it fires, and then to `to`. */
  advanceTo(to: Instant): void {
    while (this.stepTowards(to));
    this.#moveTo(to);
  }

  /** Steps to the next moment at which things fall due and has them fire. False: none by `to`, and nothing was done. */
  stepTowards(to: Instant): boolean {
    const first = this.#agenda.peek();
    if (first === undefined || first.at_ms > to.epochMilliseconds) return false;
    if (first.at_ms > this.#now_ms) this.#moveTo(instantOf(first), first.at_ms);
    for (let due: Due | undefined = first; due?.at_ms === first.at_ms; due = this.#agenda.peek()) {
      this.#agenda.pop();
      due.fire();
    }
    return true;
  }

  #moveTo(at: Instant, at_ms = at.epochMilliseconds): void {
    if (at_ms <= this.#now_ms) return;
    this.#now = at;
    this.#now_ms = at_ms;
  }
}

const instantOf = ({ at, at_ms }: Due): Instant => at ?? Temporal.Instant.fromEpochMilliseconds(at_ms);
