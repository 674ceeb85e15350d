import type { Temporal } from 'temporal-polyfill';

/** An event for the bus that a journey decided, kept until no redelivery can ask for it again. */
export interface PendingEvent {
  /** Derived: whoever reads the bus knows a repeat by it. */
  readonly id: string;
  readonly name: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly at: Temporal.Instant;
  /** What decided it: the hash of an event, or `enrolment/arm`. */
  readonly by: string;
}
