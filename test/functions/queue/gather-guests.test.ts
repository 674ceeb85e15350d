import { expect, test } from 'vitest';
import { leadId } from '../../../shared/service/saving/lead-id.ts';
import type { Payload } from '../boundary/shopify/example-webhooks.ts';
import { gathered, ports, record, shopify } from './gathered.ts';

const live = (order: Payload) => {
  Object.assign(order, { customer: null, test: false, cancelled_at: null, contact_email: 'MEI@example.com' });
};

test("a guest's order of Shopify is one by her address, and its parcel finds her", async () => {
  const { given } = ports();
  const order = shopify('orders/create', (payload) => {
    live(payload);
    payload.email = 'mei@example.com';
  });
  const { events, byCustomer } = await gathered(given, shopify('fulfillments/create'), order);
  const id = leadId({ keys: await given.keys(), store: 'mori' }, 'mei@example.com');
  expect(events).toEqual([[id, ['OrderShipped', 'OrderPlaced']]]);
  const [, placed] = byCustomer.get(id)?.events ?? [];
  expect(placed?.detail.customer).toMatchObject({ id, email: 'mei@example.com' });
});

test("a guest's order of Shopify with neither customer nor address tells of nobody", async () => {
  const { given, buried, counted } = ports();
  const guest = shopify('orders/create', (order) => {
    live(order);
    Object.assign(order, { email: '', contact_email: null });
  });
  expect((await gathered(given, guest)).events).toEqual([]);
  expect({ buried, counted }).toEqual({ buried: [], counted: ['Unmapped'] });
});

test("a guest's events, in whatever letters her address is written, are one customer's of the batch", async () => {
  const { given } = ports();
  const placed = (order: string, email: string) =>
    record(order, {
      source: 'storefront',
      'detail-type': 'OrderPlaced',
      detail: {
        eventId: order,
        occurredAt: '2026-11-22T09:30:00+09:00',
        customer: { email },
        order: { id: order },
      },
    });
  const { events } = await gathered(
    given,
    placed('o-1', 'mei@example.com'),
    placed('o-2', 'MEI@EXAMPLE.com'),
  );
  expect(events).toEqual([[expect.stringMatching(/^lead-.{32}$/), ['OrderPlaced', 'OrderPlaced']]]);
});
