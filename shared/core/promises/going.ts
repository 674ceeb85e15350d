import type { Scenario } from '../language/scenario.ts';
import type { MessageStep } from '../language/steps.ts';
import type { Customer, Enrolment } from '../record/customer.ts';
import type { RecentSend } from '../record/recent-send.ts';
import type { AroundSave } from './invariant.ts';

/** One mail about to go: its claim, its run and the record as they were loaded. */
export interface Going {
  readonly claim: RecentSend;
  readonly enrolment: Enrolment;
  readonly scenario: Scenario;
  readonly step: MessageStep;
  readonly before: Customer;
  readonly around: AroundSave;
}
