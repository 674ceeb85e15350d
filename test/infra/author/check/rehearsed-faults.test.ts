import { expect, test } from 'vitest';
import { rehearsedFaults } from '../../../../infra/author/check/rehearsed-faults.ts';
import { datedLife } from '../../../../infra/author/reach/dated-life.ts';
import type { Fate } from '../../../../infra/author/reach/fates.ts';
import { type Rehearsal, rehearsing } from '../../../../infra/author/reach/rehearse-lives.ts';
import type { Life } from '../../../../shared/core/language/life.ts';
import type { Scenario } from '../../../../shared/core/language/scenario.ts';
import { days, hours } from '../../../../shared/core/values/duration.ts';
import { catalogue, facts, segments, surveys } from '../../../../shared/library.ts';
import { parseSettings } from '../../../../shared/settings/settings.ts';
import { marketing, send, transactional } from '../../../support/scenarios.ts';
import { exampleSettings } from '../../../support/store-in-memory.ts';

const day_ms = 86_400_000;

/** So many customers, of whom the first `got` get the message of `letters/send-a`. */
const people = (of: number, got: number, more: Partial<Fate> = {}): Rehearsal[] =>
  Array.from({ length: of }, (_, nth) => {
    const life = `life-${nth}/0`;
    const fate: Fate = {
      life,
      customer: 'c-1',
      scenario: 'letters',
      step: 'send-a',
      template: 'a',
      kind: 'marketing',
      meantAt_ms: 10 * day_ms,
      got: nth < got,
      ...(nth < got ? {} : { because: 'too-late' as const }),
      by: nth < got ? [] : ['b'],
      ...more,
    };
    return { life, until_ms: 100 * day_ms, fates: [fate], heard: [] };
  });

const letters = marketing({ steps: [send('a')] });
const faults = (scenario: Scenario, rehearsals: readonly Rehearsal[], weightOf = (_: string) => 1) =>
  rehearsedFaults([scenario], rehearsals, weightOf).map(({ rule, step, says }) => [rule, step, says]);

test('a live message that 70 in 100 get is right, and one that 69 get is told of with what took its place', () => {
  expect(faults(letters, people(200, 140))).toEqual([]);
  expect(faults(letters, people(200, 139))).toEqual([
    [
      'reach',
      'send-a',
      expect.stringMatching(
        /^69 % of those who should get it do, and 70 % is the least: lost by too-late 61; what went instead: b 61\./,
      ),
    ],
  ]);
});

test.each([
  ['an offer', marketing({ steps: [send('a', { content: 'offer' })] })],
  [
    'a code',
    marketing({
      steps: [send('a', { coupon: { campaign: 'x', off: { percent: 10 }, untilDay: 9 } })],
    }),
  ],
  ['order mail', transactional({ id: 'letters', steps: [send('a')] })],
])('%s goes to 98 in 100', (_, scenario) => {
  expect(faults(scenario, people(200, 196))).toEqual([]);
  expect(faults(scenario, people(200, 195))).toEqual([
    ['reach', 'send-a', expect.stringContaining('98 % is the least')],
  ]);
});

test('a life counts for as many customers as it stands for', () => {
  const seldom = (life: string) => (life === 'life-199/0' ? 1000 : 1);
  expect(faults(letters, people(200, 199), seldom)).toEqual([
    ['reach', 'send-a', expect.stringContaining('16 % of those')],
  ]);
});

test('a message that fewer than twenty should get has nobody', () => {
  const few = people(200, 19).map((one, nth) => (nth < 19 ? one : { ...one, fates: [] }));
  expect(faults(letters, few)).toEqual([['nobody', 'send-a', expect.stringContaining('19 of 200')]]);
  const none = few.map((one) => ({ ...one, fates: [] }));
  expect(faults(letters, none)).toEqual([
    ['nobody', 'send-a', expect.stringContaining('nobody here would ever get it')],
  ]);
  const twenty = people(200, 20).map((one, nth) => (nth < 20 ? one : { ...one, fates: [] }));
  expect(faults(letters, twenty)).toEqual([]);
});

test('who gets it twice is one customer', () => {
  const twice = people(200, 10)
    .slice(0, 10)
    .map((one) => ({ ...one, fates: [...one.fates, ...one.fates] }));
  const others = people(200, 0)
    .slice(10)
    .map((one) => ({ ...one, fates: [] }));
  expect(faults(letters, [...twice, ...others])[0]?.[2]).toContain('10 of 200');
});

test('what was meant for the last days may still go, and what was never let in before is lost', () => {
  const waiting = { because: undefined, by: [] };
  const last = people(200, 0, { ...waiting, meantAt_ms: 90 * day_ms }).slice(100);
  expect(faults(letters, [...people(200, 200).slice(0, 100), ...last])).toEqual([]);
  const early = people(200, 0, waiting).slice(100);
  expect(faults(letters, [...people(200, 200).slice(0, 100), ...early])[0]?.[2]).toContain(
    'never let in 100',
  );
});

test('whose place another is meant to take has lost nothing', () => {
  const replaced = people(200, 100, {}).map((one) => ({
    ...one,
    fates: one.fates.map((fate) =>
      fate.got ? fate : { ...fate, because: 'group-running' as const, by: ['heir'] },
    ),
  }));
  const heir = marketing({ id: 'heir', group: 'g', replaces: ['letters'], steps: [] });
  expect(rehearsedFaults([letters, heir], replaced, () => 1)).toEqual([]);
  expect(rehearsedFaults([letters], replaced, () => 1)).toHaveLength(1);
});

test('few customers tell no share', () => {
  expect(() => faults(letters, people(199, 0))).toThrow('Rehearse 200 customers or more');
});

/** Two letters of one group after an order, of which the second begins while the first is there. */
const library = (handOver: Partial<Scenario>): Scenario[] => {
  const letter = (id: string, wait: number, more: Partial<Scenario>) =>
    marketing({
      id,
      group: 'after-an-order',
      trigger: { on: wait === 0 ? 'OrderPlaced' : 'OrderShipped', oncePer: 'order', whileRunning: 'ignore' },
      steps: [
        { id: 'rest', kind: 'wait', for: days(5) },
        send('after-purchase/any-trouble', { id: 'say', content: 'brand', expiry: hours(40) }),
      ],
      ...(more as object),
    });
  return [letter('first', 0, {}), letter('second', 2, handOver)];
};

const buyer: Life = {
  id: 'buyer',
  tells: 'Orders once.',
  days: 12,
  customer: { id: 'c-1', email: 'hana@example.com', acceptsMarketing: true },
  happens: [
    { day: 0, tell: 'OrderPlaced', detail: { order: { id: 'o-1', currency: 'JPY', total: 5400 } } },
    { day: 2, tell: 'OrderShipped', detail: { order: { id: 'o-1' } } },
  ],
};

const renamed = (one: Rehearsal, life: string): Rehearsal => ({
  ...one,
  life,
  fates: one.fates.map((fate) => ({ ...fate, life })),
});

async function rehearsedWith(handOver: Partial<Scenario>) {
  const scenarios = library(handOver);
  const settings = parseSettings(exampleSettings);
  const rehearse = rehearsing({ scenarios, settings, library: { catalogue, facts, segments, surveys } });
  const dating = { timeZone: 'Asia/Tokyo', year: 2026, seed: 1 };
  const ten: Rehearsal[] = [];
  for (let variation = 0; variation < 10; variation += 1)
    ten.push(await rehearse(datedLife(buyer, { ...dating, variation })));
  // Twenty customers live each.
  const rehearsals = Array.from({ length: 200 }, (_, nth) =>
    renamed(ten[nth % 10] as Rehearsal, `nth-${nth}/0`),
  );
  return rehearsedFaults(scenarios, rehearsals, () => 1)
    .filter(({ scenario }) => scenario.id === 'second')
    .map(({ rule, says }) => [rule, says]);
}

test('with a hand-over in a group everybody gets the letter, and without it nobody', async () => {
  expect(await rehearsedWith({ replaces: ['first'] })).toEqual([]);
  expect(await rehearsedWith({})).toEqual([
    ['reach', expect.stringMatching(/^0 % .*lost by group-running 200; what went instead: first 200/)],
  ]);
});

test('of a campaign nobody asks who would ever get it: each of its letters counts its own audience', () => {
  const campaign = marketing({
    trigger: { command: true, oncePer: { key: 'campaign.id' }, whileRunning: 'parallel' },
    steps: [send('a')],
  });
  expect(faults(campaign, people(200, 200, { scenario: 'other' }))).toEqual([]);
});
