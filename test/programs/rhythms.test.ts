import { expect, test } from 'vitest';
import type { RhythmFacts } from '../../shared/core/language/rhythm/rhythm.ts';
import { shippedUnder } from '../support/in-rhythm.ts';
import { orderOf, storefront } from '../support/storefront.ts';

const rhythmNames = ['classic', 'fresh', 'food', 'cosmetics', 'apparel'] as const;
const lasting = (supplyDays: number | undefined, quantity = 1) => ({
  items: [{ productId: 'p-1', name: '野草茶', quantity, ...(supplyDays !== undefined && { supplyDays }) }],
});

/** `+7 any-trouble` for each mail, in days since the parcel, which arrives on the day of the order. */
async function story(facts: RhythmFacts, ids: readonly string[], goods: Record<string, unknown>) {
  const shop = storefront(shippedUnder(facts).only(...ids));
  await shop.tell('OrderPlaced', orderOf('o-1', goods));
  await shop.tell('OrderDelivered', orderOf('o-1', goods));
  await shop.pass({ days: 200 });
  const arrived = Date.UTC(2026, 2, 2);
  return shop.mails().map((line) => {
    const [, month = '', day = '', mail = ''] = /^(\d\d)-(\d\d) \S+ [^/]+\/(.*)$/.exec(line) ?? [];
    return `+${(Date.UTC(2026, Number(month) - 1, Number(day)) - arrived) / 86_400_000} ${mail}`;
  });
}

const first = ['onboarding', 'after-purchase'];
const calendars: Readonly<Record<(typeof rhythmNames)[number], readonly string[]>> = {
  classic: [
    '+2 tutorial',
    '+5 where-to-ask',
    '+7 any-trouble',
    '+14 using-it-well',
    '+30 other-voices',
    '+60 continue',
  ],
  fresh: [
    '+1 tutorial',
    '+5 where-to-ask',
    '+7 any-trouble',
    '+9 using-it-well',
    '+30 other-voices',
    '+40 continue',
  ],
  food: [
    '+1 tutorial',
    '+5 where-to-ask',
    '+7 any-trouble',
    '+14 using-it-well',
    '+30 other-voices',
    '+60 continue',
  ],
  cosmetics: [
    '+1 tutorial',
    '+5 where-to-ask',
    '+7 any-trouble',
    '+14 using-it-well',
    '+30 other-voices',
    '+60 continue',
  ],
  apparel: [
    '+1 tutorial',
    '+5 where-to-ask',
    '+7 any-trouble',
    '+14 using-it-well',
    '+30 other-voices',
    '+120 continue',
  ],
};

test.each(rhythmNames)('the first weeks of %s', async (rhythm) => {
  expect(await story({ rhythm }, first, lasting(undefined))).toEqual(calendars[rhythm]);
});

const trial = ['+1 tutorial', '+3 any-trouble', '+5 using-it-well', '+7 continue'];
test.each(['fresh', 'food', 'cosmetics'])('a trial of seven days in %s: 1, 3, 5, 7', async (rhythm) => {
  expect(await story({ rhythm, returnDays: 14 }, first, lasting(7))).toEqual(trial);
});

test('classic tells a trial of seven days what it always did', async () => {
  expect(await story({}, first, lasting(7))).toEqual(calendars.classic);
});

test.each([
  [30, '+7'],
  [10, '+7'],
  [8, '+5'],
  [5, '+2'],
])('goods taken back for %i days: the letter about trouble comes at %s', async (returnDays, day) => {
  const mails = await story({ rhythm: 'apparel', returnDays }, ['after-purchase'], lasting(undefined));
  expect(mails[0]).toBe(`${day} any-trouble`);
});

test('what lasts a month keeps the days of its rhythm, and is asked after a week before its end', async () => {
  expect(await story({ rhythm: 'cosmetics' }, first, lasting(30))).toEqual([
    '+1 tutorial',
    '+5 where-to-ask',
    '+7 any-trouble',
    '+14 using-it-well',
    '+23 continue',
    '+30 other-voices',
  ]);
});

test.each([
  ['classic', undefined, [1, 3, 6, 10, 15, 22]],
  ['fresh', undefined, [2, 3, 4, 7, 10, 15]],
  ['food', undefined, [2, 3, 6, 10, 15, 22]],
  ['cosmetics', 60, [2, 3, 6, 10, 15, 22]],
  ['cosmetics', 14, [2, 3, 6, 10, 12, 14]],
  ['cosmetics', 7, [2, 3, 4, 5, 6, 7]],
  ['apparel', undefined, [2, 3, 6, 10, 15, 22]],
] as const)('the walls of %s, of goods that last %s days', async (rhythm, supply, days) => {
  const mails = await story({ rhythm }, ['small-store-walls'], lasting(supply));
  expect(mails.map((mail) => Number(mail.split(' ')[0]))).toEqual(days);
});

test.each([
  ['classic', 90, 180],
  ['fresh', 60, 120],
  ['food', 90, 180],
  ['cosmetics', 90, 180],
  ['apparel', 180, 365],
  ['gift', 400, 760],
])(
  'who has bought of %s is dormant after %i days, and has left after %i',
  async (rhythm, dormant, churned) => {
    const { segments } = shippedUnder({ rhythm });
    const days = (name: string) =>
      JSON.stringify(segments.find((one) => one.name === name)).match(/(?<="daysAgoAtLeast":)\d+/g);
    expect(days('dormant')).toEqual([`${dormant}`, `${churned}`]);
    expect(days('churned')).toEqual([`${churned}`]);
  },
);

test.each([
  ['classic', []],
  ['cosmetics', ['ask']],
])('delayed, the parcel comes after 25 days: the early survey of %s', async (rhythm, went) => {
  const shop = storefront(shippedUnder({ rhythm }).only('early-survey'));
  await shop.tell('OrderPlaced', orderOf('o-1'));
  await shop.pass({ days: 1 });
  await shop.tell('OrderDelayed', orderOf('o-1'));
  await shop.pass({ days: 24 });
  await shop.tell('OrderDelivered', orderOf('o-1'));
  await shop.pass({ days: 40 });
  expect(shop.mails().map((mail) => mail.split('/')[1])).toEqual(went);
});

const ownPace = { classic: ['+28'], food: ['+29'], fresh: ['+29'] };
test.each(Object.entries(ownPace))(
  'beans bought after 34 and 36 days, in %s: the letter comes at %s',
  async (rhythm, days) => {
    expect(await afterOrdersOn([0, 34, 70], rhythm)).toEqual(days);
  },
);

test.each([
  [[70], 'one order'],
  [[0, 70], 'a single gap'],
  [[69, 70], 'orders of two days running'],
  [[0, 10, 15, 70], 'gaps of 15 and 55 days'],
  [[0, 14, 50], 'gaps of 14 and 36 days'],
])('orders on %j, %s: the supply tells', async (orders) => {
  expect(await afterOrdersOn(orders, 'food')).toEqual(['+28']);
});

/** In which days after the last order, which is delivered that day, the first letter about a supply of 30 days comes. */
async function afterOrdersOn(days: readonly number[], rhythm: string) {
  const shop = storefront(shippedUnder({ rhythm }).only('replenishment'), {
    startAt: '2026-01-01T03:30:00Z',
  });
  for (const [n, day] of days.entries()) {
    await shop.pass({ days: day - (days[n - 1] ?? 0) });
    await shop.tell('OrderPlaced', orderOf(`o-${n}`, lasting(30)));
    await shop.tell('OrderDelivered', orderOf(`o-${n}`, lasting(30)));
  }
  const before = shop.mails().length;
  await shop.pass({ days: 50 });
  const last = Date.UTC(2026, 0, 1 + (days.at(-1) ?? 0));
  return shop
    .mails()
    .slice(before, before + 1)
    .map(
      (mail) =>
        `+${(Date.UTC(2026, Number(mail.slice(0, 2)) - 1, Number(mail.slice(3, 5))) - last) / 86_400_000}`,
    );
}
