/** Facts about an order that many newer ones have pushed out of the record: they count, and nothing counts twice. */
import { expect, test } from 'vitest';
import { lifecycleAsked } from '../../../shared/core/questions/purchases.ts';
import { orderThanks } from '../../../shared/programs/after-purchase/order-thanks.ts';
import { orderRefunded } from '../../../shared/programs/order-service/order-refunded.ts';
import { ingest } from '../../../shared/service/intake/ingest.ts';
import { crashing, noCrash } from '../../support/crashing-world.ts';
import { transactional, waitFor } from '../../support/scenarios.ts';
import { orderDetail, type StoreInMemory, storeInMemory } from '../../support/store-in-memory.ts';

const start = '2026-03-02T03:00:00Z';
const day = (n: number) => new Date(Date.parse(start) + n * 86_400_000).toISOString();
const refundOf = (order: string, n: number, id: string, amount = 400) => ({
  ...orderDetail(order, day(n)),
  order: { id: order },
  refund: { id, amount, currency: 'JPY' },
});

async function placedDaily(store: StoreInMemory, from: number, to: number) {
  for (let n = from; n < to; n += 1) {
    await store.pass(day(n));
    await store.put(store.event('OrderPlaced', orderDetail(`o-${n}`, day(n))));
  }
}
const customerOf = async ({ world }: StoreInMemory, id = 'c-1') => {
  const customer = await world.customers.load(id);
  if (!customer) throw new Error(`${id} is known`);
  return customer;
};
async function spent(store: StoreInMemory, id = 'c-1') {
  const asked = lifecycleAsked(await customerOf(store, id), {
    at: store.world.clock.now(),
    settings: store.engine.decisions,
  });
  return { orders: asked.orders, inYear: asked.ordersIn365Days, JPY: asked.spentIn365Days.JPY };
}

test('a refund of the thirtieth last order lowers spending, and a cancellation the count', async () => {
  const store = storeInMemory({ startAt: start, scenarios: [orderThanks] });
  await placedDaily(store, 0, 30);
  expect(await spent(store)).toEqual({ orders: 30, inYear: 30, JPY: 30 * 5400 });
  await store.put(store.event('OrderRefunded', refundOf('o-0', 31, 'r-1')));
  expect(await spent(store)).toEqual({ orders: 30, inYear: 30, JPY: 30 * 5400 - 400 });
  await placedDaily(store, 32, 60);
  // The same refund again, and another one: it had left the record a second time.
  await store.put(store.event('OrderRefunded', refundOf('o-0', 31, 'r-1')));
  await store.put(store.event('OrderRefunded', refundOf('o-0', 61, 'r-2', 100)));
  expect(await spent(store)).toEqual({ orders: 58, inYear: 58, JPY: 58 * 5400 - 500 });
  await store.put(store.event('OrderCancelled', orderDetail('o-1', day(62))));
  expect(await spent(store)).toEqual({ orders: 57, inYear: 57, JPY: 57 * 5400 - 500 });
  expect(store.failures).toEqual([]);
});

test('a late cancellation ends what still runs about the order', async () => {
  const review = transactional({
    id: 'late',
    exitOn: ['OrderCancelled'],
    steps: [waitFor('pause', { days: 90 }), { id: 'thanks', kind: 'send', template: 'order-thanks/thanks' }],
  });
  const store = storeInMemory({ startAt: start, scenarios: [review] });
  await placedDaily(store, 0, 30);
  await store.put(store.event('OrderCancelled', orderDetail('o-0', day(31))));
  const about = (await customerOf(store)).enrolments.filter(({ order }) => order === 'o-0');
  expect(about.map(({ ended }) => ended?.because)).toEqual(['exit-rule']);
  expect((await customerOf(store)).enrolments.filter(({ ended }) => !ended)).toHaveLength(29);
});

test.each([
  [10, 'is told of once, as its scenario says', 1],
  [30, 'is told of again: with what the story began is known no more', 2],
])('a second refund of an order that %s newer ones followed %s', async (newer, _, mails) => {
  const store = storeInMemory({ startAt: start, scenarios: [orderRefunded] });
  await store.put(store.event('OrderPlaced', orderDetail('o-0', day(-0.1))));
  await store.put(store.event('OrderRefunded', refundOf('o-0', 0, 'r-1')));
  await store.pass(day(1));
  for (let n = 1; n <= newer; n += 1)
    await store.put(store.event('OrderPlaced', orderDetail(`o-${n}`, day(1 - n / 1440))));
  await store.pass(day(5));
  for (const id of ['r-1', 'r-2', 'r-2'])
    await store.put(store.event('OrderRefunded', refundOf('o-0', 5, id)));
  await store.pass(day(6));
  expect(store.world.mailer.mails).toHaveLength(mails);
});

test('a save that was lost after the item was written makes no repeat of the order: it is thanked for once', async () => {
  const store = storeInMemory({ startAt: start, scenarios: [orderThanks] });
  const minute = (n: number) => day(n / 1440);
  await store.put(
    ...Array.from({ length: 30 }, (_, n) =>
      store.event('OrderPlaced', orderDetail(`o-${n}`, minute(n - 60))),
    ),
  );
  await store.put(store.event('OrderPlaced', orderDetail('o-30', minute(-10))));
  await store.pass({ hours: 1 });
  const late = store.event('OrderPlaced', orderDetail('late', minute(-90)));
  const { customers } = store.world;
  const lost = { ...customers, save: () => Promise.reject(new Error('the database is away')) };
  const engine = { ...store.engine, world: { ...store.world, customers: lost } };
  await expect(ingest(engine, 'c-1', [late])).rejects.toThrow('away');
  expect(await store.world.orderFacts.load('c-1', 'late')).toMatchObject({ facts: { OrderPlaced: {} } });
  await store.put(late);
  await store.pass({ hours: 1 });
  await store.put(late);
  await store.pass({ hours: 1 });
  expect((await customerOf(store)).lifecycle.orders).toBe(32);
  expect(store.world.mailer.mails).toHaveLength(32);
});

test('of a burst of orders each is thanked for once, though every first save after its item is lost', async () => {
  const store = storeInMemory({ startAt: start, scenarios: [orderThanks] });
  const burst = Array.from({ length: 40 }, (_, n) =>
    store.event(
      'OrderPlaced',
      orderDetail(`b-${n}`, new Date(Date.parse(start) - (40 - n) * 1000).toISOString()),
    ),
  );
  const { customers } = store.world;
  for (const event of burst.toReversed()) {
    const lost = { ...customers, save: () => Promise.reject(new Error('the database is away')) };
    const engine = { ...store.engine, world: { ...store.world, customers: lost } };
    await expect(ingest(engine, 'c-1', [event])).rejects.toThrow('away');
    await store.put(event);
    await store.put(event);
  }
  await store.pass({ hours: 1 });
  await store.put(...burst);
  await store.pass({ hours: 1 });
  expect(store.world.mailer.mails).toHaveLength(40);
  expect(await spent(store)).toEqual({ orders: 40, inYear: 40, JPY: 40 * 5400 });
});

test('an event of an order that the record has, or of a new one, reads no item', async () => {
  const store = storeInMemory({ startAt: start, scenarios: [orderThanks] });
  const asked: string[] = [];
  const orderFacts = {
    ...store.world.orderFacts,
    load: (customer: string, order: string) => {
      asked.push(order);
      return store.world.orderFacts.load(customer, order);
    },
  };
  const engine = { ...store.engine, world: { ...store.world, orderFacts } };
  await placedDaily(store, 0, 30);
  await ingest(engine, 'c-1', [store.event('OrderPlaced', orderDetail('o-30', day(30)))]);
  await ingest(engine, 'c-1', [store.event('OrderPaid', orderDetail('o-29', day(30)))]);
  expect(asked).toEqual([]);
  const late = [refundOf('o-0', 31, 'r-1'), refundOf('o-0', 31, 'r-2'), refundOf('o-1', 31, 'r-3')];
  await ingest(
    engine,
    'c-1',
    late.map((detail) => store.event('OrderRefunded', detail)),
  );
  expect(asked).toEqual(['o-0', 'o-1']);
});

test.each(['before', 'after'] as const)(
  'wherever it dies, %s a call that leaves it, orders that leave and a late refund count once',
  async (when) => {
    for (let at = 1; ; at += 1) {
      const plan = { ...noCrash(), at, when, armed: false };
      const store = storeInMemory({
        startAt: start,
        scenarios: [orderThanks],
        through: (w) => crashing(w, plan),
      });
      await placedDaily(store, 0, 25);
      plan.armed = true;
      const placed = store.event('OrderPlaced', orderDetail('o-25', day(24.5)));
      const refund = store.event('OrderRefunded', refundOf('o-0', 24.6, 'r-1'));
      for (const event of [placed, refund, refund]) {
        await ingest(store.engine, 'c-1', [event]).catch(() => ingest(store.engine, 'c-1', [event]));
      }
      expect(await spent(store), `${at}: ${plan.names[at - 1]}`).toEqual({
        orders: 26,
        inYear: 26,
        JPY: 26 * 5400 - 400,
      });
      if (plan.calls < at) break;
    }
  },
);
