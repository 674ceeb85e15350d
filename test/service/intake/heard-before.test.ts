/** What comes again of a guest whose account has another address by now: it was told, and the next guest of the address hears nothing of it. */
import { expect, test } from 'vitest';
import { mei, storeWithGuests } from '../../support/guests.ts';
import { orderOf } from '../../support/storefront.ts';

const guest = { customer: { email: mei } };
const account = (email: string) => ({ customer: { id: 'c-1', email } });

test.each([false, true])(
  'what was told before an account moved away and comes again is told once; with a new order: %s',
  async (withNew) => {
    const store = await storeWithGuests(['order-thanks', 'parcel-shipped']);
    const placed = { eventId: 'e-guest', ...guest, ...orderOf('o-7') };
    const shipped = { eventId: 'e-sent', ...guest, ...orderOf('o-7'), shipment: { id: 's-7' } };
    await store.tell('OrderPlaced', placed);
    await store.tell('OrderShipped', shipped);
    await store.pass({ hours: 1 });
    await store.tell('CustomerRegistered', account(mei));
    await store.tell('OrderPlaced', { ...account(mei), ...orderOf('o-2') });
    await store.pass({ hours: 1 });
    await store.tell('CustomerUpdated', account('moved@example.com'));
    const before = store.sent();
    const at = { occurredAt: store.world.clock.now().toString() };
    await store.put(
      store.event('OrderPlaced', { ...at, ...placed }),
      store.event('OrderShipped', { ...at, ...shipped }),
      ...(withNew
        ? [store.event('OrderPlaced', { ...at, eventId: 'e-new', ...guest, ...orderOf('o-8') })]
        : []),
    );
    await store.pass({ hours: 1 });
    expect(store.sent().slice(before.length)).toEqual(withNew ? [`order-thanks/thanks ${mei}`] : []);
    expect(store.world.metrics.of('Erased')).toBe(0);
  },
);

test('what the next guest heard while the account was away is no news to the account that comes back', async () => {
  const store = await storeWithGuests(['order-thanks', 'parcel-shipped']);
  await store.tell('OrderPlaced', { ...guest, ...orderOf('o-1') });
  await store.tell('CustomerRegistered', account(mei));
  await store.tell('OrderPlaced', { ...account(mei), ...orderOf('o-2') });
  await store.tell('CustomerUpdated', account('moved@example.com'));
  const placed = { eventId: 'e-next', ...guest, ...orderOf('o-3') };
  await store.tell('OrderPlaced', placed);
  await store.pass({ hours: 1 });
  await store.tell('CustomerUpdated', account(mei));
  const before = store.sent();
  const at = { occurredAt: store.world.clock.now().toString() };
  await store.put(store.event('OrderPlaced', { ...at, ...placed }));
  await store.pass({ hours: 1 });
  expect(store.sent().slice(before.length)).toEqual([]);
  const shipped = { ...at, eventId: 'e-sent', ...guest, ...orderOf('o-3'), shipment: { id: 's-3' } };
  await store.put(store.event('OrderShipped', shipped));
  await store.pass({ hours: 1 });
  expect(store.sent().slice(before.length)).toEqual([`parcel-shipped/shipped ${mei}`]);
});
