import { expect, test } from 'vitest';
import { claimsIn } from '../../shared/core/check-claims.ts';
import { scenarioFaults } from '../../shared/core/check-scenario.ts';
import { segmentFaults } from '../../shared/core/check-segments.ts';
import { days, hours } from '../../shared/core/duration.ts';
import type { Scenario, Step } from '../../shared/core/scenario.ts';
import { openBook } from '../../shared/core/scenario-book.ts';
import { exit, marketing, templates as plain, send, waitFor } from '../support/scenarios.ts';

const templates = { ...plain, letters: { kind: 'marketing' as const, eventFields: [], numbered: 3 } };
const segments = new Set(['vip']);
const faultsOf = (scenario: unknown) => scenarioFaults(scenario as Scenario, templates, segments);
const withSteps = (...steps: unknown[]) => marketing({ steps: steps as Step[] });
const triggered = (trigger: object, ...steps: unknown[]) => ({ ...withSteps(...steps, send('b')), trigger });
const admits = { oncePer: 'ever', whileRunning: 'ignore' };

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
  [
    'a jump forward by a repeat',
    withSteps({ id: 'r', kind: 'repeat', from: 'send-b', atMost: 2 }, send('b')),
    'a repeat goes back; "send-b" comes after it',
  ],
  [
    'a repeat without a wait',
    withSteps(send('b'), { id: 'r', kind: 'repeat', from: 'send-b', atMost: 2 }),
    'leads back to itself without a wait',
  ],
  [
    'a goto back without a wait',
    withSteps(send('b'), { id: 'g', kind: 'goto', to: 'send-b' }),
    'leads back to itself without a wait',
  ],
  [
    'a goto to nowhere',
    withSteps(send('b'), { id: 'g', kind: 'goto', to: 'gone' }),
    'step "g": there is no step "gone"',
  ],
  [
    'a step behind a goto',
    withSteps({ id: 'g', kind: 'goto', to: 'x' }, send('b'), exit('x')),
    'step "send-b": nothing leads here',
  ],
  [
    'a variant named twice',
    withSteps(
      {
        id: 's',
        kind: 'split',
        ways: [
          { variant: 'a', weight: 1, then: 'x' },
          { variant: 'a', weight: 1, then: 'x' },
        ],
      },
      exit('x'),
    ),
    'the variant "a" is named twice',
  ],
  [
    'a split of one way',
    withSteps({ id: 's', kind: 'split', ways: [{ variant: 'a', weight: 1, then: 'x' }] }, exit('x')),
    'step "s" ways: must be at least 2 long',
  ],
  ['a step that sets nothing', withSteps({ id: 's', kind: 'set' }, send('b')), 'sets nothing'],
  [
    'a task without a reason',
    withSteps({ id: 'e', kind: 'emit', event: 'HumanTask' }, send('b')),
    'give "detail" a "reason"',
  ],
  [
    'an event of the engine’s own',
    withSteps({ id: 'e', kind: 'emit', event: 'CouponIssued' }, send('b')),
    'CouponIssued is told by the engine alone',
  ],
  [
    'a series of a single message',
    withSteps({ id: 's', kind: 'series', template: 'b', every: { days: 1 }, at: '10:00' }),
    'template "b" has no numbers',
  ],
  ['one message of a series', withSteps(send('letters')), 'send it by a step of kind "series"'],
  [
    'a clicked step that sends nothing',
    withSteps(waitFor('w', hours(1)), { ...send('b'), when: { the: 'enrolment.clicked', is: 'w' } }),
    '"w" is no step that sends',
  ],
  [
    'a variant nobody takes',
    withSteps({ ...send('b'), when: { the: 'enrolment.variants', is: 's:a' } }),
    '"s:a" is no variant',
  ],
  [
    'a date compared like a number',
    withSteps({ ...send('b'), when: { the: 'customer.lastSignAt', atLeast: 3 } }),
    'is a date; ask "daysAgoAtLeast"',
  ],
  [
    'days ago of what is no date',
    withSteps({ ...send('b'), when: { the: 'customer.score', daysAgoLessThan: 3 } }),
    '"customer.score" is no date',
  ],
  [
    'an event asked where none lets in',
    triggered({ command: true, ...admits, filter: { the: 'event.order.total', atLeast: 1 } }),
    'is never known; ask the customer',
  ],
  [
    'a run asked before it begins',
    marketing({ trigger: { filter: { the: 'enrolment.sent', is: 'send-a' } } }),
    'nobody is inside yet',
  ],
  [
    'a goal about the store',
    marketing({ goal: { on: 'SaleAnnounced', within: days(3) } }),
    'goal: SaleAnnounced is about the store and nothing she can do',
  ],
  [
    'a rule about another subject',
    marketing({ exitOn: [{ on: 'BookingCancelled', same: 'order' }] }),
    'exitOn: BookingCancelled is not about a order',
  ],
  [
    'a move to a step that is gone',
    marketing({ version: 2, inFlight: { move: { old: 'gone' } } }),
    '"old" moves to "gone"',
  ],
  [
    'a coupon that takes more than all',
    withSteps({ ...send('b'), coupon: { campaign: 'x', off: { percent: 120 }, untilDay: 7 } }),
    'step "send-b" coupon off',
  ],
];

test.each(faults)('%s is refused, with its place and the remedy', (_, scenario, words) => {
  expect(faultsOf(scenario).join('\n')).toContain(words);
});

test('a segment asks the customer alone, and has a name of its own', () => {
  const is = { the: 'customer.score', atLeast: 30 } as const;
  expect(segmentFaults([{ name: 'hot', means: 'Looks often.', is }])).toEqual([]);
  const wrong = segmentFaults([
    { name: 'hot', means: 'x', is: { the: 'event.order.total', atLeast: 1 } },
    { name: 'hot', means: 'x', is: { the: 'customer.segments', is: 'hot' } },
  ]).join('\n');
  for (const words of ['is not about the customer', 'cannot ask for segments', 'the name is used twice'])
    expect(wrong).toContain(words);
  expect(() => openBook([], {}, [{ name: 'Hot', means: 'x', is }])).toThrow('segment "Hot"');
});

test('the fields an enrolment keeps are those that messages, questions, states and dates name', () => {
  const story = marketing({
    exitOn: [{ when: { the: 'event.rank.name', is: 'gold' } }],
    steps: [
      { id: 'w', kind: 'wait', date: 'event.extra.party.day' },
      { ...send('a'), when: { the: 'event.order.total', atLeast: 1 } },
    ],
  });
  expect(openBook([story], templates).fieldsOf(story)).toEqual([
    'order.id',
    'order.total',
    'party.day',
    'rank.name',
  ]);
});

test('a claim is found whatever its case, width or line breaks, and only as a word', () => {
  expect(claimsIn('It CURES\n acne. 100％ safe!', ['cures acne', '100% safe'])).toEqual([
    'cures acne',
    '100% safe',
  ]);
  expect(claimsIn('シミが\n 消える', ['シミが消える'])).toEqual(['シミが消える']);
  expect(claimsIn('It secures acnes.', ['cures acne'])).toEqual([]);
});
