import { expect, test } from 'vitest';
import { example, type Payload, webhook } from '../boundary/shopify/example-webhooks.ts';
import { gathered, ports, record, shopify } from './gathered.ts';

test('a webhook with two facts is one message with two events of one customer', async () => {
  const { events, byCustomer } = await gathered(ports().given, shopify('orders/create'));
  expect(events).toEqual([['115310627314723950', ['OrderPlaced', 'OrderCancelled']]]);
  expect([...byCustomer.values()][0]?.records).toHaveLength(1);
});

test('a parcel finds its customer though it lies before its order in the batch', async () => {
  const live = (order: Payload) => {
    order.test = false;
    order.cancelled_at = null;
  };
  const { given, delayed } = ports();
  const { events } = await gathered(given, shopify('fulfillments/create'), shopify('orders/create', live));
  expect(events).toEqual([['115310627314723950', ['OrderShipped', 'OrderPlaced']]]);
  expect(delayed).toEqual([]);
});

test("the storefront's own events and Shopify's come by the same queue", async () => {
  const own = record('own', {
    source: 'storefront',
    'detail-type': 'CustomerUpdated',
    detail: { eventId: 'e', occurredAt: '2026-11-22T09:30:00+09:00', customer: { id: 'c-1' } },
  });
  const { events } = await gathered(ports().given, own, shopify('customers/create'));
  expect(events).toEqual([
    ['c-1', ['CustomerUpdated']],
    ['706405506930370000', ['CustomerRegistered']],
  ]);
});

test('a parcel without its order is put back five times, and then counted as unmapped', async () => {
  const { given, delayed, counted, told } = ports();
  expect((await gathered(given, shopify('fulfillments/create', undefined, 4))).events).toEqual([]);
  expect({ delayed, counted }).toEqual({ delayed: [120], counted: [] });
  const last = await gathered(given, shopify('fulfillments/create', undefined, 5));
  expect(last).toMatchObject({ events: [], batchItemFailures: [] });
  expect({ delayed, counted }).toEqual({ delayed: [120], counted: ['Unmapped'] });
  expect(told).toEqual(['unmapped fulfillments/create: order-unknown']);
});

test('both facts of a replayed webhook bear the mark of their replay', async () => {
  const again = { ...shopify('orders/create') };
  const body = JSON.stringify({ ...JSON.parse(again.body), 'replay-name': 'somebody-by-hand' });
  const { byCustomer } = await gathered(ports().given, { ...again, body });
  const [mine] = byCustomer.values();
  expect(mine?.events.map(({ replay }) => replay)).toEqual(['facts', 'facts']);
});

test('what cannot be mapped is counted and told without personal data', async () => {
  const { given, counted, told } = ports();
  await gathered(
    given,
    shopify('orders/create', (order) => {
      for (const field of ['customer', 'email', 'contact_email']) delete order[field];
    }),
  );
  expect(counted).toEqual(['Unmapped']);
  expect(JSON.stringify(told)).not.toMatch(/@|Smith/);
  expect(told).toEqual(['unmapped orders/create: order-without-customer']);
});

test('a malformed webhook goes to the dead letters alone, with its reason', async () => {
  const { given, buried } = ports();
  const wrong = shopify('orders/create', (order) => {
    order.total_price = 'jon@example.com';
  });
  const { events } = await gathered(given, wrong, shopify('customers/create'));
  expect(events).toHaveLength(1);
  expect(buried).toEqual([expect.stringMatching(/^MalformedEvent: .*payload\.total_price/)]);
  expect(buried[0]).not.toContain('jon');
});

test('a table that does not answer makes the message come back, and loses nothing', async () => {
  const { given } = ports();
  const broken = { ...given.orderOwners, put: () => Promise.reject(new Error('down')) };
  const { events, batchItemFailures } = await gathered(
    { ...given, orderOwners: broken },
    shopify('orders/create'),
    shopify('customers/create'),
  );
  expect(batchItemFailures).toEqual([{ itemIdentifier: 'orders/create' }]);
  expect(events).toEqual([['706405506930370000', ['CustomerRegistered']]]);
});

test('only the partner source may speak as Shopify', async () => {
  const { given, counted } = ports();
  const forged = record('x', {
    source: 'storefront',
    detail: webhook('orders/create', example('orders/create')),
  });
  expect((await gathered(given, forged)).events).toEqual([]);
  expect(counted).toEqual(['Ignored']);
});

test('ids of 64 bits keep all their digits', async () => {
  const ids = shopify('orders/create');
  const body = ids.body
    .replace('820982911946154500', '820982911946154508')
    .replace('115310627314723950', '115310627314723957');
  const { byCustomer } = await gathered(ports().given, { ...ids, body });
  const [mine] = byCustomer.get('115310627314723957')?.events ?? [];
  expect(mine?.detail.order?.id).toBe('820982911946154508');
});

test('what could not be read of an event is counted and named, and its value is not', async () => {
  const detail = { eventId: 'e', occurredAt: '2026-11-22T09:30:00+09:00' };
  const order = { id: 'o-1', currency: 'secret', total: '5400' };
  const own = (type: string, parts: object) =>
    record(type, { source: 'storefront', 'detail-type': type, detail: { ...detail, ...parts } });
  const { given, told, buried } = ports();
  const { events } = await gathered(
    given,
    own('OrderPlaced', { customer: { id: 42, email: 7 }, order }),
    own('ProductRestocked', { product: { id: 'p-1', price: 'secret' } }),
  );
  expect(events).toEqual([['42', ['OrderPlaced']]]);
  expect({ told, buried }).toEqual({
    told: [
      'unread OrderPlaced customer.email',
      'unread OrderPlaced order.currency',
      'unread ProductRestocked product.price',
    ],
    buried: [],
  });
});

test.each(['guest', '[object Object]', 'gid://shopify/Customer/0'])(
  'a webhook about the customer %s is buried with the reason, for nobody is called so',
  async (id) => {
    const { given, buried } = ports();
    const { events } = await gathered(
      given,
      shopify('orders/create', (order) => {
        order.customer = { ...(order.customer as object), id };
      }),
    );
    expect(events).toEqual([]);
    expect(buried).toEqual([expect.stringContaining('customer.id stands for nobody')]);
  },
);
