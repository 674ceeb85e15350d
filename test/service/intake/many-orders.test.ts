import { expect, test } from 'vitest';
import { orderThanks } from '../../../shared/programs/after-purchase/order-thanks.ts';
import { deliveryFailed } from '../../../shared/programs/order-service/delivery-failed.ts';
import { scenarios } from '../../support/shipped.ts';
import { orderDetail, storeInMemory } from '../../support/store-in-memory.ts';

const noon = '2026-03-10T03:00:00Z';
const at = (seconds: number) => new Date(Date.parse(noon) + Math.trunc(seconds) * 1000).toISOString();

/** Orders of one customer within so many seconds, told to the second, in the order in which a queue may bring them. */
function ordersWithin(seconds: number, count: number) {
  const all = Array.from({ length: count }, (_, n) =>
    orderDetail(`o-${n}`, at((n * seconds) / count - seconds)),
  );
  return all.map((_, n) => all[(n * 7919) % count] as (typeof all)[number]);
}

type Store = ReturnType<typeof storeInMemory>;
const tell = (store: Store, details: readonly object[]) =>
  store.world.intake.put(details.map((detail) => ({ 'detail-type': 'OrderPlaced', detail })) as never);
const thanks = (store: Store) =>
  store.world.mailer.mails.filter(({ tags }) => tags.template === 'order-thanks__thanks').length;
const ordersCounted = async (store: Store) => (await store.world.customers.load('c-1'))?.lifecycle.orders;

test('thirty orders of one customer within two seconds are thanked for one by one', async () => {
  const store = storeInMemory({ startAt: noon, scenarios });
  await tell(store, ordersWithin(2, 30));
  await store.pass({ hours: 1 });
  expect(thanks(store)).toBe(30);
  expect(await ordersCounted(store)).toBe(30);
});

test('as one batch they are, too', async () => {
  const store = storeInMemory({ startAt: noon, scenarios: [orderThanks] });
  await store.put(...ordersWithin(2, 30).map((detail) => store.event('OrderPlaced', detail)));
  await store.pass({ hours: 1 });
  expect(thanks(store)).toBe(30);
  expect(await ordersCounted(store)).toBe(30);
});

test('so are very many within a minute: what is too much at once is put back, and counted', async () => {
  const store = storeInMemory({ startAt: noon, scenarios: [orderThanks] });
  const item = { productId: 'p-1', name: '野草茶 '.repeat(4), quantity: 2, unitPrice: 2400 };
  const full = ordersWithin(60, 70).map(({ order, ...rest }) => ({
    ...rest,
    order: { ...order, items: Array.from({ length: 4 }, () => item) },
  }));
  await tell(store, full);
  for (let minute = 0; minute < 8; minute += 1) await store.pass({ minutes: 1 });
  expect(thanks(store)).toBe(70);
  expect(await ordersCounted(store)).toBe(70);
  expect(store.world.metrics.of('PutBack')).toBeGreaterThan(0);
  expect(new Set(store.failures)).toEqual(new Set(['TooMuchOpen']));
});

test('all of them told again, at once or a day later, bring nothing more', async () => {
  const store = storeInMemory({ startAt: noon, scenarios: [orderThanks] });
  const all = ordersWithin(30, 40);
  await tell(store, [...all, ...all]);
  await store.pass({ hours: 3 });
  await tell(store, all);
  await store.pass({ days: 1 });
  await tell(store, all);
  await store.pass({ hours: 3 });
  expect(thanks(store)).toBe(40);
  expect(await ordersCounted(store)).toBe(40);
});

test('what is known by its event’s id alone is not taken for new when it is told again under another', async () => {
  const store = storeInMemory({ startAt: noon, scenarios: [deliveryFailed] });
  const failures = ordersWithin(30, 40);
  const toldAs = (name: string) =>
    store.world.intake.put(
      failures.map((detail) => ({
        'detail-type': 'DeliveryFailed',
        detail: { ...detail, eventId: `${name}-${detail.order.id}` },
      })) as never,
    );
  await toldAs('first');
  await store.pass({ days: 2 });
  const notices = store.world.mailer.mails.length;
  expect(notices).toBeGreaterThan(0);
  await toldAs('again');
  await store.pass({ hours: 3 });
  expect(store.world.mailer.mails).toHaveLength(notices);
});

test('sixteen open bookings and a busy customer’s letters keep no confirmation back', async () => {
  const store = storeInMemory({ startAt: noon, scenarios });
  for (let n = 0; n < 16; n += 1) {
    const booking = {
      id: `b-${n}`,
      name: 'Tea evening',
      startsAt: '2026-05-01T18:00:00+09:00',
      place: 'Tokyo',
    };
    const { customer } = orderDetail('o', noon);
    await store.put(store.event('BookingMade', { eventId: `b-${n}`, occurredAt: noon, customer, booking }));
  }
  await store.pass({ hours: 1 });
  const confirmed = store.world.mailer.mails.filter(({ tags }) => tags.scenario === 'event-booking');
  expect(confirmed).toHaveLength(16);
});
