import { expect, test } from 'vitest';
import { datedLife } from '../../../../infra/author/reach/dated-life.ts';
import { messageReach } from '../../../../infra/author/reach/reach-sums.ts';
import { rehearsing } from '../../../../infra/author/reach/rehearse-lives.ts';
import type { Life } from '../../../../shared/core/language/life.ts';
import { defineScenario, type Scenario } from '../../../../shared/core/language/scenario.ts';
import { days, hours } from '../../../../shared/core/values/duration.ts';
import { catalogue, facts, segments, surveys } from '../../../../shared/library.ts';
import { parseSettings } from '../../../../shared/settings/settings.ts';
import { exampleSettings } from '../../../support/store-in-memory.ts';

const settings = parseSettings(exampleSettings);
const library = { catalogue, facts, segments, surveys };

/** A letter a day after an order at ten, which may go for an hour. */
const letter = (id: string, more: Partial<Scenario> = {}): Scenario =>
  defineScenario({
    id,
    version: 1,
    stage: 'retention',
    kind: 'marketing',
    topic: 'tips',
    purpose: 'Says one thing.',
    trigger: { on: 'OrderPlaced', oncePer: 'order', whileRunning: 'parallel', atMost: 3 },
    steps: [
      { id: 'rest', kind: 'wait', until: { day: 1, after: 'order', at: '10:00' } },
      {
        id: 'say',
        kind: 'send',
        template: 'after-purchase/any-trouble',
        content: 'brand',
        expiry: hours(1),
      },
    ],
    ...more,
  } as Scenario);

const buyer: Life = {
  id: 'buyer',
  tells: 'Orders once.',
  days: 30,
  customer: { id: 'c-1', email: 'hana@example.com', acceptsMarketing: true },
  happens: [{ day: 0, tell: 'OrderPlaced', detail: { order: { id: 'o-1', currency: 'JPY', total: 5400 } } }],
};

async function reached(scenarios: readonly Scenario[], life: Life = buyer) {
  const dated = datedLife(life, { timeZone: 'Asia/Tokyo', year: 2026, variation: 0, seed: 1 });
  const { fates, heard } = await rehearsing({ scenarios, settings, library })(dated);
  return { fates, heard, reach: messageReach(scenarios, fates) };
}

test('of two letters due at one moment one goes, and the other is lost with what went instead', async () => {
  const { fates, heard } = await reached([letter('first'), letter('second')]);
  expect(fates.map(({ scenario, got, because, by }) => ({ scenario, got, because, by }))).toEqual([
    { scenario: 'first', got: true, because: undefined, by: [] },
    { scenario: 'second', got: false, because: 'cap-reached', by: ['after-purchase/any-trouble'] },
  ]);
  expect(heard).toEqual([{ customer: 'buyer/0 c-1', letters: 1, mostInAWeek: 1, offers: 0, asks: 0 }]);
});

test('whoever is kept out by another of the group should have got it, and it is told by which', async () => {
  const { fates } = await reached([letter('first', { group: 'g' }), letter('second', { group: 'g' })]);
  expect(fates.map(({ scenario, got, because, by }) => ({ scenario, got, because, by }))).toEqual([
    { scenario: 'first', got: true, because: undefined, by: [] },
    { scenario: 'second', got: false, because: 'group-running', by: ['first'] },
  ]);
});

test('what waits for a place comes later than it was meant', async () => {
  const patient = letter('second', {
    steps: letter('second').steps.map((step) => (step.kind === 'send' ? { ...step, expiry: days(7) } : step)),
  });
  const { reach } = await reached([letter('first'), patient]);
  expect(reach.map(({ scenario, should, got, later_h }) => ({ scenario, should, got, later_h }))).toEqual([
    { scenario: 'first', should: 1, got: 1, later_h: { median: 0, worst: 0 } },
    { scenario: 'second', should: 1, got: 1, later_h: { median: 24, worst: 24 } },
  ]);
});

test('nobody should get what was not agreed to, what is switched off, or what the goal has made needless', async () => {
  const silent = { ...buyer, customer: { ...buyer.customer, acceptsMarketing: false } };
  expect((await reached([letter('first')], silent)).fates).toEqual([]);
  expect((await reached([letter('first', { enabled: false })])).fates).toEqual([]);
  const goal = { on: 'ReviewPosted', within: days(9) } as const;
  const early: Life = {
    ...buyer,
    happens: [
      ...buyer.happens,
      { day: 0, at: '20:00', tell: 'ReviewPosted', detail: { review: { productId: 'p-1', rating: 5 } } },
    ],
  };
  expect((await reached([letter('first', { goal })], early)).fates).toEqual([]);
});

test('whoever is held out should not get it either', async () => {
  const half = letter('first', { holdout: 50 });
  const people = Array.from({ length: 12 }, (_, nth) => ({
    ...buyer,
    customer: { ...buyer.customer, id: `c-${nth}` },
  }));
  const all = await Promise.all(people.map((life) => reached([half], life)));
  const fates = all.flatMap((one) => one.fates);
  expect(fates.length).toBeGreaterThan(0);
  expect(fates.length).toBeLessThan(people.length);
  expect(fates.every(({ got }) => got)).toBe(true);
});

test('a message that nobody should get is listed with none', async () => {
  const gifts = {
    on: 'OrderPlaced',
    oncePer: 'ever',
    whileRunning: 'ignore',
    filter: { the: 'event.order.gift', is: true },
  } as const;
  const never = letter('never', { trigger: gifts });
  const { reach } = await reached([letter('first'), never]);
  expect(reach.map(({ scenario, should }) => [scenario, should])).toEqual([
    ['first', 1],
    ['never', 0],
  ]);
});
