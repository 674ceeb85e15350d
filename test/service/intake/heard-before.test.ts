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
