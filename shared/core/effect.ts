/** Something the engine wants done: plain data with a derived id, safe to do again. */
import type { Temporal } from 'temporal-polyfill';
import type { TimerMessage } from './lane-message.ts';
import type { Lane, Touchpoint } from './touchpoint.ts';

export interface ArmTimer {
  readonly do: 'arm';
  /** Derived from store, customer, enrolment, step and arm; at most 64 characters of `[0-9a-zA-Z-_]`. */
  readonly name: string;
  readonly due: Temporal.Instant;
  readonly lane: Lane;
  readonly message: TimerMessage;
}

/** Send the message that the returned customer already claims. At most one in a decision. */
export interface SendMessage {
  readonly do: 'send';
  readonly touchpoint: Touchpoint;
  /** The event fields the template may name. */
  readonly event: Readonly<Record<string, unknown>>;
}

/** Write down a touchpoint that ended without a mail. */
export interface RecordTouchpoint {
  readonly do: 'record';
  readonly touchpoint: Touchpoint;
}

export type Effect = ArmTimer | SendMessage | RecordTouchpoint;
