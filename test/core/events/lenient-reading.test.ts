/** What a producer wrote otherwise than the wire shape asks: read where it is certain, else that field is lost alone. */
import { expect, test } from 'vitest';
import { parseEvent, parseStoreWideEvent } from '../../../shared/core/events/event-schema.ts';
import { parseCommand } from '../../../shared/core/events/event-schema-command.ts';
import { at } from '../../support/events.ts';

const arrived = at('2026-11-22T09:31:00+09:00');
const base = { eventId: 'evt-1', occurredAt: '2026-11-22T09:30:00+09:00', customer: { id: 'c-1' } };
const order = { id: 'o-1', currency: 'JPY', total: 5400 };
const placed = (change: object) => parseEvent('OrderPlaced', { ...base, order, ...change }, arrived);

test.each([
  ['a currency in small letters', { order: { ...order, currency: 'usd' } }, { order: { currency: 'USD' } }],
  ['one with blanks', { order: { ...order, currency: ' Eur' } }, { order: { currency: 'EUR' } }],
  ['an id in digits', { customer: { id: 42 } }, { customer: { id: '42' } }],
  ['an order in digits', { order: { ...order, id: 7001 } }, { order: { id: '7001' } }],
  ['an event in digits', { eventId: 9 }, { eventId: '9' }],
  [
    'a line of an order',
    { order: { ...order, items: [{ productId: 93, quantity: '2', unitPrice: ' 2700 ' }] } },
    { order: { items: [{ productId: '93', quantity: 2, unitPrice: 2700 }] } },
  ],
  ['an amount in digits', { order: { ...order, total: '5400' } }, { order: { total: 5400 } }],
  ['a discount below nothing', { order: { ...order, discount: '-100' } }, { order: { discount: -100 } }],
  ['a coupon in digits', { coupon: { code: 2026 } }, { coupon: { code: '2026' } }],
  ['yes and no in letters', { order: { ...order, gift: 'true' } }, { order: { gift: true } }],
  ['a test order in letters', { order: { ...order, isTest: 'true' } }, { order: { isTest: true } }],
  ['an origin in large letters', { order: { ...order, origin: 'Store' } }, { order: { origin: 'store' } }],
  [
    'a timing in other letters',
    { payment: { timing: 'ON_DELIVERY' } },
    { payment: { timing: 'on-delivery' } },
  ],
  ['a timing with a blank', { payment: { timing: ' On Delivery' } }, { payment: { timing: 'on-delivery' } }],
])('%s is read as it is meant', (_, change, meant) => {
  const event = placed(change);
  expect(event?.detail).toMatchObject(meant);
  expect(event?.unread).toBeUndefined();
});

test('a denial in letters is read as it is meant', () => {
  const event = parseEvent('ConsentChanged', { ...base, consent: { granted: 'false' } }, arrived);
  expect(event?.detail.consent).toEqual({ granted: false });
});

test.each([
  ['payment', { method: '銀行振込', deadline: '2026-12-01' }],
  ['refund', { id: 'r-1', amount: 500, currency: 'JPY' }],
  ['shipment', { id: 's-1', number: 1, of: 2 }],
])('a %s told inside its order is read as if it stood beside it', (name, part) => {
  expect(placed({ order: { ...order, [name]: part } })?.detail).toMatchObject({ [name]: part });
  expect(placed({ order: { ...order, [name]: part }, [name]: null })?.detail).toMatchObject({ [name]: part });
  const beside = placed({ order: { ...order, [name]: part }, [name]: { id: 'own' } });
  expect(beside?.detail).toMatchObject({ [name]: { id: 'own' } });
  expect(placed({ order: { ...order, [name]: 'secret' } })?.detail).not.toHaveProperty(name);
  expect(placed({ order: { ...order, [name]: [part] } })?.detail).not.toHaveProperty(name);
});

const items = [{ productId: 'p-1', name: 'Serum' }, { productId: 'p-2' }];

test.each<[field: string, change: object]>([
  ['customer.email', { customer: { id: 'c-1', email: { secret: 1 } } }],
  ['customer.email', { customer: { id: 'c-1', email: 7 } }],
  ['customer.email', { customer: { id: 'c-1', email: 'secret'.repeat(100) } }],
  ['customer.name', { customer: { id: 'c-1', name: 'secret'.repeat(1000) } }],
  ['customer.acceptsMarketing', { customer: { id: 'c-1', acceptsMarketing: 'secret' } }],
  ['customer.attributes', { customer: { id: 'c-1', attributes: ['secret'] } }],
  ['customer.anonymousId', { customer: { id: 'c-1', anonymousId: 'undefined' } }],
  ['order.currency', { order: { ...order, currency: 'XXX' } }],
  ['order.currency', { order: { ...order, currency: 'btc' } }],
  ['order.currency', { order: { ...order, currency: 392 } }],
  ['order.total', { order: { ...order, total: 54.5 } }],
  ['order.total', { order: { ...order, total: '54.00' } }],
  ['order.total', { order: { ...order, total: '5,400' } }],
  ['order.total', { order: { ...order, total: '' } }],
  ['order.total', { order: { ...order, total: Number.POSITIVE_INFINITY } }],
  ['order.total', { order: { ...order, total: '999999999999999999' } }],
  ['order.total', { order: { ...order, total: 1e300 } }],
  ['order.gift', { order: { ...order, gift: 'secret' } }],
  ['order.origin', { order: { ...order, origin: 'secret' } }],
  ['payment.timing', { payment: { timing: 'on secret' } }],
  ['order.items', { order: { ...order, items: {} } }],
  ['order.items', { order: { ...order, items: Array.from({ length: 1001 }, () => items[0]) } }],
  ['shipment.id', { shipment: { id: { secret: 1 } } }],
  ['shipment', { shipment: 'secret' }],
  ['review', { review: { rating: 5 } }],
  ['payment.deadline', { payment: { deadline: 'tomorrow' } }],
  ['payment.deadline', { payment: { deadline: '2026-02-30' } }],
  ['payment.deadline', { payment: { deadline: '2026-12-24T25:00:00+09:00' } }],
  ['payment.deadline', { payment: { deadline: '2026-12-24T23:59' } }],
  ['customer.birthday', { customer: { id: 'c-1', birthday: '03/05/1985' } }],
  ['customer.birthday', { customer: { id: 'c-1', birthday: '1985-02-30' } }],
  ['customer.timeZone', { customer: { id: 'c-1', timeZone: 'JST' } }],
  ['customer.timeZone', { customer: { id: 'c-1', timeZone: 'Tokyo' } }],
  ['booking.timeZone', { booking: { id: 'b-1', timeZone: 'GMT+9' } }],
  ['order.number', { order: { ...order, number: 2 ** 60 } }],
  ['order.number', { order: { ...order, number: 10.5 } }],
  ['order.number', { order: { ...order, number: {} } }],
])('an unreadable %s costs that field, and the thank-you goes', (field, change) => {
  const event = placed(change);
  expect(event).toMatchObject({ name: 'OrderPlaced', unread: [field] });
  expect(JSON.stringify(event)).not.toContain('secret');
  const [part, name] = field.split('.') as [string, string | undefined];
  const told = event?.detail[part] as Record<string, unknown> | undefined;
  expect(name === undefined ? told : told?.[name]).toBeUndefined();
  expect(event?.detail).toMatchObject({ customer: { id: 'c-1' }, order: { id: 'o-1' } });
});

test('a line that names no product is lost alone, and so is what else is wrong with a line', () => {
  const lines = [{ name: 'Shipping' }, { ...items[0], quantity: -1 }, null, items[1]];
  const event = placed({ order: { ...order, total: '54.00', items: lines } });
  expect(event?.detail.order).toEqual({ id: 'o-1', currency: 'JPY', items });
  expect(event?.unread).toEqual(['order.total', 'order.items', 'order.items.quantity']);
});

test('an event without what it is about is refused by the name of that, whatever else is wrong', () => {
  const act = () => placed({ order: { currency: 'XXX', items }, shipment: { number: 'x' } });
  expect(act).toThrow(/^OrderPlaced: mend order\.id \(invalid_type\)/);
});

test('a sale whose segments cannot be read is no sale for everybody', () => {
  const { customer: _, ...about } = base;
  const sale = (change: object) =>
    parseStoreWideEvent('SaleAnnounced', { ...about, sale: { id: 's-1', ...change } }, arrived);
  expect(() => sale({ segments: 'vip' })).toThrow('mend sale.segments');
  expect(sale({ segments: ['vip'] })?.detail.sale).toEqual({ id: 's-1', segments: ['vip'] });
});

test('a product is told of without the price that cannot be read', () => {
  const product = { id: 93, price: '1,980', currency: 'jpy' };
  const told = parseStoreWideEvent('ProductPriceChanged', { ...base, product }, arrived);
  expect(told).toMatchObject({
    unread: ['product.price'],
    detail: { product: { id: '93', currency: 'JPY' } },
  });
});

test('a command is about the customer whose number it gives', () => {
  expect(parseCommand('EraseCustomer', { eventId: 'e', customer: { id: 42 } }, arrived)).toMatchObject({
    customer: '42',
  });
  expect(() => parseCommand('EraseCustomer', { eventId: 'e', customer: { id: {} } }, arrived)).toThrow(
    'mend customer.id',
  );
});

test('a thousand lines that nobody can read are read soon', () => {
  const lines = Array.from({ length: 1000 }, () => ({ quantity: 'x', unitPrice: '1.5', cost: {} }));
  const begun = performance.now();
  expect(placed({ order: { ...order, items: lines } })?.detail.order?.items).toEqual([]);
  expect(performance.now() - begun).toBeLessThan(3000);
});
