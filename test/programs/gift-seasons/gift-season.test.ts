import { expect, test } from 'vitest';
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import { giftChristmas } from '../../../shared/programs/gift-seasons/gift-christmas.ts';
import { giftMemory } from '../../../shared/programs/gift-seasons/gift-memory.ts';
import { giftOchugen } from '../../../shared/programs/gift-seasons/gift-ochugen.ts';
import { giftOseibo } from '../../../shared/programs/gift-seasons/gift-oseibo.ts';
import { orderDetail, storeInMemory } from '../../support/store-in-memory.ts';

const start = '2026-01-20T03:00:00Z';

const seasons: [occasion: string, scenario: Scenario, days: readonly string[]][] = [
  ['ochugen', giftOchugen, ['2026-06-08', '2026-06-28']],
  ['oseibo', giftOseibo, ['2026-11-12', '2026-12-03']],
  ['christmas', giftChristmas, ['2026-11-25', '2026-12-13']],
];

const giftOf = (id: string, at: string, occasion: string) =>
  orderDetail(id, at, { order: { id, gift: true, occasion, items: [] } });

async function gave(occasion: string, scenario: Scenario) {
  const store = storeInMemory({
    startAt: start,
    scenarios: [giftMemory, { ...scenario, enabled: true }],
  });
  await store.put(store.event('OrderPlaced', giftOf('o-1', '2026-01-20T02:00:00Z', occasion)));
  return store;
}

test.each(seasons)(
  'who gave %s last season is invited again, and told the last good week',
  async (...season) => {
    const [occasion, scenario, days] = season;
    const store = await gave(occasion, scenario);
    await store.pass({ days: 350 });
    expect(store.calendar('Asia/Tokyo')).toEqual([
      `${days[0]} 10:00 gift-${occasion}__again`,
      `${days[1]} 10:00 gift-${occasion}__deadline`,
    ]);
  },
);

test.each(seasons)(
  'an order of a gift ends the letters of %s, and is remembered for next year',
  async (...season) => {
    const [occasion, scenario, days] = season;
    const store = await gave(occasion, scenario);
    const at = `${days[0]}T05:00:00Z`;
    await store.pass(at);
    await store.put(store.event('OrderPlaced', giftOf('o-2', at, occasion)));
    await store.pass({ days: 370 });
    const year = Number(days[0]?.slice(0, 4)) + 1;
    expect(store.calendar('Asia/Tokyo')).toEqual([
      `${days[0]} 10:00 gift-${occasion}__again`,
      `${days[0]?.replace(/^\d+/, String(year))} 10:00 gift-${occasion}__again`,
    ]);
  },
);

test.each(seasons)('who let a season of %s go by is not asked the year after', async (...season) => {
  const [occasion, scenario] = season;
  const store = await gave(occasion, scenario);
  await store.pass({ days: 350 });
  const before = store.calendar('Asia/Tokyo').length;
  await store.pass({ days: 366 });
  expect(store.calendar('Asia/Tokyo')).toHaveLength(before);
});

test('a gift of another occasion, or of none, invites to no season', async () => {
  for (const occasion of ['birthday', 'christmas']) {
    const store = await gave(occasion, giftOchugen);
    await store.pass({ days: 350 });
    expect(store.calendar('Asia/Tokyo')).toEqual([]);
    expect((await store.world.customers.load('c-1'))?.labels).toContain('gift-giver');
  }
});
