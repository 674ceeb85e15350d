import { expect, test } from 'vitest';
import { sale } from '../../../shared/programs/sales/sale.ts';
import { orderDetail, storeInMemory } from '../../support/store-in-memory.ts';
import { someone, spreadToEverybody } from '../../support/store-wide.ts';

const noon = '2026-03-10T03:00:00Z'; // 12:00 in Tokyo

const market = {
  sale: {
    id: 'spring',
    name: '春の市',
    startsAt: '2026-03-20T10:00:00+09:00',
    endsAt: '2026-03-27T22:00:00+09:00',
    url: 'https://shop.example.com/spring',
  },
};

/** c-1 has never bought. */
async function storeWithProspect() {
  const store = storeInMemory({ startAt: noon, scenarios: [{ ...sale, enabled: true }] });
  await store.put(store.event('CustomerRegistered', { eventId: 'r', occurredAt: noon, customer: someone() }));
  return store;
}

type Store = Awaited<ReturnType<typeof storeWithProspect>>;

async function order(store: Store, id: string, at: string, total = 5400) {
  await store.put(
    store.event('OrderPlaced', orderDetail(id, at, { order: { id, currency: 'JPY', total, items: [] } })),
  );
}

test('a customer hears of a sale as it opens, and once more on its last day', async () => {
  const store = await storeWithProspect();
  await spreadToEverybody(store, 'SaleAnnounced', market);
  await store.pass({ days: 30 });
  expect(store.calendar('Asia/Tokyo')).toEqual([
    '2026-03-20 10:00 sale__open',
    '2026-03-27 07:00 sale__last-day',
  ]);
  expect(store.world.mailer.mails[0]?.text).toContain('2026年3月27日 22:00');
});

test('a VIP hears a day before the others', async () => {
  const store = await storeWithProspect();
  for (const [n, day] of ['01', '10', '20', '28'].entries()) {
    await order(store, `o-${n}`, `2026-02-${day}T03:00:00Z`, 9000);
  }
  await spreadToEverybody(store, 'SaleAnnounced', market);
  await store.pass({ days: 30 });
  expect(store.calendar('Asia/Tokyo')).toEqual([
    '2026-03-19 10:00 sale__vip-early',
    '2026-03-27 07:00 sale__last-day',
  ]);
});

test('who paid in full within the last seven days is left out of the discount', async () => {
  const store = await storeWithProspect();
  await order(store, 'o-1', '2026-03-10T02:00:00Z');
  await store.pass('2026-03-14T03:00:00Z');
  await order(store, 'o-2', '2026-03-14T03:00:00Z');
  await spreadToEverybody(store, 'SaleAnnounced', market);
  await store.pass('2026-03-22T03:00:00Z');
  expect(store.calendar('Asia/Tokyo')).toEqual([]);
  const [touchpoint] = await store.touchpoints('c-1');
  expect(touchpoint).toMatchObject({ step: 'open', because: 'when-not-met' });
});

test('an order in the sale ends its story', async () => {
  const store = await storeWithProspect();
  await spreadToEverybody(store, 'SaleAnnounced', market);
  await store.pass('2026-03-21T03:00:00Z');
  await order(store, 'o-1', '2026-03-21T03:00:00Z');
  await store.pass({ days: 30 });
  expect(store.calendar('Asia/Tokyo')).toEqual(['2026-03-20 10:00 sale__open']);
});

test('a sale told twice is told of once', async () => {
  const store = await storeWithProspect();
  await spreadToEverybody(store, 'SaleAnnounced', market);
  await store.pass({ days: 1 });
  await spreadToEverybody(store, 'SaleAnnounced', market);
  await store.pass({ days: 60 });
  expect(store.calendar('Asia/Tokyo')).toHaveLength(2);
});

test('nothing of a sale goes after its end, though marketing was paused until then', async () => {
  const store = await storeWithProspect();
  await spreadToEverybody(store, 'SaleAnnounced', market);
  await store.world.control.write({ paused: { all: false, marketing: true, scenarios: [] } });
  await store.pass('2026-03-27T13:01:00Z');
  await store.world.control.write({ paused: { all: false, marketing: false, scenarios: [] } });
  await store.pass({ days: 60 });
  expect(store.calendar('Asia/Tokyo')).toEqual([]);
  const reasons = (await store.touchpoints('c-1')).map(({ because }) => because);
  expect(reasons).toEqual(['too-late', 'needed-not-sent']);
});

test('a sale of a few hours is not told of after its end, though the night held the message', async () => {
  const store = await storeWithProspect();
  const flash = {
    ...market.sale,
    startsAt: '2026-03-20T22:00:00+09:00',
    endsAt: '2026-03-21T06:00:00+09:00',
  };
  await spreadToEverybody(store, 'SaleAnnounced', { sale: flash });
  await store.pass({ days: 30 });
  expect(store.calendar('Asia/Tokyo')).toEqual([]);
});

test.each([
  [['vip'], []],
  [
    ['vip', 'prospect'],
    ['sale__open', 'sale__last-day'],
  ],
  [[], ['sale__open', 'sale__last-day']],
  [['VIP '], []],
  [['Prospect '], ['sale__open', 'sale__last-day']],
  [['ＰＲＯＳＰＥＣＴ'], ['sale__open', 'sale__last-day']],
  [['First Time', 'first_time', 'nobody-knows'], []],
])('a sale for %j is told to whoever is in one of them', async (segments, told) => {
  const store = await storeWithProspect();
  await spreadToEverybody(store, 'SaleAnnounced', { sale: { ...market.sale, segments } });
  await store.pass({ days: 30 });
  expect(store.calendar('Asia/Tokyo').map((line) => line.slice(17))).toEqual(told);
});

test('a sale told to VIPs first and to all later is told to each once', async () => {
  const store = await storeWithProspect();
  await spreadToEverybody(store, 'SaleAnnounced', { sale: { ...market.sale, segments: ['vip'] } });
  await store.pass({ days: 1 });
  await spreadToEverybody(store, 'SaleAnnounced', market);
  await store.pass({ days: 30 });
  expect(store.calendar('Asia/Tokyo')).toHaveLength(2);
});
