import { expect, test } from 'vitest';
import { days } from '../../../shared/core/values/duration.ts';
import { exit, marketing, send } from '../../support/scenarios.ts';
import { admits, faultsOf, triggered, withSteps } from './wrong-scenarios.ts';

const whole = withSteps(
  { id: 'date', kind: 'wait', date: 'event.extra.party', offset: { days: -3 }, at: '10:00', past: 'weekday' },
  { id: 'weekday', kind: 'wait', next: ['mon', 'thu'], at: '20:00' },
  {
    id: 'answer',
    kind: 'wait',
    event: { on: 'SurveyAnswered' },
    atMost: days(3),
    then: 'note',
    else: 'split',
  },
  { id: 'note', kind: 'set', addLabels: ['answered'], score: 10 },
  { id: 'tell', kind: 'emit', event: 'HumanTask', detail: { reason: 'call her' }, due: days(1) },
  {
    id: 'split',
    kind: 'split',
    ways: [
      { variant: 'a', weight: 1, then: 'one' },
      { variant: 'b', weight: 1, then: 'many' },
    ],
  },
  {
    ...send('b'),
    id: 'one',
    channel: 'line',
    content: 'product',
    when: { the: 'enrolment.variants', is: 'split:a' },
  },
  { id: 'many', kind: 'series', template: 'letters', every: { days: 1 }, at: '08:00' },
  { id: 'pause', kind: 'wait', for: days(30) },
  { id: 'again', kind: 'repeat', from: 'pause', atMost: 3 },
  { id: 'skip', kind: 'goto', to: 'out' },
  { id: 'out', kind: 'exit', outcome: 'done' },
);

test('a scenario with every kind of step and trigger is right', () => {
  expect(faultsOf(whole)).toEqual([]);
  for (const trigger of [
    { segment: 'vip', when: 'entered', ...admits },
    { date: 'customer.birthday', day: -7, at: '10:00', yearly: true, from: 'month', ...admits },
    {
      schedule: { rrule: 'FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=20', from: '2026-01-01' },
      at: '10:00',
      segment: 'vip',
      ...admits,
    },
    { schedule: { on: '2026-12-24' }, at: '10:00', segment: 'vip', ...admits },
    { command: true, ...admits, whileRunning: 'parallel', atMost: 2 },
    { on: 'SubscriptionRenewed', ...admits, oncePer: { key: 'subscription.id' } },
  ])
    expect(faultsOf(triggered(trigger))).toEqual([]);
});

const faults: [what: string, scenario: unknown, words: string][] = [
  [
    'a wait of two sorts',
    withSteps({ id: 'w', kind: 'wait', for: days(1), next: ['mon'], at: '10:00' }, send('b')),
    'a wait has one of "for"',
  ],
  [
    'a wait for an event without a timeout',
    withSteps({ id: 'w', kind: 'wait', event: { on: 'OrderPlaced' }, then: 'x', else: 'x' }, exit('x')),
    '"event" with "atMost", "then" and "else"',
  ],
  [
    'a weekday nobody knows',
    withSteps({ id: 'w', kind: 'wait', next: ['monday'], at: '10:00' }, send('b')),
    'step "w" next 0: must be one of "mon"',
  ],
  [
    'a date nobody knows',
    withSteps({ id: 'w', kind: 'wait', date: 'event.party' }, send('b')),
    'a date is "event.booking.startsAt"',
  ],
  [
    'an hour of a date moved by hours',
    withSteps(
      { id: 'w', kind: 'wait', date: 'customer.birthday', offset: { hours: 2 }, at: '10:00' },
      send('b'),
    ),
    'step "w": "at" is an hour of a whole day',
  ],
  [
    'an event’s date where no event lets in',
    triggered({ command: true, ...admits }, { id: 'w', kind: 'wait', date: 'event.sale.endsAt' }),
    'no event lets in here, so "event.sale.endsAt" is never known',
  ],
  [
    'an unknown segment in a trigger',
    triggered({ segment: 'vips', when: 'entered', ...admits }),
    'trigger: there is no segment "vips"',
  ],
  [
    'an unknown segment in a limit',
    marketing({ limit: { segment: 'nobody' as never } }),
    'limit: there is no segment "nobody"',
  ],
  [
    'an unknown segment in a filter',
    withSteps({ ...send('b'), when: { the: 'customer.segments', is: 'rich' } }),
    'there is no segment "rich"',
  ],
  [
    'a trigger of two sorts',
    triggered({ on: 'OrderPlaced', segment: 'vip', when: 'left', ...admits }),
    'begins with one of',
  ],
  [
    'a schedule by the hour',
    triggered({
      schedule: { rrule: 'FREQ=HOURLY', from: '2026-01-01' },
      at: '10:00',
      segment: 'vip',
      ...admits,
    }),
    'is a recurrence of RFC 5545 by days',
  ],
  [
    'a day that no calendar has',
    triggered({ schedule: { on: '2027-02-29' }, at: '10:00', segment: 'vip', ...admits }),
    'trigger.schedule',
  ],
  [
    'a key where no event lets in',
    triggered({ command: true, ...admits, oncePer: { key: 'sale.id' } }),
    'begins with no event that could have a key',
  ],
  [
    'the campaign of a command where a segment lets in',
    triggered({ segment: 'vip', when: 'entered', ...admits, oncePer: { key: 'campaign.id' } }),
    'begins with no event that could have a key',
  ],
  [
    'a cart where there is none',
    triggered({ on: 'OrderPlaced', ...admits, oncePer: 'cart' }),
    'OrderPlaced is about no cart',
  ],
  [
    'a limit of runs without parallel ones',
    triggered({ on: 'OrderPlaced', ...admits, atMost: 2 }),
    '"atMost" is for whileRunning "parallel"',
  ],
  [
    'a window that ends before it begins',
    marketing({ limit: { from: '2026-12-02', until: '2026-12-01' } }),
    '"until" is before "from"',
  ],
  [
    'a holdout on a transactional scenario',
    { ...whole, kind: 'transactional', topic: undefined, holdout: 10 },
    'goes to everybody',
  ],
];

test.each(faults)('%s is refused, with its place and the remedy', (_, scenario, words) => {
  expect(faultsOf(scenario).join('\n')).toContain(words);
});
