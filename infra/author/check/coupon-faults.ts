/** The deadline of an offer is true: nothing may begin it anew while the customer is told that it ends. */

import type { Scenario } from '../../../shared/core/language/scenario.ts';
import { isMessage, type MessageStep } from '../../../shared/core/language/steps.ts';
import { fallsThrough, targetsOf } from '../../../shared/core/language/ways.ts';
import type { Duration } from '../../../shared/core/values/duration.ts';
import type { AskedParts } from './event-parts.ts';

/** Offers that issue themselves again, and campaigns that promise two things. */
export function couponFaults(scenario: Scenario): AskedParts[] {
  const offers = scenario.steps.filter(isMessage).filter((step) => step.coupon !== undefined);
  return [
    ...offers.flatMap((step) => againWithin(step, scenario)),
    ...offers.flatMap((step) => againByEntry(step, scenario)),
    ...twoPromises(offers),
  ];
}

function againWithin(step: MessageStep, scenario: Scenario): AskedParts[] {
  if (step.kind === 'series')
    return [
      { step: step.id, says: 'an offer in a series comes again and again: send it by one step "send"' },
    ];
  if (!leadsBackToItself(scenario, step.id)) return [];
  return [{ step: step.id, says: 'an offer in a circle issues itself again: lead the circle past it' }];
}

function againByEntry(step: MessageStep, { trigger }: Scenario): AskedParts[] {
  const { oncePer, whileRunning } = trigger;
  const days = step.coupon?.untilDay ?? 0;
  if (whileRunning === 'restart') {
    const says =
      'a restart issues the offer again with a new deadline: use whileRunning "ignore", or no coupon';
    return [{ step: step.id, says }];
  }
  if (typeof oncePer !== 'object' || !('every' in oncePer) || inDays(oncePer.every) > days) return [];
  const says =
    `the customer may come in again before the offer of ${days} days has ended, and get a new one: make oncePer ` +
    `{ every } longer than ${days} days`;
  return [{ step: step.id, says }];
}

const inDays = ({ days = 0, hours = 0, minutes = 0 }: Duration) => days + hours / 24 + minutes / 1440;

function twoPromises(offers: readonly MessageStep[]): AskedParts[] {
  const first = new Map<string, string>();
  return offers.flatMap(({ id, coupon }) => {
    if (!coupon) return [];
    const promise = JSON.stringify([coupon.off, coupon.untilDay]);
    const known = first.get(coupon.campaign) ?? promise;
    first.set(coupon.campaign, known);
    if (known === promise) return [];
    const says = `campaign "${coupon.campaign}" promises something else at another step: make them the same, or name two`;
    return [{ step: id, says }];
  });
}

function leadsBackToItself({ steps }: Scenario, id: string): boolean {
  const index = new Map(steps.map((step, at) => [step.id as string, at]));
  const start = index.get(id) ?? 0;
  const seen = new Set<number>();
  const todo = [start];
  for (let at = todo.pop(); at !== undefined; at = todo.pop()) {
    const step = steps[at];
    if (!step) continue;
    const next = targetsOf(step).flatMap((target) => index.get(target) ?? []);
    for (const to of fallsThrough(step) ? [...next, at + 1] : next) {
      if (to === start) return true;
      if (seen.has(to)) continue;
      seen.add(to);
      todo.push(to);
    }
  }
  return false;
}
