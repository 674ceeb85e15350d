/** What travels in a send lane: ids only, never personal data. */

/** One firing of one timer. `address` is the keyed hash of the address known when it was armed (a read hint). */
export interface TimerMessage {
  readonly kind: 'timer';
  readonly customer: string;
  readonly enrolment: string;
  readonly step: string;
  readonly arm: number;
  readonly address?: string | undefined;
}

/** Comes back 15 minutes after a claim whose outcome nobody knows. */
export interface ResolveMessage {
  readonly kind: 'resolve';
  readonly customer: string;
  readonly touchpoint: string;
  readonly address?: string | undefined;
}

/** Her dates, schedules and segments are to be looked at: something may have become true by time alone. */
export interface LookMessage {
  readonly kind: 'look';
  readonly customer: string;
  readonly arm: number;
}

/** Asks whether messages come through: whoever put it looks for its arrival. It is about nobody. */
export interface ProbeMessage {
  readonly kind: 'probe';
  readonly id: string;
}

export type LaneMessage = TimerMessage | LookMessage | ResolveMessage | ProbeMessage;
