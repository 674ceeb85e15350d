/** Single steps of a scenario nobody wrote: every kind of wait, what a journey notes, and what it tells others. */

import { type EventName, isAboutOrder, subjectOf } from '../../shared/core/events/event-catalogue.ts';
import type { DatePath } from '../../shared/core/language/date-path.ts';
import type { Step } from '../../shared/core/language/steps.ts';
import type { Trigger } from '../../shared/core/language/trigger.ts';
import { eventOfTrigger, isEventTrigger } from '../../shared/core/language/trigger.ts';
import { weekdays } from '../../shared/core/values/weekday.ts';
import type { Random } from './random.ts';
import { labels, randomFilter } from './random-scenario-filters.ts';
import { randomHour, randomSpan } from './random-scenario-spans.ts';

const awaited: readonly EventName[] = [
  ...([
    'OrderPlaced',
    'OrderShipped',
    'OrderDelivered',
    'ProductViewed',
    'CartUpdated',
    'MailClicked',
  ] as const),
  ...(['SurveyAnswered', 'BookingAttended', 'SubscriptionRenewed', 'SaleAnnounced'] as const),
];

/** @param ways where it waits for an event: the next step, and another one ahead */
export function randomWait(
  random: Random,
  id: string,
  trigger: Trigger,
  ways?: readonly [string, string],
): Step {
  if (ways) {
    const [next, other] = ways;
    const [then, late] = random.chance(0.5) ? [next, other] : [other, next];
    const on = random.pick(awaited);
    const filter = random.chance(0.2) ? { filter: randomFilter(random, 'arriving', 1) } : {};
    return { id, kind: 'wait', event: { on, ...filter }, atMost: randomSpan(random), then, else: late };
  }
  const style = random.fraction();
  if (style < 0.4) return { id, kind: 'wait', for: randomSpan(random) };
  if (style < 0.6) return untilDay(random, id, trigger);
  if (style < 0.8) {
    const next = weekdays.filter(() => random.chance(0.3));
    return { id, kind: 'wait', next: next.length > 0 ? next : ['mon'], at: randomHour(random) };
  }
  return untilDate(random, id, trigger);
}

function untilDay(random: Random, id: string, trigger: Trigger): Step {
  const on = eventOfTrigger(trigger);
  const after = on && isAboutOrder(on) ? random.pick(['entry', 'order', 'arrived'] as const) : 'entry';
  const day = random.int(0, random.pick([3, 30, 90]));
  return { id, kind: 'wait', until: { day, after, at: randomHour(random) } };
}

function untilDate(random: Random, id: string, trigger: Trigger): Step {
  const mine: Partial<Record<string, DatePath>> = {
    booking: 'event.booking.startsAt',
    sale: 'event.sale.endsAt',
    subscription: 'event.subscription.renewsAt',
  };
  const on = isEventTrigger(trigger) ? mine[subjectOf(trigger.on)] : undefined;
  const date = random.pick([
    ...(on ? [on, on, on, on] : []),
    ...(['customer.birthday', 'customer.lifecycle.lastOrderAt', 'customer.supplyEndsAt'] as const),
  ]);
  const days = random.int(-10, 20);
  if (random.chance(0.3)) return { id, kind: 'wait', date, offset: { hours: random.int(-48, 48) } };
  return { id, kind: 'wait', date, offset: { days }, at: randomHour(random) };
}

export function randomSet(random: Random, id: string): Step {
  return {
    id,
    kind: 'set',
    addLabels: [random.pick(labels)],
    ...(random.chance(0.3) ? { removeLabels: [random.pick(labels)] } : {}),
    ...(random.chance(0.3) ? { attributes: { points: random.int(0, 500) } } : {}),
    ...(random.chance(0.3) ? { category: { set: 'persona', is: random.pick(['giver', 'taster']) } } : {}),
    ...(random.chance(0.3) ? { score: random.int(1, 20) } : {}),
  };
}

export function randomEmit(random: Random, id: string): Step {
  const event = random.pick(['HumanTask', 'AudienceChanged', 'RandomTold']);
  return {
    id,
    kind: 'emit',
    event,
    detail: {
      reason: 'a random scenario came by',
      weight: random.int(1, 5),
      ...(event === 'AudienceChanged' ? { audience: 'random', change: 'added' } : {}),
    },
    ...(event === 'HumanTask' && random.chance(0.5) ? { due: { days: random.int(1, 3) } } : {}),
  };
}
