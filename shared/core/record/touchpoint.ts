import type { Temporal } from 'temporal-polyfill';
import type { Kind } from '../language/scenario.ts';
import type { Because } from '../values/because.ts';

/**
 * `sent`: the mail service took it. `would-send`: all but the mail happened (dry run, allow list). `skipped`: it
 * never goes, with the reason. `unknown`: the mail service may or may not have taken it, and nobody can tell.
 */
type TouchpointState = 'sent' | 'would-send' | 'skipped' | 'unknown';

/** One intended message of one step, as it ended. Keyed by its derived id below its customer. */
export interface Touchpoint {
  readonly id: string;
  readonly customer: string;
  readonly enrolment: string;
  readonly scenario: string;
  readonly version: number;
  readonly step: string;
  readonly kind: Kind;
  readonly template: string;
  /** Absent for mail. */
  readonly channel?: string | undefined;
  /** `split:variant` of its enrolment, joined by a blank. */
  readonly variant?: string | undefined;
  /** The message of a series: 1 for the first. */
  readonly number?: number | undefined;
  readonly state: TouchpointState;
  readonly because: Because;
  /** Of a skipped one: what took its place, as `scenario/step`. */
  readonly by?: string | undefined;
  /** When it was decided. */
  readonly at: Temporal.Instant;
  /** The mail service's id, where it took the message. */
  readonly messageId?: string | undefined;
}

/** What the mail service reported later of a sent message; the first instant of each kind is kept. */
export type FeedbackKind = 'delivered' | 'bounced' | 'complained' | 'clicked' | 'rejected';

export interface RecordedTouchpoint extends Touchpoint {
  readonly feedback: Readonly<Partial<Record<FeedbackKind, Temporal.Instant>>>;
}
