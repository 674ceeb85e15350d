/** What is written down of a play: its lines, and the runs of the customer. */
import type { Temporal } from 'temporal-polyfill';
import type { Customer, EndedEnrolment, Enrolment } from '../../../shared/core/record/customer.ts';
import type { Because } from '../../../shared/core/values/because.ts';

export interface PlayedLine {
  readonly at: Temporal.Instant;
  /** Of her wall clock at that time. */
  readonly zone: string;
  readonly what:
    | 'event'
    | 'entered'
    | 'kept-out'
    | 'sent'
    | 'skipped'
    | 'held'
    | 'asleep'
    | 're-timed'
    | 'did'
    | 'clicked'
    | 'nothing-to-click'
    | 'unsubscribed'
    | 'ended'
    | 'goal-after-end';
  /** Absent for what is about none. */
  readonly scenario?: string | undefined;
  readonly step?: string | undefined;
  /** Of a step that says nothing to her: what it did. */
  readonly says?: string | undefined;
  /** The engine's own word. */
  readonly because?: Because | undefined;
  readonly event?: string | undefined;
  readonly order?: string | undefined;
  readonly template?: string | undefined;
  readonly subject?: string | undefined;
  /** Absent for mail. */
  readonly channel?: string | undefined;
  /** The message of a series. */
  readonly number?: number | undefined;
  /** Of who was not let in: the scenario that had the place; of what did not go: the message that took it. */
  readonly by?: string | undefined;
  /** When what waits or is held comes up again. */
  readonly until?: Temporal.Instant | undefined;
}

/** One run through the scenario, as it ended or as it still goes on. */
export type PlayedEnrolment = Pick<Enrolment, 'id' | 'scenario' | 'version' | 'order' | 'enteredAt'> & {
  readonly ended?: Enrolment['ended'];
  readonly running?: Enrolment | undefined;
};

/** The ended ones first, as far as the record remembers them. */
export function playedEnrolmentsOf(customer: Customer): PlayedEnrolment[] {
  const whole = customer.enrolments.map(
    (enrolment): PlayedEnrolment => ({ ...enrolment, running: enrolment.ended ? undefined : enrolment }),
  );
  const remembered = customer.ended.map(
    (enrolment: EndedEnrolment): PlayedEnrolment => ({ ...enrolment, ended: enrolment }),
  );
  return [...remembered, ...whole];
}
