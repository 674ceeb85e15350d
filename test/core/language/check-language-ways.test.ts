import { expect, test } from 'vitest';
import { claimsIn } from '../../../shared/core/language/check/check-claims.ts';
import { segmentFaults } from '../../../shared/core/language/check/check-segments.ts';
import { openBook } from '../../../shared/core/language/scenario-book.ts';
import { days, hours } from '../../../shared/core/values/duration.ts';
import { exit, marketing, send, waitFor } from '../../support/scenarios.ts';
import { admits, faultsOf, templates, triggered, withSteps } from './wrong-scenarios.ts';

const faults: [what: string, scenario: unknown, words: string][] = [
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
    'a change of no audience',
    withSteps({ id: 'e', kind: 'emit', event: 'AudienceChanged', detail: { change: 'added' } }, send('b')),
    'give "detail" an "audience" and a "change"',
  ],
  [
    'an emit that names the customer itself',
    withSteps({ id: 'e', kind: 'emit', event: 'Waved', detail: { customer: 'c-2' } }, send('b')),
    '"customer" of an event is filled in by the engine',
  ],
  [
    'an event of the engine’s own',
    withSteps({ id: 'e', kind: 'emit', event: 'CouponIssued' }, send('b')),
    'CouponIssued is published by the engine alone',
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
    'goal: SaleAnnounced is about the store and nothing the customer can do',
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
  const scenario = marketing({
    exitOn: [{ when: { the: 'event.rank.name', is: 'gold' } }],
    steps: [
      { id: 'w', kind: 'wait', date: 'event.extra.party.day' },
      { ...send('a'), when: { the: 'event.order.total', atLeast: 1 } },
    ],
  });
  expect(openBook([scenario], templates).fieldsOf(scenario)).toEqual([
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
