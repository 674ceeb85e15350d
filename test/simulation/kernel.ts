/**
 * Virtual time for code that runs side by side. Whatever an invocation asks of the outside waits here for its moment;
 * one thing happens at a time, and the next only when all code has come to rest again. So the order of everything
 * follows from the seed alone.
 */
import { Temporal } from 'temporal-polyfill';
import TinyQueue from 'tinyqueue';
import type { Trace } from './trace.ts';

interface Due {
  readonly at_ms: number;
  readonly nth: number;
  readonly label: string;
  readonly happen: () => void;
  called: boolean;
}

export class Kernel {
  now_ms: number;
  steps = 0;
  /** Calls that are inside a library which may need more than one turn of the event loop. */
  outside = 0;
  /** Asked after each step. */
  afterStep: () => void = () => {};
  #asked = 0;
  readonly #agenda = new TinyQueue<Due>([], (a, b) => a.at_ms - b.at_ms || a.nth - b.nth);
  readonly #trace: Trace;

  constructor(startAt: Temporal.Instant, trace: Trace) {
    this.now_ms = startAt.epochMilliseconds;
    this.#trace = trace;
  }

  get now(): Temporal.Instant {
    return Temporal.Instant.fromEpochMilliseconds(this.now_ms);
  }

  /** How many things are still to happen. */
  get pending(): number {
    return this.#agenda.length;
  }

  /**
   * Has something happen at a moment; at once, in its turn, if the moment has gone by. Returns how to call it off: what
   * was called off is no step.
   */
  at(at_ms: number, label: string, happen: () => void): () => void {
    const due = { at_ms: Math.max(at_ms, this.now_ms), nth: this.#asked++, label, happen, called: true };
    this.#agenda.push(due);
    return () => {
      due.called = false;
    };
  }

  after(delay_ms: number, label: string, happen: () => void): () => void {
    return this.at(this.now_ms + delay_ms, label, happen);
  }

  /** Resolves after the delay, as a step of its own. */
  gate(delay_ms: number, label: string): Promise<void> {
    return new Promise((resolve) => this.after(delay_ms, label, resolve));
  }

  /** Writes a line into the trace without a step: what was drawn or found. */
  note(line: string): void {
    this.#trace.line(`  ${line}`);
  }

  /** Lets everything up to and with the moment happen; ends early once `enough` says so. */
  async run(until_ms: number, enough: () => boolean = () => false): Promise<void> {
    for (let next = this.#agenda.peek(); next && next.at_ms <= until_ms; next = this.#agenda.peek()) {
      if (enough()) return;
      this.#agenda.pop();
      if (!next.called) continue;
      this.now_ms = next.at_ms;
      this.steps += 1;
      this.#trace.line(`${next.at_ms} ${next.label}`);
      next.happen();
      await this.#rest();
      this.afterStep();
    }
    this.now_ms = Math.max(this.now_ms, until_ms);
  }

  /** One turn of the event loop finishes whatever only waits for promises. */
  async #rest(): Promise<void> {
    do {
      await new Promise((resolve) => setImmediate(resolve));
    } while (this.outside > 0);
  }
}
