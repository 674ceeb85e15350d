/** Whether the message of a step goes now, and what the record keeps of that. */

import type { Temporal } from 'temporal-polyfill';
import type { MessageStep } from '../language/steps.ts';
import { showsAny } from '../language/template-facts.ts';
import { couponEnd } from '../questions/coupon-end.ts';
import type { Customer } from '../record/customer.ts';
import type { RecentSend } from '../record/recent-send.ts';
import type { Situation } from '../record/situation.ts';
import type { SendingSurroundings, Surroundings } from '../record/surroundings.ts';
import { zoneOf } from '../record/zone.ts';
import { civilDate } from '../values/civil-time.ts';
import { touchpointId } from '../values/ids.ts';
import { cartToShow } from './cart-to-show.ts';
import { maySend, type Verdict } from './may-send.ts';

/** The contact policy first; then what the message itself asks for: its coupon, something to show. */
export function verdictOn(situation: Situation<SendingSurroundings>, step: MessageStep): Verdict {
  const { customer, enrolment, around } = situation;
  const verdict = maySend({ ...situation, step, since: enrolment.since, side: enrolment.side });
  if (verdict.may === 'never') return verdict;
  const end = couponEnd(step, enrolment, zoneOf(customer, around.settings));
  if (end && isOver(end, customer, around)) return { may: 'never', because: 'too-late', late: true };
  if (verdict.may === 'later') return verdict;
  if (showsCart(step, around) && !cartToShow(customer, enrolment, around)) {
    return { may: 'never', because: 'nothing-to-show' };
  }
  return verdict;
}

function isOver(end: Temporal.PlainDate, customer: Customer, { at, settings }: Surroundings): boolean {
  return civilDate(at, zoneOf(customer, settings)).since(end).days > 0;
}

/** True where the texts of the message name something of her cart. */
function showsCart({ template }: MessageStep, { book }: Pick<Surroundings, 'book'>): boolean {
  return showsAny(book.template(template), 'cart.');
}

/** What the record keeps of a decision that the timer of `arm` asked for: a claim, or that the message never goes. */
export function decidedSend(
  { scenario, customer, enrolment, around }: Situation,
  step: MessageStep,
  verdict: Exclude<Verdict, { may: 'later' }>,
  arm: number,
): RecentSend {
  const lap = enrolment.lap ?? 0;
  const ownTopic = scenario.kind === 'marketing' ? scenario.topic : undefined;
  return {
    touchpoint: touchpointId({
      store: customer.store,
      customer: customer.id,
      enrolment: enrolment.id,
      step: step.id,
      lap,
    }),
    enrolment: enrolment.id,
    scenario: scenario.id,
    version: scenario.version,
    step: step.id,
    kind: scenario.kind,
    channel: step.channel === 'email' ? undefined : step.channel,
    content: step.content,
    topic: step.topic === ownTopic ? undefined : step.topic,
    arm,
    at: around.at,
    since: enrolment.since,
    lap: enrolment.lap,
    number: step.kind === 'series' ? (enrolment.counts?.[step.id] ?? 0) + 1 : undefined,
    state: verdict.may === 'go' ? 'claimed' : 'skipped',
    because: verdict.because,
    by: verdict.may === 'never' ? verdict.by : undefined,
  };
}
