/** Something the engine wants done: plain data with a derived id, safe to do again. */
import type { Temporal } from 'temporal-polyfill';
import type { LookMessage, TimerMessage } from '../events/lane-message.ts';
import type { PublishedEvent } from '../events/published-event.ts';
import type { Lane } from '../values/lane.ts';
import type { KeptOrder } from './orders/kept-order.ts';
import type { Touchpoint } from './touchpoint.ts';

/** Something waits until `due`. Near, its message goes into the lane; what is further away stands behind an alarm. */
export interface ArmTimer {
  readonly do: 'arm';
  readonly due: Temporal.Instant;
  readonly lane: Lane;
  readonly message: TimerMessage | LookMessage;
}

/** The one schedule that stands for everything in a customer's lane. Its message says by `alarm` that it is one. */
export interface ArmAlarm {
  readonly do: 'alarm';
  /** Derived from store, customer, lane and minute; at most 64 characters of `[0-9a-zA-Z-_]`. */
  readonly name: string;
  /** A whole minute. */
  readonly due: Temporal.Instant;
  readonly lane: Lane;
  readonly message: TimerMessage | LookMessage;
  /**
   * The message of a lane that asks for the alarm once more. However often that comes, Scheduler alone knows the alarm by its
   * name: it goes into no lane, and where Scheduler is busy the message comes back itself, so that one stays one.
   */
  readonly askedBy?: TimerMessage | LookMessage;
}

/** Take an alarm away that stands for nothing any more. Where it rings all the same it finds nothing to do. */
export interface DisarmAlarm {
  readonly do: 'disarm';
  readonly name: string;
}

/** Put an event on the bus. Its id is derived: a repeat is known by it. */
export interface Publish {
  readonly do: 'publish';
  readonly event: PublishedEvent;
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

/** Keep an entry's event fields beside the record, where they are too big for it. Done before the save. */
export interface StoreContext {
  readonly do: 'context';
  readonly enrolment: string;
  readonly event: Readonly<Record<string, unknown>>;
}

/**
 * Keep what was told of an order beside the record, and its ledger's entry as it stood in the record that was loaded once it
 * leaves. Done before the save.
 */
export interface KeepOrder extends KeptOrder {
  readonly do: 'order';
  /** A fact that was beyond the bounds of the item. */
  readonly isLeftOut?: true;
}

/** Keep who asked for a product, by the product. Done before the save. */
export interface KeepAsking {
  readonly do: 'asking';
  readonly product: string;
  readonly at: Temporal.Instant;
}

/** The customer has ordered a product that was asked for, and waits for it no longer. Done before the save. */
export interface EndAsking {
  readonly do: 'no-asking';
  readonly product: string;
  readonly at: Temporal.Instant;
}

/** Keep the proof of a change of consent. Done before the save; the id is derived from the event. */
export interface KeepEvidence {
  readonly do: 'evidence';
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly granted: boolean;
  readonly topics: readonly string[];
  readonly source: string;
  readonly wording?: string | undefined;
  /** Of a denial that was taken for more than its words name: the words as they were said. */
  readonly said?: string | undefined;
  /** The grant counts only once she has confirmed it. */
  readonly pending?: true | undefined;
  /** Nothing is granted any more: from now on the time runs for which proofs are kept. */
  readonly ends?: true | undefined;
}

export type Effect =
  | ArmTimer
  | ArmAlarm
  | DisarmAlarm
  | Publish
  | SendMessage
  | RecordTouchpoint
  | StoreContext
  | KeepOrder
  | KeepAsking
  | EndAsking
  | KeepEvidence;
