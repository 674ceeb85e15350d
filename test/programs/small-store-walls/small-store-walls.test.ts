import { expect, test } from 'vitest';
import { earlySurveyAnswered } from '../../../shared/programs/early-survey/early-survey-answered.ts';
import { smallStoreWalls } from '../../../shared/programs/small-store-walls/small-store-walls.ts';
import { answers, hana, hers, orders } from '../../support/events-of-hana.ts';
import { storeInMemory } from '../../support/store-in-memory.ts';

const monday = '2026-03-02T03:30:00Z'; // 12:30 in Tokyo; the parcel is taken to arrive on 7 March
const switchedOn = { ...smallStoreWalls, enabled: true };
const walls = () => storeInMemory({ startAt: monday, scenarios: [switchedOn, earlySurveyAnswered] });

test('six letters take down five walls in three weeks', async () => {
  const store = walls();
  await orders(store, 'o-1');
  await store.pass({ days: 60 });
  expect(store.calendar('Asia/Tokyo')).toEqual([
    '2026-03-08 19:00 small-store-walls__company',
    '2026-03-10 19:00 small-store-walls__product',
    '2026-03-13 19:00 small-store-walls__safety',
    '2026-03-17 19:00 small-store-walls__assurance',
    '2026-03-22 19:00 small-store-walls__use',
    '2026-03-29 19:00 small-store-walls__effect',
  ]);
});

test('who looks for a quiet moment learns right use before she hears of the guarantee', async () => {
  const store = walls();
  await orders(store, 'o-1');
  await store.pass('2026-03-14T12:00:00Z');
  await answers(store, 'early', { impression: 'good', wish: 'calm' });
  await store.pass({ days: 60 });
  expect(store.calendar('Asia/Tokyo').slice(3)).toEqual([
    '2026-03-16 19:00 early-survey-answered__calm',
    '2026-03-17 19:00 small-store-walls__use',
    '2026-03-22 19:00 small-store-walls__assurance',
    '2026-03-29 19:00 small-store-walls__effect',
  ]);
});

test('a friend’s friend has passed the first wall', async () => {
  const store = walls();
  await hers(store, 'ReferralMade', { referral: { friendId: hana.id } });
  await orders(store, 'o-1');
  await store.pass({ days: 9 });
  expect(store.calendar('Asia/Tokyo')).toEqual(['2026-03-10 19:00 small-store-walls__product']);
});

test('the second order is what the letters are for, and ends them', async () => {
  const store = walls();
  await orders(store, 'o-1');
  await store.pass({ days: 9 });
  await orders(store, 'o-2');
  await store.pass({ days: 60 });
  expect(store.calendar('Asia/Tokyo')).toHaveLength(2);
  expect(store.world.metrics.of('GoalReached', 'small-store-walls')).toBe(1);
});

test('a return ends the letters', async () => {
  const store = walls();
  await orders(store, 'o-1');
  await store.pass({ days: 9 });
  await hers(store, 'OrderReturned', { order: { id: 'o-1' } });
  await store.pass({ days: 60 });
  expect(store.calendar('Asia/Tokyo')).toHaveLength(2);
});

test('a gift gets no letters', async () => {
  const store = walls();
  await orders(store, 'o-1', { gift: true });
  await store.pass({ days: 60 });
  expect(store.calendar('Asia/Tokyo')).toEqual([]);
});

test('as shipped it lets nobody in', async () => {
  const store = storeInMemory({ startAt: monday, scenarios: [smallStoreWalls] });
  await orders(store, 'o-1');
  await store.pass({ days: 60 });
  expect(store.calendar('Asia/Tokyo')).toEqual([]);
});
