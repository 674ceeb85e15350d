/** A field that cannot be read costs no more than itself: what is left never says more than was told. */
import { expect, test } from 'vitest';
import type { EventName } from '../../../shared/core/events/event-catalogue.ts';
import { parseEvent, parseStoreWideEvent } from '../../../shared/core/events/event-schema.ts';
import { isAllDelivered } from '../../../shared/core/record/orders/order-parcels.ts';
import { isPurchase, spentOn } from '../../../shared/core/record/orders/order-state.ts';
import { at, placed } from '../../support/events.ts';
import { storeWith } from '../../support/given.ts';

const arrived = at('2026-03-09 10:00');
const base = {
  eventId: 'e-1',
  occurredAt: arrived.toString(),
  customer: { id: 'c-1' },
  order: { id: 'o-1' },
};
const lines = [
  { productId: 'p-1', quantity: 2, unitPrice: 1000 },
  { productId: 'p-2', quantity: 1, unitPrice: 3000 },
];
const order = placed('o-1', '2026-03-02 10:00', { order: { total: 5000, currency: 'JPY', items: lines } });

function orderAfter(name: EventName, parts: object) {
  const event = parseEvent(name, { ...base, ...parts }, arrived);
  const [kept] = storeWith([]).given(order, ...(event ? [event] : [])).customer.orders;
  return { is: kept && isPurchase(kept, arrived), spent: kept && spentOn(kept), unread: event?.unread };
}

test.each<[name: EventName, parts: object, unread: string]>([
  ['OrderRefunded', { refund: { id: 'r-1', amount: '12.50' } }, 'refund.amount'],
  ['OrderRefunded', { refund: { amount: '1,000' } }, 'refund.amount'],
  ['OrderRefunded', { refund: { id: 'r-1', amount: 2000, currency: 'XXX' } }, 'refund.currency'],
  ['OrderRefunded', { refund: { id: 'r-1', items: 'all but one' } }, 'refund.items'],
  ['OrderRefunded', { refund: { id: 'r-1', items: [{ sku: 'p-1' }] } }, 'refund.items'],
  ['OrderRefunded', { refund: 2000 }, 'refund'],
  ['OrderRefunded', { order: { id: 'o-1', items: [{ sku: 'p-1' }] } }, 'order.items'],
  ['OrderReturned', { refund: { id: 'r-1', items: 'p-1' } }, 'refund.items'],
  ['OrderReturned', { refund: 'r-1' }, 'refund'],
  ['OrderReturned', { order: { id: 'o-1', items: 'p-1' } }, 'order.items'],
  ['OrderReturned', { order: { id: 'o-1', items: [{ sku: 'p-1' }] } }, 'order.items'],
])('%s with %j undoes no order: how much of it came back nobody can read', (name, parts, unread) => {
  expect(orderAfter(name, parts)).toEqual({ is: true, spent: 5000, unread: [unread] });
});

type Told = [name: EventName, shipment: unknown];
const left = (shipment: unknown): Told => ['OrderShipped', shipment];
const there = (shipment: unknown): Told => ['OrderDelivered', shipment];

test.each<[told: Told[], isAll: boolean]>([
  [[left({ id: 's-1', of: 2 }), there({ id: {}, of: 2 })], false],
  [[left({ id: 's-1' }), left({ id: 's-2' }), there('JP-77')], false],
  [[left({ id: 's-1', of: 2 }), left({ id: 4.5 }), there({ id: 's-1' })], false],
  [[left('JP-77'), there('JP-77')], true],
  [[there({ number: 'first' })], true],
  [[left({ id: 's-1', of: 2 }), there({ id: 's-1', of: 2 }), there({ id: ['s-2'], number: 2 })], true],
])('of parcels told as %j one that cannot be read is one, and not all: all there %j', (told, isAll) => {
  const events = told.flatMap(
    ([name, shipment], nth) => parseEvent(name, { ...base, eventId: `e-${nth}`, shipment }, arrived) ?? [],
  );
  const [kept] = storeWith([]).given(order, ...events).customer.orders;
  expect(kept && isAllDelivered(kept)).toBe(isAll);
});

test('what of it can be read counts', () => {
  const refund = { id: 'r-1', amount: 2000, items: 'p-1' };
  expect(orderAfter('OrderRefunded', { refund })).toMatchObject({ is: true, spent: 3000 });
  const items = [{ productId: 'p-1', quantity: 2, unitPrice: '9.99' }];
  expect(orderAfter('OrderReturned', { refund: { id: 'r-1', items } })).toMatchObject({ is: true });
  expect(orderAfter('OrderReturned', {})).toMatchObject({ is: false });
  expect(orderAfter('OrderRefunded', { refund: { id: 'r-1', amount: '5000' } })).toMatchObject({ is: false });
});

test.each<[told: unknown, meant: boolean]>([
  [0, false],
  [1, true],
  ['0', false],
  ['1', true],
  ['FALSE', false],
  [' True ', true],
  ['no', false],
  ['Yes', true],
  ['n', false],
  ['off', false],
  ['on', true],
  ['いいえ', false],
  ['はい', true],
])('%j is read as %j where it is asked whether', (told, meant) => {
  const consent = { granted: told };
  expect(parseEvent('ConsentChanged', { ...base, consent }, arrived)?.detail.consent?.granted).toBe(meant);
  const tested = parseEvent('OrderPlaced', { ...base, order: { id: 'o-1', isTest: told } }, arrived);
  expect([tested?.detail.order?.isTest, tested?.unread]).toEqual([meant, undefined]);
});

test.each([2, -1, 'maybe', '', 'ja', 'nein', {}, []])('%j says neither', (told) => {
  const act = () => parseEvent('ConsentChanged', { ...base, consent: { granted: told } }, arrived);
  expect(act).toThrow('mend consent.granted');
});

test.each(['CustomerRegistered', 'CustomerUpdated'] as const)(
  'a tick in a %s that may be a denial is read, or the event goes to the dead letters',
  (name) => {
    const ticked = (acceptsMarketing: unknown) =>
      parseEvent(name, { ...base, customer: { id: 'c-1', acceptsMarketing } }, arrived);
    expect(ticked('no')?.detail.customer.acceptsMarketing).toBe(false);
    expect(() => ticked('only by post')).toThrow(`${name}: mend customer.acceptsMarketing (invalid_type)`);
    expect(ticked(null)?.detail.customer.acceptsMarketing).toBeUndefined();
  },
);

test('a restock whose pieces cannot be counted is told to nobody, for it would be told to all', () => {
  const restock = (stock: unknown) =>
    parseStoreWideEvent('ProductRestocked', { ...base, product: { id: 'p-1', stock } }, arrived);
  expect(restock('3')?.detail.product).toMatchObject({ stock: 3 });
  for (const stock of ['a few', 2.5, {}, -1e12])
    expect(() => restock(stock)).toThrow('ProductRestocked: mend product.stock');
  const changed = { ...base, product: { id: 'p-1', price: 100, stock: 'a few' } };
  expect(parseStoreWideEvent('ProductPriceChanged', changed, arrived)?.unread).toEqual(['product.stock']);
});
