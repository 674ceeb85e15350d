/**
 * The clock of the embedded cloud: real time plus an offset, or held still while it is stepped. Inside, moments are
 * epoch milliseconds, because the wire protocols count so; at the edges they are `Temporal.Instant`.
 */
export class CloudClock {
  #offset_ms: number;
  #held_ms: number | undefined;

  /** @param startAt_ms where the clock begins; the real present if left out */
  constructor(startAt_ms?: number) {
    this.#offset_ms = startAt_ms === undefined ? 0 : startAt_ms - Date.now();
  }

  now_ms(): number {
    return this.#held_ms ?? Date.now() + this.#offset_ms;
  }

  get isHeld(): boolean {
    return this.#held_ms !== undefined;
  }

  /** Stands still at this moment, so that real time adds nothing. */
  hold(at_ms: number): void {
    this.#held_ms = at_ms;
  }

  /** Goes on from the moment it was held at. */
  release(): void {
    if (this.#held_ms === undefined) return;
    this.set(this.#held_ms);
    this.#held_ms = undefined;
  }

  /** Sets the clock, also backwards. */
  set(at_ms: number): void {
    this.#offset_ms = at_ms - Date.now();
  }
}
