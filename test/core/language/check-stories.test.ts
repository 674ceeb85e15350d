import { expect, test } from 'vitest';
import { storyFaults } from '../../../shared/core/language/check/check-stories.ts';
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import type { CouponOffer, Step, WaitDate } from '../../../shared/core/language/steps.ts';
import { days, hours } from '../../../shared/core/values/duration.ts';
import { scenarios, segments } from '../../../shared/library.ts';
import { branch, exit, marketing, send, transactional, waitFor, waitUntil } from '../../support/scenarios.ts';

const faultsOf = (scenario: Scenario, ...others: readonly Scenario[]) =>
  storyFaults(scenario, [scenario, ...others]).map(({ rule, step, says }) => [rule, step, says] as const);
const only = (scenario: Scenario, ...others: readonly Scenario[]) =>
  faultsOf(scenario, ...others).map(([rule, step]) => [rule, step]);

const coupon: CouponOffer = { campaign: 'hello', off: { percent: 10 }, untilDay: 10 };
const offer = send('b', { coupon, content: 'offer' });
const reminder = send('c', { coupon, content: 'offer' });
const beforeItEnds = {
  id: 'end',
  kind: 'wait',
  date: 'coupon.endsOn',
  offset: { days: -1 },
  at: '20:00',
} as unknown as WaitDate;
const story = (...steps: Step[]) => marketing({ steps });

test.each([
  ['for', [offer, waitFor('nine', days(9)), reminder]],
  ['until', [offer, waitUntil('nine', 9, 'entry'), reminder]],
  ['next', [offer, { id: 'sunday', kind: 'wait', next: ['sun'], at: '10:00' } as const, reminder]],
  ['no', [offer, reminder]],
  ['a relative wait after the bound', [offer, beforeItEnds, waitFor('more', hours(9)), reminder]],
  [
    'one way without the bound',
    [offer, branch('fork', { the: 'customer.labels', is: 'x' }, 'end', 'send-c'), beforeItEnds, reminder],
  ],
])('a reminder of an offer after %s wait is refused', (_, steps) => {
  expect(only(story(...(steps as Step[])))).toEqual([['reminder', 'send-c']]);
});

test('a reminder bound to the end of the coupon, another coupon, and the offer itself are right', () => {
  expect(only(story(offer, waitFor('two', days(2)), send('d'), beforeItEnds, reminder))).toEqual([]);
  const other = send('c', { coupon: { ...coupon, campaign: 'other' }, content: 'offer' });
  expect(only(story(offer, waitFor('nine', days(9)), other))).toEqual([]);
  const eitherOr = branch('fork', { the: 'customer.labels', is: 'x' }, 'send-b', 'send-c');
  expect(only(story(eitherOr, offer, exit('end'), reminder))).toEqual([]);
});

const needing = (needs: unknown) => send('b', { needs } as object);

test('what needs a message that comes first on every way is right', () => {
  expect(only(story(send('a'), waitFor('day', days(1)), needing('send-a')))).toEqual([]);
});

test.each([
  ['there is no such step', story(send('a'), needing('gone')), 'no message here'],
  ['it is a wait', story(waitFor('day', days(1)), needing('day')), 'no message here'],
  ['it is itself', story(send('a'), needing('send-b')), 'a way here on which that cannot have gone'],
  ['it comes later', story(needing('send-a'), send('a')), 'a way here on which that cannot have gone'],
  [
    'one way leads past it',
    story(
      branch('fork', { the: 'customer.labels', is: 'x' }, 'send-a', 'send-b'),
      send('a'),
      needing('send-a'),
    ),
    'a way here on which that cannot have gone',
  ],
])('a need is refused where %s', (_, scenario, says) => {
  expect(faultsOf(scenario)).toEqual([['needs', 'send-b', expect.stringContaining(says)]]);
});

test('of several needed messages one comes first on every way', () => {
  const fork = branch('fork', { the: 'customer.labels', is: 'x' }, 'send-a', 'send-c');
  const past = { id: 'past', kind: 'goto', to: 'send-b' } as const;
  const either = story(fork, send('a'), past, send('c'), needing(['send-a', 'send-c']));
  expect(only(either)).toEqual([]);
  expect(
    only({ ...either, steps: either.steps.map((step) => (step.id === 'send-b' ? needing('send-a') : step)) }),
  ).toEqual([['needs', 'send-b']]);
  const gone = story(send('a'), needing(['send-a', 'gone']));
  expect(faultsOf(gone)).toEqual([
    ['needs', 'send-b', expect.stringContaining('"gone", which is no message here')],
  ]);
});

const daily = (id: string, template = 'daily'): Step =>
  ({ id, kind: 'series', template, every: { days: 1 }, at: '08:00', count: 2 }) as Step;

test('a second series of one template begins anew and is refused; on another way it is right', () => {
  expect(only(story(daily('one'), waitFor('rest', days(9)), daily('two')))).toEqual([['series', 'two']]);
  expect(only(story(daily('one'), daily('two', 'weekly')))).toEqual([]);
  const fork = branch('fork', { the: 'customer.labels', is: 'x' }, 'one', 'two');
  expect(only(story(fork, daily('one'), exit('end'), daily('two')))).toEqual([]);
});

test('what waits for something is not live', () => {
  expect(faultsOf(marketing({ waitsFor: 'Voices.' }))).toEqual([
    ['waits-for', undefined, expect.stringContaining('it is live, and waits for "Voices.": switch it off')],
  ]);
});

const group = 'first';
const byDate = {
  date: 'customer.birthday',
  day: 0,
  at: '10:00',
  oncePer: { every: days(300) },
  whileRunning: 'ignore',
} as const;
const bySegment = {
  segment: 'vip',
  when: 'entered',
  oncePer: { every: days(9) },
  whileRunning: 'ignore',
} as const;
const running = marketing({ id: 'running', group });

test.each([
  ['once ever', { oncePer: 'ever' } as const],
  ['by a date', byDate],
  ['by a segment', bySegment],
])('what lets in %s and finds another of its group is shut out for good', (_, trigger) => {
  const scenario = marketing({ group, trigger });
  expect(faultsOf(scenario, running)).toEqual([
    ['group', undefined, expect.stringMatching(/comes once.*"running", of its group.*"wait" or "replace"/)],
  ]);
  expect(only({ ...scenario, replaces: ['running'] }, running)).toEqual([]);
  expect(only(scenario, { ...running, replaces: [scenario.id] })).toEqual([]);
  for (const whenTaken of ['wait', 'replace', 'skip'])
    expect(only({ ...scenario, whenTaken } as unknown as Scenario, running)).toEqual([]);
});

test('nobody is shut out by another group, by whom never both let in, or where the event comes again', () => {
  expect(only(marketing({ group, trigger: byDate }), { ...running, group: 'another' })).toEqual([]);
  expect(only(marketing({ group }), running)).toEqual([]);
  const japanese = { the: 'customer.locale', is: 'ja' } as const;
  const inJapan = marketing({ group, trigger: { ...byDate, filter: japanese } });
  const elsewhere = { ...running, trigger: { ...byDate, filter: { not: japanese } } };
  expect(only(inJapan, elsewhere)).toEqual([]);
  expect(
    only(inJapan, {
      ...elsewhere,
      trigger: { ...byDate, filter: { the: 'customer.labels', isNot: 'x' } as const },
    }),
  ).toHaveLength(1);
});

test('without its hand-over a friend’s welcome is shut out by the general one', () => {
  const live = scenarios.filter(({ enabled }) => enabled !== false);
  const says = (given: readonly Scenario[]) =>
    given
      .flatMap((one) => storyFaults(one, given, segments).map((fault) => ({ id: one.id, ...fault })))
      .filter(({ id, rule }) => id === 'referral-welcome' && rule === 'group')
      .map((fault) => fault.says);
  const cut = live.map((one) => {
    const { replaces: _, whenTaken: __, ...rest } = one as Scenario & { whenTaken?: string };
    return one.id === 'referral-welcome' ? (rest as Scenario) : one;
  });
  expect(says(live).join()).not.toContain('"welcome"');
  expect(says(cut)).toEqual([expect.stringContaining('"welcome"')]);
});

test('order mail has no such faults', () => {
  expect(only(transactional())).toEqual([]);
});
