/** What the engine itself puts into the intake queue: ids and data of the store, no personal data. */
import type { StoreWideName } from './event-names.ts';

/** Let one customer into a scenario that waits for a command, a schedule or a word about many. */
export interface EnrolMessage {
  readonly kind: 'enrol';
  readonly customer: string;
  readonly scenario: string;
  /** Tells repeats: the command's `eventId`, or the occurrence of the schedule. */
  readonly key: string;
  /** ISO 8601 instant the entry counts from. */
  readonly at: string;
  /** The fields of the store's event that concerns many, such as a sale; nested as on the wire. */
  readonly event?: Readonly<Record<string, unknown>> | undefined;
}

/** An event of the store's goods told to one customer: for whoever waits for it or is let in by it. */
export interface StoreWideMessage {
  readonly kind: 'told';
  readonly customer: string;
  readonly name: StoreWideName;
  /** ISO 8601 instant. */
  readonly at: string;
  /** The event's detail as on the wire, with its `eventId` and without a customer. */
  readonly detail: Readonly<Record<string, unknown>>;
}

/** One page of everybody: each gets the message below, and the next page follows. */
export interface ManyMessage {
  readonly kind: 'many';
  readonly share: number;
  readonly cursor?: string | undefined;
  readonly each:
    | Omit<EnrolMessage, 'customer'>
    | Omit<StoreWideMessage, 'customer'>
    /** Looks at dates, schedules and segments anew, for instance after a deployment with new ones. */
    | { readonly kind: 'look' };
}

/** Look at one customer's dates, schedules and segments now. */
export interface LookNowMessage {
  readonly kind: 'look';
  readonly customer: string;
}

/** Forget one customer: all that is held of her, under every id that is hers. */
export interface EraseMessage {
  readonly kind: 'erase';
  readonly customer: string;
  /** ISO 8601 instant at which it was asked for. */
  readonly at: string;
}

/** A link of a mail that she pressed herself: an event of hers like any other, shaped as the bus would bring it. */
export interface ClickEvent {
  readonly 'detail-type': 'MailClicked';
  readonly detail: {
    readonly eventId: string;
    readonly occurredAt: string;
    readonly customer: { readonly id: string };
    readonly click: { readonly touchpoint: string; readonly scenario: string; readonly step: string };
  };
}

/** She called a mail spam: a withdrawal of her consent like any other, shaped as the bus would bring it. */
export interface ComplaintEvent {
  readonly 'detail-type': 'ConsentChanged';
  readonly detail: {
    readonly eventId: string;
    readonly occurredAt: string;
    readonly customer: { readonly id: string };
    readonly consent: { readonly granted: false; readonly source: 'complaint' };
  };
}

/** What the mail service told of her, as an event of hers. */
export type MailEvent = ClickEvent | ComplaintEvent;

export type IntakeMessage = EnrolMessage | StoreWideMessage | ManyMessage | LookNowMessage | EraseMessage;
