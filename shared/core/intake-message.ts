/** What the engine itself puts into the intake queue: ids and data of the store, no personal data. */

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

/** One page of everybody: each gets the message below, and the next page follows. */
export interface ManyMessage {
  readonly kind: 'many';
  readonly share: number;
  readonly cursor?: string | undefined;
  readonly each:
    | Omit<EnrolMessage, 'customer'>
    /** Looks at dates, schedules and segments anew, for instance after a deployment with new ones. */
    | { readonly kind: 'look' };
}

/** Look at one customer's dates, schedules and segments now. */
export interface LookNowMessage {
  readonly kind: 'look';
  readonly customer: string;
}

export type IntakeMessage = EnrolMessage | ManyMessage | LookNowMessage;
