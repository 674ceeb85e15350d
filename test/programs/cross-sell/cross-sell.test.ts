import { expect, test } from 'vitest';
import { crossSell } from '../../../shared/programs/cross-sell/cross-sell.ts';
import { orderDetail, storeInMemory } from '../../support/store-in-memory.ts';
import { someone } from '../../support/store-wide.ts';

const monday = '2026-03-02T03:30:00Z'; // 12:30 in Tokyo; taken to arrive on the 7th
const later = '2026-03-20T03:30:00Z';

async function ordered(more: Record<string, unknown> = {}) {
  const store = storeInMemory({ startAt: monday, scenarios: [crossSell] });
  const { order } = orderDetail('o-1', monday);
  await store.put(store.event('OrderPlaced', orderDetail('o-1', monday, { order: { ...order, ...more } })));
  return store;
}

const hers = (eventId: string, more: Record<string, unknown>) => ({
  eventId,
  occurredAt: later,
  customer: someone(),
  ...more,
});

test('three and six weeks after the parcel she hears what goes with it, and of a step further', async () => {
  const store = await ordered();
  await store.pass({ days: 100 });
  expect(store.calendar('Asia/Tokyo')).toEqual([
    '2026-03-28 10:00 cross-sell__goes-with-it',
    '2026-04-18 10:00 cross-sell__a-step-on',
  ]);
});

test('while a case of hers is open she hears nothing', async () => {
  const store = await ordered();
  await store.pass(later);
  await store.put(store.event('HelpRequested', hers('h', { help: { id: 'h-1', topic: 'leak' } })));
  await store.pass({ days: 100 });
  expect(store.calendar('Asia/Tokyo')).toEqual([]);
});

test('a case that was solved in time does not keep it from her', async () => {
  const store = await ordered();
  await store.pass(later);
  await store.put(store.event('HelpRequested', hers('h', { help: { id: 'h-1' } })));
  await store.put(
    store.event('HelpResolved', {
      ...hers('r', { help: { id: 'h-1' } }),
      occurredAt: '2026-03-20T03:31:00Z',
    }),
  );
  await store.pass({ days: 100 });
  expect(store.calendar('Asia/Tokyo')).toHaveLength(2);
});

test('a poor review ends the story, a good one does not', async () => {
  for (const [rating, letters] of [
    [2, 0],
    [5, 2],
  ] as const) {
    const store = await ordered();
    await store.pass(later);
    await store.put(store.event('ReviewPosted', hers('v', { review: { productId: 'p-1', rating } })));
    await store.pass({ days: 100 });
    expect(store.calendar('Asia/Tokyo')).toHaveLength(letters);
  }
});

test('a subscriber is not asked to step further', async () => {
  const store = await ordered();
  await store.pass(later);
  await store.put(store.event('SubscriptionStarted', hers('s', { subscription: { id: 'sub-1' } })));
  await store.pass({ days: 100 });
  expect(store.calendar('Asia/Tokyo')).toEqual(['2026-03-28 10:00 cross-sell__goes-with-it']);
});

test('a gift begins nothing, and a return ends it', async () => {
  const gift = await ordered({ gift: true });
  await gift.pass({ days: 100 });
  expect(gift.calendar('Asia/Tokyo')).toEqual([]);
  const store = await ordered();
  await store.pass(later);
  await store.put(store.event('OrderReturned', orderDetail('o-1', later)));
  await store.pass({ days: 100 });
  expect(store.calendar('Asia/Tokyo')).toEqual([]);
});
