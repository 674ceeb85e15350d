/** A run that begins where the record has forgotten the one of the same key bears another name, and so do its messages. */
import { expect, test } from 'vitest';
import { defineScenario } from '../../../shared/core/language/scenario.ts';
import { minutes } from '../../../shared/core/values/duration.ts';
import { handleIntake } from '../../../shared/service/intake/handle-intake.ts';
import { marketing, transactional, waitFor } from '../../support/scenarios.ts';
import { orderDetail, type StoreInMemory, storeInMemory } from '../../support/store-in-memory.ts';

const monday = '2026-03-02T03:30:00Z';
const hana = { id: 'c-1', email: 'hana@example.com', locale: 'ja', timeZone: 'Asia/Tokyo' };
const letter = { id: 'a', kind: 'send', template: 'welcome/hello' } as const;
const notice = { id: 'thanks', kind: 'send', template: 'order-thanks/thanks' } as const;
const now = (store: StoreInMemory) => store.world.clock.now().toString();

const byWord = marketing({
  id: 'by-word',
  trigger: { command: true, oncePer: { every: minutes(1) }, whileRunning: 'parallel' },
  steps: [waitFor('moment', minutes(1)), letter],
});
const byCart = marketing({
  id: 'by-cart',
  trigger: { on: 'CartUpdated', oncePer: 'cart', whileRunning: 'parallel' },
  steps: [waitFor('moment', minutes(1)), letter],
});
const byParcel = defineScenario({
  ...transactional({ id: 'by-parcel' }),
  trigger: { on: 'OrderShipped', oncePer: { key: 'shipment.id' }, whileRunning: 'parallel' },
  steps: [notice],
});

async function outcomes(store: StoreInMemory) {
  const all = await store.touchpoints('c-1');
  return all.map(({ state, because }) => `${state} ${because}`).toSorted();
}

async function says(store: StoreInMemory, granted: boolean, customer: object = hana) {
  const consent = { granted, source: 'account' };
  const detail = { eventId: `says-${now(store)}`, occurredAt: now(store), customer, consent };
  await store.put(store.event('ConsentChanged', detail));
}

const enrol = (store: StoreInMemory, at = now(store)) =>
  handleIntake(store.engine, { kind: 'enrol', customer: 'c-1', scenario: 'by-word', key: 'spring', at });

test('a word of the same key weeks later is told as what it came to, not by the run of before', async () => {
  const store = storeInMemory({ startAt: monday, scenarios: [byWord] });
  await says(store, true, { id: 'c-1', locale: 'ja' });
  await enrol(store);
  await store.pass({ days: 30 });
  await says(store, true);
  const asked = now(store);
  await enrol(store, asked);
  await enrol(store, asked);
  await store.pass({ days: 1 });
  await enrol(store, asked);
  await store.pass({ days: 1 });
  expect(store.world.mailer.mails).toHaveLength(1);
  expect(await outcomes(store)).toEqual(['sent accepted', 'skipped no-address']);
});

test('of a cart whose id never changes each story has messages of its own', async () => {
  const store = storeInMemory({ startAt: monday, scenarios: [byCart] });
  await says(store, true);
  const cart = async () => {
    const items = [{ productId: 'p-1', name: 'Tea', quantity: 1, unitPrice: 2400 }];
    const detail = { eventId: `cart-${now(store)}`, occurredAt: now(store), customer: hana };
    await store.put(store.event('CartUpdated', { ...detail, cart: { id: 'hers', currency: 'JPY', items } }));
    await store.pass({ days: 1 });
  };
  await cart();
  await cart();
  await store.pass({ days: 70 });
  await cart();
  await store.pass({ days: 70 });
  await cart();
  expect(store.world.mailer.mails).toHaveLength(3);
  expect(await outcomes(store)).toEqual(['sent accepted', 'sent accepted', 'sent accepted']);
});

async function shipped(store: StoreInMemory, order: string, parcel = '1') {
  const detail = orderDetail(order, now(store), { shipment: { id: parcel } });
  await store.put(store.event('OrderShipped', { ...detail, eventId: `shipped-${order}-${parcel}` }));
}

test('a store that numbers the parcels of each order from one tells of each, and a silent mail service loses none', async () => {
  const store = storeInMemory({ startAt: monday, scenarios: [byParcel] });
  await shipped(store, 'o-1');
  await store.pass({ days: 7 });
  store.world.mailer.next({ kind: 'unknown', detail: 'timeout' });
  await shipped(store, 'o-2');
  await store.pass({ hours: 1 });
  expect(store.world.mailer.mails).toHaveLength(2);
  expect(await outcomes(store)).toEqual(['sent accepted', 'sent sent-once-more']);
});

test.each(['1', '2'])(
  'a replay finds what such runs left, though the record was lost, and whatever of the same key comes after (parcel %s)',
  async (parcel) => {
    const store = storeInMemory({ startAt: monday, scenarios: [byParcel] });
    await shipped(store, 'o-1');
    await store.pass({ days: 7 });
    await shipped(store, 'o-1', 'x');
    const second = store.event('OrderShipped', {
      ...orderDetail('o-2', now(store), { shipment: { id: parcel } }),
      eventId: 'shipped-o-2',
    });
    const third = { ...second, detail: { ...second.detail, eventId: 'o-3', order: { id: 'o-3' } } };
    await store.put(second);
    await store.put(third);
    await store.pass({ hours: 1 });
    expect(store.world.mailer.mails).toHaveLength(4);
    const { shape, version } = store.world.records.stored('c-1') ?? { shape: 1, version: 1 };
    store.world.records.plant({ shape, version, store: 'mori', id: 'c-1' });
    await store.put({ ...second, replay: 'send' });
    await store.put({ ...third, replay: 'send' });
    await store.pass({ hours: 1 });
    expect(store.world.mailer.mails).toHaveLength(4);
  },
);
