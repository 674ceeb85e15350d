import type { Because } from './because.ts';
import type { Customer, RecentSend } from './customer.ts';
import type { Scenario } from './scenario.ts';
import type { Touchpoint, TouchpointState } from './touchpoint.ts';

/** The touchpoint that a decision in the record stands for, with the outcome given. */
export function touchpointOf(
  customer: Customer,
  send: RecentSend,
  scenario: Scenario,
  state: TouchpointState,
  because: Because,
): Touchpoint {
  const step = scenario.steps.find((other) => other.id === send.step);
  return {
    id: send.touchpoint,
    customer: customer.id,
    enrolment: send.enrolment,
    scenario: send.scenario,
    version: send.version,
    step: send.step,
    kind: send.kind,
    template: step?.kind === 'send' ? step.template : '',
    state,
    because,
    at: send.at,
  };
}
