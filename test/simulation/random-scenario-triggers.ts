/** What begins a scenario nobody wrote, of every kind there is. */
import {
  type EventName,
  eventNames,
  isAboutOrder,
  isOfStore,
  subjectOf,
} from '../../shared/core/events/event-catalogue.ts';
import type { DateTrigger, OncePer, ScheduleTrigger, Trigger } from '../../shared/core/language/trigger.ts';
import type { Random } from './random.ts';
import { randomFilter, segmentNames } from './random-scenario-filters.ts';
import { randomHour, randomSpan } from './random-scenario-spans.ts';

export const randomEventName = (random: Random): EventName => random.pick(eventNames);

/** Four in ten begin as most do, with an order. */
export function randomTrigger(random: Random): Trigger {
  const sort = random.pick([
    'order',
    'order',
    'order',
    'order',
    'event',
    'event',
    'segment',
    'date',
    'schedule',
    'command',
  ]);
  switch (sort) {
    case 'segment':
      return {
        segment: random.pick(segmentNames),
        when: random.pick(['entered', 'left'] as const),
        ...admission(random, undefined),
      };
    case 'date':
      return { ...randomDate(random), ...admission(random, undefined) };
    case 'schedule':
      return { ...randomSchedule(random), ...admission(random, undefined) };
    case 'command':
      return { command: true, ...admission(random, undefined) };
    default: {
      const on = sort === 'order' ? 'OrderPlaced' : randomEventName(random);
      return { on, ...admission(random, on) };
    }
  }
}

function admission(
  random: Random,
  on: EventName | undefined,
): Omit<Trigger, 'on'> & Pick<Trigger, 'oncePer' | 'whileRunning'> {
  const whileRunning = random.pick(['ignore', 'restart', 'parallel'] as const);
  return {
    oncePer: randomOncePer(random, on),
    whileRunning,
    ...(whileRunning === 'parallel' && random.chance(0.5) ? { atMost: random.int(1, 3) } : {}),
    ...(random.chance(0.3)
      ? { filter: randomFilter(random, on === undefined ? 'entering without event' : 'entering') }
      : {}),
    ...(random.chance(0.2) ? { freshness: randomSpan(random) } : {}),
  };
}

function randomOncePer(random: Random, on: EventName | undefined): OncePer {
  const every = { every: randomSpan(random) };
  if (on === undefined) return random.pick(['ever', every, every]);
  if (isAboutOrder(on)) return random.pick(['ever', 'order', 'order', 'order', every]);
  const subject = subjectOf(on);
  if (subject === 'cart') return random.pick(['cart', 'cart', 'ever', every]);
  if (subject === 'customer' || isOfStore(on)) return random.pick(['ever', every]);
  const name = { coupon: 'code', review: 'productId', referral: 'friendId' }[subject as string] ?? 'id';
  return random.pick(['ever', every, { key: `${subject}.${name}` }, { key: `${subject}.${name}` }]);
}

function randomDate(random: Random): Pick<DateTrigger, 'date' | 'day' | 'at' | 'yearly' | 'from'> {
  const date = random.pick([
    'customer.birthday',
    'customer.birthday',
    'customer.lifecycle.firstOrderAt',
    'customer.lifecycle.lastOrderAt',
    'customer.supplyEndsAt',
  ] as const);
  return {
    date,
    day: random.pick([0, 0, -7, random.int(-30, 60)]),
    at: randomHour(random),
    ...(date === 'customer.birthday' ? { yearly: true } : {}),
    ...(random.chance(0.3) ? { from: 'month' as const } : {}),
  };
}

const rules = [
  'FREQ=MONTHLY;BYMONTHDAY=1',
  'FREQ=MONTHLY;BYDAY=2TU',
  'FREQ=MONTHLY;BYMONTHDAY=-1',
  'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29',
  'FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,FR',
];

function randomSchedule(random: Random): Pick<ScheduleTrigger, 'schedule' | 'at' | 'segment'> {
  return {
    schedule: random.chance(0.3)
      ? { on: random.pick(['2027-11-05', '2027-12-24', '2028-02-29']) }
      : { rrule: random.pick(rules), from: '2027-10-01' },
    at: randomHour(random),
    segment: random.pick(segmentNames),
  };
}
