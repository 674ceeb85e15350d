import { expect, test } from 'vitest';
import { ninetyDayAnswered } from '../../../shared/programs/ninety-day-check/ninety-day-answered.ts';
import { ninetyDayCheck } from '../../../shared/programs/ninety-day-check/ninety-day-check.ts';
import { winBack } from '../../../shared/programs/win-back/win-back.ts';
import { answers, categoryIn, hers, humanTasks, orders } from '../../support/events-of-hana.ts';
import { storeInMemory } from '../../support/store-in-memory.ts';

const monday = '2026-03-02T03:30:00Z'; // 12:30 in Tokyo
const all = [ninetyDayCheck, ninetyDayAnswered, { ...winBack, holdout: 0 }];

/** A store in which she has ordered once and answered the early survey, just before the ninetieth day. */
async function atDayNinety(scenarios: Parameters<typeof storeInMemory>[0]['scenarios'] = all) {
  const store = storeInMemory({ startAt: monday, scenarios });
  await orders(store, 'o-1');
  await store.pass({ days: 14 });
  await answers(store, 'early', { impression: 'good' });
  await store.pass('2026-05-31T09:00:00Z');
  return store;
}

test('who once answered is asked why not, and what follows waits for her answer', async () => {
  const store = await atDayNinety();
  await store.pass('2026-06-08T00:00:00Z');
  expect(store.calendar('Asia/Tokyo')).toEqual([
    '2026-05-31 19:00 ninety-day-check__ask',
    '2026-06-07 10:00 win-back__news',
  ]);
});

test('who never answered gets a lighter touch', async () => {
  const store = storeInMemory({ startAt: monday, scenarios: [ninetyDayCheck] });
  await orders(store, 'o-1');
  await store.pass({ days: 120 });
  expect(store.calendar('Asia/Tokyo')).toEqual(['2026-05-31 19:00 ninety-day-check__light']);
});

test('an order on the eightieth day moves the question to ninety days after it', async () => {
  const store = storeInMemory({ startAt: monday, scenarios: [ninetyDayCheck] });
  await orders(store, 'o-1');
  await store.pass({ days: 80 });
  await orders(store, 'o-2');
  await store.pass({ days: 100 });
  expect(store.calendar('Asia/Tokyo')).toEqual(['2026-08-19 19:00 ninety-day-check__light']);
});

test('who still has some learns to use it up, and is left in peace', async () => {
  const store = await atDayNinety();
  await store.pass('2026-06-01T01:00:00Z');
  await answers(store, 'ninety-day', { reason: 'still-have' });
  await store.pass({ days: 29 });
  expect(await categoryIn(store, 'ninety-day')).toBe('still-have');
  expect(store.calendar('Asia/Tokyo').slice(1)).toEqual(['2026-06-01 11:00 ninety-day-answered__still-have']);
  // Day 97 went by meanwhile: the calls to come back begin when the time of peace is over.
  await store.pass({ days: 31 });
  expect(store.calendar('Asia/Tokyo').slice(2)).toEqual([
    '2026-07-01 11:00 win-back__news',
    '2026-07-14 10:00 win-back__coupon',
    '2026-07-26 10:00 win-back__ends-soon',
  ]);
});

test('who orders in the time of peace is not called back when it is over', async () => {
  const store = await atDayNinety();
  await store.pass('2026-06-01T01:00:00Z');
  await answers(store, 'ninety-day', { reason: 'still-have' });
  await store.pass({ days: 20 });
  await orders(store, 'o-2');
  await store.pass({ days: 80 });
  expect(store.calendar('Asia/Tokyo').slice(2)).toEqual([]);
});

test('what did not suit her goes to people, with a letter that sells nothing', async () => {
  const store = await atDayNinety();
  await store.pass('2026-06-01T01:00:00Z');
  await answers(store, 'ninety-day', { reason: 'did-not-suit' });
  await store.pass({ days: 20 });
  expect(humanTasks(store)).toEqual(['did-not-suit']);
  expect(store.calendar('Asia/Tokyo').slice(1)).toEqual(['2026-06-02 19:00 ninety-day-answered__not-suited']);
  await store.pass({ days: 20 });
  expect(store.calendar('Asia/Tokyo').slice(2)).toEqual(['2026-07-02 19:00 win-back__news']);
});

test('to whom it is dear the smaller sizes are shown, and news follows on its day', async () => {
  const store = await atDayNinety();
  await store.pass('2026-06-01T01:00:00Z');
  await answers(store, 'ninety-day', { reason: 'price' });
  await store.pass({ days: 8 });
  expect(store.calendar('Asia/Tokyo').slice(1)).toEqual([
    '2026-06-01 11:00 ninety-day-answered__price',
    '2026-06-07 10:00 win-back__news',
  ]);
});

test('another reason is read by people', async () => {
  const store = await atDayNinety([ninetyDayAnswered]);
  await answers(store, 'ninety-day', { reason: 'other', improve: 'もう少し早く届くとうれしいです' });
  expect(humanTasks(store)).toEqual(['ninety-day-other']);
  expect(await categoryIn(store, 'ninety-day')).toBe('other');
});

test('a subscriber is not asked', async () => {
  const store = storeInMemory({ startAt: monday, scenarios: [ninetyDayCheck] });
  await orders(store, 'o-1');
  await hers(store, 'SubscriptionStarted', { subscription: { id: 's-1', productId: 'p-1' } });
  await store.pass({ days: 120 });
  expect(store.calendar('Asia/Tokyo')).toEqual([]);
});

test('an order ends the question before news can come', async () => {
  const store = await atDayNinety();
  await store.pass('2026-06-02T01:00:00Z');
  await orders(store, 'o-2');
  await store.pass({ days: 60 });
  expect(store.calendar('Asia/Tokyo')).toEqual(['2026-05-31 19:00 ninety-day-check__ask']);
});
