import { isMessage } from '../language/steps.ts';
import type { RecentSend } from './recent-send.ts';
import type { Situation } from './situation.ts';
import type { Touchpoint } from './touchpoint.ts';

/** The touchpoint that a decision in the record stands for, with the outcome given. */
export function touchpointOf(
  { customer, scenario }: Pick<Situation, 'customer' | 'scenario'>,
  send: RecentSend,
  { state, because }: Pick<Touchpoint, 'state' | 'because'>,
): Touchpoint {
  const step = scenario.steps.find((other) => other.id === send.step);
  const variants = customer.enrolments.find(({ id }) => id === send.enrolment)?.variants ?? {};
  const variant = Object.entries(variants).map(([split, taken]) => `${split}:${taken}`);
  return {
    id: send.touchpoint,
    customer: customer.id,
    enrolment: send.enrolment,
    scenario: send.scenario,
    version: send.version,
    step: send.step,
    kind: send.kind,
    template: isMessage(step) ? step.template : '',
    channel: send.channel,
    variant: variant.length > 0 ? variant.join(' ') : undefined,
    number: send.number,
    state,
    because,
    by: send.by,
    at: send.at,
  };
}
