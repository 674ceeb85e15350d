import { expect, test } from 'vitest';
import { birthdayMonth } from '../../../shared/programs/birthday/birthday-month.ts';
import { birthdayWeek } from '../../../shared/programs/birthday/birthday-week.ts';
import { hana, hers, orders } from '../../support/events-of-hana.ts';
import { storeInMemory } from '../../support/store-in-memory.ts';

const january = '2026-01-05T03:30:00Z'; // 12:30 in Tokyo
const all = [
  { ...birthdayMonth, holdout: 0 },
  { ...birthdayWeek, holdout: 0 },
];
async function born(birthday: string, locale = 'ja') {
  const store = storeInMemory({ startAt: january, scenarios: all });
  await hers(store, 'CustomerRegistered', { customer: { ...hana, birthday, locale } });
  return store;
}

test('in Japan the month is hers from its first day, and the present ends on the twenty-eighth', async () => {
  const store = await born('1990-04-17');
  await store.pass({ days: 150 });
  expect(store.calendar('Asia/Tokyo')).toEqual([
    '2026-04-01 10:00 birthday__present',
    '2026-04-11 10:00 birthday__table',
    '2026-04-25 10:00 birthday__present-ends',
  ]);
  expect(store.world.mailer.mails[0]?.text).toContain('4月28日');
});

test.each(['ja_JP', 'JA', 'ja-jp'])('the locale %s is that of Japan', async (locale) => {
  const store = await born('1990-04-17', locale);
  await store.pass({ days: 150 });
  expect(store.calendar('Asia/Tokyo')[0]).toBe('2026-04-01 10:00 birthday__present');
});

test('elsewhere the present comes a week before, and good wishes on the day', async () => {
  const store = await born('1990-04-17', 'en');
  await store.pass({ days: 150 });
  expect(store.calendar('Asia/Tokyo')).toEqual([
    '2026-04-10 10:00 birthday__present',
    '2026-04-17 10:00 birthday__wishes',
    '2026-04-28 10:00 birthday__present-ends',
  ]);
});

test('who was born on 29 February is wished well on the twenty-eighth in other years', async () => {
  const store = await born('1992-02-29', 'en');
  await store.pass({ days: 100 });
  expect(store.calendar('Asia/Tokyo')[1]).toBe('2026-02-28 10:00 birthday__wishes');
});

test('the present comes again each year', async () => {
  const store = await born('1990-04-17');
  await store.pass({ days: 480 });
  const presents = store.calendar('Asia/Tokyo').filter((line) => line.endsWith('__present'));
  expect(presents).toEqual(['2026-04-01 10:00 birthday__present', '2027-04-01 10:00 birthday__present']);
});

test('an order with the present ends the reminders', async () => {
  const store = await born('1990-04-17');
  await store.pass('2026-04-12T03:00:00Z');
  await orders(store, 'o-1');
  await store.pass({ days: 60 });
  expect(store.calendar('Asia/Tokyo')).toHaveLength(2);
});

test('a redeemed coupon ends the reminders', async () => {
  const store = await born('1990-04-17');
  await store.pass('2026-04-12T03:00:00Z');
  await hers(store, 'CouponRedeemed', { coupon: { code: 'ABCDEFGHJK' } });
  await store.pass({ days: 60 });
  expect(store.calendar('Asia/Tokyo')).toHaveLength(2);
});

test('a birthday changed last week brings no present this time', async () => {
  const store = await born('1990-11-17');
  await store.pass('2026-03-25T03:00:00Z');
  await hers(store, 'CustomerUpdated', { customer: { ...hana, birthday: '1990-04-17' } });
  await store.pass({ days: 60 });
  expect(store.calendar('Asia/Tokyo')).toEqual([]);
});
