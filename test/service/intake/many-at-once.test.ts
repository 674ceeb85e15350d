/** Order mail of one customer in bursts: each goes once, and nothing that is told again brings more. */
import { expect, test } from 'vitest';
import { scenarios } from '../../support/shipped.ts';
import { orderDetail, type StoreInMemory, storeInMemory } from '../../support/store-in-memory.ts';

const noon = '2026-03-10T03:00:00Z';
const { customer } = orderDetail('o', noon);
const second = (n: number) => new Date(Date.parse(noon) - 60_000 + n * 10).toISOString();

type Detail = (n: number) => Record<string, unknown>;
const order = (n: number) => orderDetail(`o-${n}`, second(n)).order;
const booking = (n: number) => ({
  id: `b-${n}`,
  name: 'Tea evening',
  startsAt: '2026-05-01T18:00:00+09:00',
  place: 'Tokyo',
});
const subscription = (n: number) => ({
  id: `s-${n}`,
  status: 'active',
  nextOrderAt: '2026-04-20T00:00:00Z',
  items: [],
});

interface Burst {
  readonly name: string;
  readonly count: number;
  readonly detail: Detail;
  /** The scenario whose mail each of them is told by. */
  readonly by: string;
  readonly first?: (store: StoreInMemory) => Promise<void>;
}

const bookedFirst = (count: number) => async (store: StoreInMemory) => {
  await tell(
    store,
    { name: 'BookingMade', count, by: '', detail: (n) => ({ booking: booking(n) }) },
    'first',
  );
  await store.pass({ hours: 80 });
};

async function tell(store: StoreInMemory, { name, count, detail }: Burst, word: string) {
  const now = store.world.clock.now();
  const all = Array.from({ length: count }, (_, n) => ({
    eventId: `${word}-${name}-${n}`,
    occurredAt: now.subtract({ milliseconds: (count - n) * 10 }).toString(),
    customer,
    ...detail(n),
  }));
  await store.world.intake.put(all.map((one) => ({ 'detail-type': name, detail: one })) as never);
  return all;
}

const bursts: readonly Burst[] = [
  {
    name: 'OrderShipped',
    count: 30,
    by: 'parcel-shipped',
    detail: (n) => ({ order: order(n), shipment: { id: `p-${n}` } }),
  },
  { name: 'BookingMade', count: 40, by: 'event-booking', detail: (n) => ({ booking: booking(n) }) },
  {
    name: 'BookingChanged',
    count: 50,
    by: 'event-changed',
    detail: (n) => ({ booking: booking(n) }),
    first: bookedFirst(50),
  },
  {
    name: 'SubscriptionPaused',
    count: 100,
    by: 'subscription-paused',
    detail: (n) => ({ subscription: subscription(n) }),
  },
  {
    name: 'DeliveryFailed',
    count: 60,
    by: 'delivery-failed',
    detail: (n) => ({ order: order(n), shipment: { id: `p-${n}` } }),
  },
];

test.each(bursts)(
  '$count × $name within a moment are told of one by one, and told again bring nothing more',
  async (burst) => {
    const store = storeInMemory({ startAt: noon, scenarios });
    await burst.first?.(store);
    const told = await tell(store, burst, 'now');
    for (let minute = 0; minute < 30; minute += 1) await store.pass({ minutes: 1 });
    const went = () => store.world.mailer.mails.filter(({ tags }) => tags.scenario === burst.by).length;
    expect(went()).toBe(burst.count);
    await store.pass({ hours: 20 });
    // What is saved now has let go of all that nothing asks for.
    await store.put(
      store.event('CustomerUpdated', { occurredAt: store.world.clock.now().toString(), customer }),
    );
    await store.world.intake.put(told.map((detail) => ({ 'detail-type': burst.name, detail })) as never);
    for (let minute = 0; minute < 30; minute += 1) await store.pass({ minutes: 1 });
    expect(went()).toBe(burst.count);
  },
);

test('twenty refunds of one order are told of once, as its scenario says, and all of them count', async () => {
  const store = storeInMemory({ startAt: noon, scenarios });
  const whole = { ...order(1), total: 20_000 };
  await store.put(
    store.event('OrderPlaced', { eventId: 'p', occurredAt: second(0), customer, order: whole }),
  );
  const refunds: Burst = {
    name: 'OrderRefunded',
    count: 20,
    by: 'order-refunded',
    detail: (n) => ({ order: { id: 'o-1' }, refund: { id: `r-${n}`, amount: 100, currency: 'JPY' } }),
  };
  await tell(store, refunds, 'now');
  await store.pass({ hours: 1 });
  const mails = store.world.mailer.mails.filter(({ tags }) => tags.scenario === refunds.by);
  expect(mails).toHaveLength(1);
  const known = await store.world.customers.load('c-1');
  expect(known?.orders[0]?.refunded).toEqual({ JPY: 2000 });
});

test('sixty products asked for in a moment are each waited for, once', async () => {
  const store = storeInMemory({ startAt: noon, scenarios });
  const asked: Burst = {
    name: 'RestockRequested',
    count: 60,
    by: 'back-in-stock',
    detail: (n) => ({ product: { id: `p-${n}`, name: 'Tea' } }),
  };
  const told = await tell(store, asked, 'now');
  await store.pass({ minutes: 5 });
  expect(await store.world.askers.of('c-1')).toHaveLength(60);
  await store.world.intake.put(told.map((detail) => ({ 'detail-type': asked.name, detail })) as never);
  await store.pass({ minutes: 5 });
  expect(await store.world.askers.of('c-1')).toHaveLength(60);
});
