/** Scenarios whose whole course can be told from the events alone: what the oracle asks of them it asks in full. */
import type { Scenario } from '../../shared/core/language/scenario.ts';
import type { Segment } from '../../shared/core/language/segment.ts';

/** Everybody is in it from the first event on. */
export const anybody: Segment = {
  name: 'anybody',
  means: 'Everybody the store knows.',
  is: { the: 'customer.lifecycle.orders', atLeast: 0 },
};

const about = {
  version: 1,
  stage: 'retention',
  kind: 'transactional',
  purpose: 'Is watched in full.',
} as const;
const byClock = {
  oncePer: { every: { hours: 1 } },
  whileRunning: 'parallel',
  freshness: { days: 20 },
} as const;

/** Within so many days of its moment each occurrence must have let in, whatever else went wrong. */
export const occurrenceWithin_days = 20;
/** How long an order waits for its parcel, and what is told of either end. */
export const parcelWithin_days = 6;

/** One group: what holds it sleeps unless it is waited for, what waits for it, and what takes the place of either. */
const ofOneGroup: readonly Scenario[] = [
  {
    ...about,
    kind: 'marketing',
    topic: 'tips',
    group: 'watched',
    id: 'watched-holder',
    trigger: { on: 'OrderPlaced', oncePer: 'order', whileRunning: 'ignore' },
    exitOn: ['OrderDelivered'],
    steps: [
      { id: 'days', kind: 'wait', for: { days: 3 } },
      { id: 'more', kind: 'wait', for: { days: 4 } },
    ],
  },
  {
    ...about,
    kind: 'marketing',
    topic: 'tips',
    group: 'watched',
    whenTaken: 'wait',
    id: 'watched-patient',
    trigger: { on: 'OrderShipped', oncePer: 'order', whileRunning: 'ignore' },
    steps: [
      { id: 'hours', kind: 'wait', for: { hours: 6 } },
      { id: 'told', kind: 'emit', event: 'PatientWaited' },
    ],
  },
  {
    ...about,
    kind: 'marketing',
    topic: 'tips',
    group: 'watched',
    whenTaken: 'replace',
    id: 'watched-taker',
    trigger: { on: 'ProductViewed', oncePer: { every: { days: 5 } }, whileRunning: 'ignore' },
    steps: [{ id: 'day', kind: 'wait', for: { days: 1 } }],
  },
];

export const watched: readonly Scenario[] = [
  ...ofOneGroup,
  {
    ...about,
    id: 'watched-birthday',
    trigger: { date: 'customer.birthday', day: 0, at: '09:00', yearly: true, ...byClock },
    steps: [{ id: 'told', kind: 'emit', event: 'WatchedBirthday' }],
  },
  {
    ...about,
    id: 'watched-months',
    trigger: {
      schedule: { rrule: 'FREQ=MONTHLY;BYMONTHDAY=1', from: '2027-10-01' },
      segment: anybody.name as 'prospect',
      at: '09:00',
      ...byClock,
    },
    steps: [{ id: 'told', kind: 'emit', event: 'WatchedMonth' }],
  },
  {
    ...about,
    id: 'watched-parcel',
    trigger: { on: 'OrderPlaced', oncePer: 'order', whileRunning: 'parallel' },
    steps: [
      {
        id: 'parcel',
        kind: 'wait',
        event: { on: 'OrderDelivered' },
        atMost: { days: parcelWithin_days },
        then: 'came',
        else: 'late',
      },
      { id: 'came', kind: 'emit', event: 'WatchedCame' },
      { id: 'gone', kind: 'exit' },
      { id: 'late', kind: 'emit', event: 'WatchedLate' },
    ],
  },
  {
    ...about,
    id: 'watched-question',
    trigger: { on: 'ProductViewed', oncePer: { every: { days: 3 } }, whileRunning: 'ignore' },
    steps: [
      {
        id: 'asked',
        kind: 'send',
        template: 'watched/question' as 'order-thanks/thanks',
        when: { the: 'customer.lifecycle.orders', atLeast: 2 },
      },
    ],
  },
];
