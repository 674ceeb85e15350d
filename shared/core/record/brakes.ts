import type { Temporal } from 'temporal-polyfill';
import type { Trip } from './breaker.ts';

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
