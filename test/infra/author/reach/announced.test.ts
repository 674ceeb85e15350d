import { expect, test } from 'vitest';
import { announcedFor, hearing } from '../../../../infra/author/reach/announced.ts';
import { whoIsRehearsed } from '../../../../infra/author/reach/who-is-rehearsed.ts';
import { scenarios } from '../../../../shared/library.ts';
import { complainingVip } from '../../../../shared/programs/lives/complaining-vip.ts';
import { firstSerum } from '../../../../shared/programs/lives/first-serum.ts';

test('what is announced to everybody is known by the scenarios that begin with it, each once', () => {
  expect(announcedFor(scenarios, ['sale', 'new-product', 'welcome'])).toEqual([
    'ProductAnnounced',
    'SaleAnnounced',
  ]);
  expect(announcedFor(scenarios, ['welcome'])).toEqual([]);
});

test('a life hears of a sale in its middle, and one that has its own hears of no second', () => {
  expect(hearing(firstSerum, ['SaleAnnounced']).happens.at(-1)).toMatchObject({
    day: 65,
    tell: 'SaleAnnounced',
  });
  expect(hearing(complainingVip, ['SaleAnnounced'])).toBe(complainingVip);
});

test('of everybody who is rehearsed each hears of it once', async () => {
  const who = { population: 'every-life', variations: 1, seed: 1, timeZone: 'Asia/Tokyo' };
  for (const { id, happens } of await whoIsRehearsed({ ...who, announced: ['SaleAnnounced'] }))
    expect(
      happens.filter(({ name }) => name === 'SaleAnnounced'),
      id,
    ).toHaveLength(1);
});
