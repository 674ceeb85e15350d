/** A guest whose erasure is told late: what was heard meanwhile is erased with her, and is no news to whoever comes next. */
import { expect, test } from 'vitest';
import { eraseCustomer } from '../../../shared/service/rights/erase-customer.ts';
import { customerKey } from '../../../shared/service/saving/customer-key.ts';
import { mei, storeWithGuests } from '../../support/guests.ts';
import { orderOf } from '../../support/storefront.ts';

const guest = { customer: { email: mei } };

/** She asks for the erasure, then orders and books; the erasure is told last. */
async function erasedLate(joins = false) {
  const store = await storeWithGuests(['order-thanks', 'parcel-shipped', 'event-booking']);
  const { clock } = store.world;
  const now = () => clock.now().toString();
  await store.tell('OrderPlaced', { ...guest, ...orderOf('o-1') });
  await store.pass({ hours: 1 });
  const asked = clock.now();
  await store.pass({ hours: 1 });
  const order = { eventId: 'o-2', occurredAt: now(), ...guest, ...orderOf('o-2') };
  const startsAt = clock.now().add({ hours: 240 }).toString();
  const booking = {
    eventId: 'b-1',
    occurredAt: now(),
    ...guest,
    booking: { id: 'b-1', name: 'Tea', startsAt },
  };
  const parcel = { eventId: 's-1', occurredAt: now(), ...guest, ...orderOf('o-1'), shipment: { id: 's-1' } };
  await store.put(
    store.event('OrderPlaced', order),
    store.event('BookingMade', booking),
    store.event('OrderShipped', parcel),
  );
  await store.pass({ hours: 1 });
  if (joins) await store.tell('OrderPlaced', { customer: { id: 'c-9', email: mei }, ...orderOf('o-3') });
  await store.pass({ hours: 1 });
  const before = store.sent();
  await eraseCustomer(store.engine, store.lead(), { at: asked, by: 'test' });
  return {
    ...store,
    since: () => store.sent().slice(before.length),
    again: async () => {
      await store.put(
        store.event('OrderPlaced', order),
        store.event('BookingMade', booking),
        store.event('OrderShipped', parcel),
      );
      await store.pass({ hours: 1 });
    },
  };
}

test('what comes again of an order, a booking or a parcel is told of nobody', async () => {
  const store = await erasedLate();
  await store.again();
  expect(store.since()).toEqual([]);
  expect(store.world.records.ids()).toEqual([]);
});

test('so it is where the guest became part of an account meanwhile, which was erased with her', async () => {
  const store = await erasedLate(true);
  await store.again();
  expect(store.since()).toEqual([]);
});

test('what happened after she asked for it and is heard for the first time is the next guest’s', async () => {
  const store = await erasedLate();
  await store.tell('OrderShipped', { ...guest, ...orderOf('o-2'), shipment: { id: 's-2' } });
  await store.tell('OrderPlaced', { ...guest, ...orderOf('o-4') });
  await store.pass({ hours: 1 });
  expect(store.since().toSorted()).toEqual([`order-thanks/thanks ${mei}`, `parcel-shipped/shipped ${mei}`]);
  expect(store.world.records.ids()).toEqual([store.lead(mei, 1)]);
});

test('what was heard stays known, though the erasure is told twice', async () => {
  const store = await erasedLate();
  await eraseCustomer(store.engine, store.lead(), { at: store.world.clock.now(), by: 'test' });
  await store.again();
  expect(store.since()).toEqual([]);
});

test('an erasure that is told at once keeps nothing of what was heard', async () => {
  const store = await storeWithGuests(['order-thanks']);
  await store.tell('OrderPlaced', { ...guest, ...orderOf('o-1') });
  await store.pass({ hours: 1 });
  await eraseCustomer(store.engine, store.lead(), { at: store.world.clock.now(), by: 'test' });
  const stone = await store.world.gone.load(customerKey(await store.world.keys(), store.lead()));
  expect(stone).toEqual({ erased: store.world.clock.now() });
});
