/** All invocations that run at the moment, and the customers they are about. */
export interface Invocation {
  readonly now_ms: number;
  readonly customers: ReadonlySet<string>;
  /** True when it touches nobody but these customers, so that later moments of others may begin meanwhile. */
  readonly othersMayGoAhead: boolean;
}

export class Invocations {
  readonly #running = new Set<Invocation>();
  readonly #busy = new Set<string>();

  get count(): number {
    return this.#running.size;
  }

  /** The earliest moment of any that runs. */
  get oldest_ms(): number | undefined {
    let oldest_ms: number | undefined;
    for (const { now_ms } of this.#running) oldest_ms = Math.min(oldest_ms ?? now_ms, now_ms);
    return oldest_ms;
  }

  begin(invocation: Invocation): void {
    this.#running.add(invocation);
    for (const customer of invocation.customers) this.#busy.add(customer);
  }

  end(invocation: Invocation): void {
    this.#running.delete(invocation);
    for (const customer of invocation.customers) this.#busy.delete(customer);
  }

  /** True while an invocation about this customer runs; a second one must wait for it. */
  isBusy(customer: string): boolean {
    return this.#busy.has(customer);
  }

  /** True when a later moment may begin though these run, the oldest of them not more than `most_ms` before it. */
  letAhead(at_ms: number, most_ms: number): boolean {
    for (const { othersMayGoAhead, now_ms } of this.#running) {
      if (!othersMayGoAhead || at_ms - now_ms > most_ms) return false;
    }
    return true;
  }
}
