import type { Temporal } from 'temporal-polyfill';

/** What the breaker saw when it paused marketing. */
export interface Trip {
  readonly because: 'bounces' | 'complaints';
  readonly percent: number;
  readonly sent: number;
  readonly at: Temporal.Instant;
}

/** The brakes on mail, asked before every message: the operator's, and the breaker's own. `scenarios` are ids. */
export interface Brakes {
  readonly paused: {
    readonly all: boolean;
    readonly marketing: boolean;
    readonly scenarios: readonly string[];
  };
  /** There while it is the breaker that paused marketing, and why. */
  readonly breaker?: Trip | undefined;
  /** When marketing was last let go: the breaker looks only at what was sent after. */
  readonly judgedFrom?: Temporal.Instant | undefined;
}

export const noBrakes: Brakes = { paused: { all: false, marketing: false, scenarios: [] } };
