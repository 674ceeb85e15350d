import { expect, test } from 'vitest';
import { reviewRequest } from '../../../shared/programs/reviews/review-request.ts';
import { reviewThanks } from '../../../shared/programs/reviews/review-thanks.ts';
import { hers, humanTasks, labelsOf, orders } from '../../support/events-of-hana.ts';
import { storeInMemory } from '../../support/store-in-memory.ts';

const monday = '2026-03-02T03:30:00Z'; // 12:30 in Tokyo; the parcel is taken to arrive on 7 March
async function open() {
  const store = storeInMemory({ startAt: monday, scenarios: [reviewRequest, reviewThanks] });
  await orders(store, 'o-1');
  return store;
}

test('a first buyer is asked two weeks after the parcel, and reminded of nothing but the survey', async () => {
  const store = await open();
  await store.pass({ days: 90 });
  expect(store.calendar('Asia/Tokyo')).toEqual(['2026-03-21 19:00 review-request__ask']);
});

test('a review ends the asking, and is thanked for', async () => {
  const store = await open();
  await store.pass('2026-03-23T03:00:00Z');
  await hers(store, 'ReviewPosted', { review: { productId: 'p-1', rating: 3 } });
  await store.pass({ days: 60 });
  expect(store.calendar('Asia/Tokyo')).toEqual([
    '2026-03-21 19:00 review-request__ask',
    '2026-03-24 10:00 review-thanks__thanks',
  ]);
  expect(await labelsOf(store)).not.toContain('delighted');
  expect(store.world.metrics.of('GoalReached', 'review-request')).toBe(1);
});

test('four stars and more are remembered', async () => {
  const store = await open();
  await hers(store, 'ReviewPosted', { review: { productId: 'p-1', rating: 4 } });
  expect(await labelsOf(store)).toContain('delighted');
});

test('a bad review goes to people, and gets no letter until they have answered', async () => {
  const store = await open();
  await store.pass('2026-03-18T03:00:00Z');
  await hers(store, 'ReviewPosted', { review: { productId: 'p-1', rating: 1 } });
  expect(humanTasks(store)).toEqual(['low-review']);
  expect(await labelsOf(store)).toContain('care-first');
  await store.pass({ days: 2 });
  await hers(store, 'HelpResolved', { help: { id: 'h-1' } });
  await store.pass({ days: 30 });
  expect(await labelsOf(store)).not.toContain('care-first');
  expect(store.calendar('Asia/Tokyo')).toEqual([]);
});

test.each(['OrderReturned', 'OrderCancelled'] as const)('%s ends the asking', async (ending) => {
  const store = await open();
  await store.pass({ days: 3 });
  await hers(store, ending, { order: { id: 'o-1' } });
  await store.pass({ days: 60 });
  expect(store.calendar('Asia/Tokyo')).toEqual([]);
});

test('who buys every fortnight is asked once in sixty days', async () => {
  const store = await open();
  for (const id of ['o-2', 'o-3', 'o-4']) {
    await store.pass({ days: 14 });
    await orders(store, id);
  }
  await store.pass({ days: 60 });
  expect(store.calendar('Asia/Tokyo')).toHaveLength(2);
});

test('for a gift nobody is asked', async () => {
  const store = storeInMemory({ startAt: monday, scenarios: [reviewRequest] });
  await orders(store, 'o-1', { gift: true });
  await store.pass({ days: 60 });
  expect(store.calendar('Asia/Tokyo')).toEqual([]);
});

test('who has an open case is not asked', async () => {
  const store = await open();
  await store.pass('2026-03-20T03:00:00Z');
  await hers(store, 'HelpRequested', { help: { id: 'h-1' } });
  await store.pass({ days: 60 });
  expect(store.calendar('Asia/Tokyo')).toEqual([]);
});
