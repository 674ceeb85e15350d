import { expect, test } from 'vitest';
import { columnFields } from '../../../../infra/operator/import/column-map.ts';
import { BadRow } from '../../../../infra/operator/import/import-refusal.ts';
import { OrderRows } from '../../../../infra/operator/import/order-rows.ts';
import { detailOf } from '../../../../infra/operator/import/row-detail.ts';

const tokyo = { timeZone: 'Asia/Tokyo', decimal: false };
const detail = (fields: Record<string, unknown>, options = tokyo) =>
  detailOf(new Map(Object.entries(fields)), options);

test('columns named as fields are nested as on the wire', () => {
  expect(detail({ 'customer.id': 'c-1', 'customer.attributes.skin': 'dry' })).toEqual({
    customer: { id: 'c-1', attributes: { skin: 'dry' } },
  });
});

test('a map gives columns of a shop their field, and one value to every row', () => {
  const map = { 'customer.id': 'Kunden-Nr', 'order.currency': { value: 'EUR' } };
  const fields = columnFields({ 'Kunden-Nr': '7', 'customer.locale': 'en' }, map);
  expect(detailOf(fields, tokyo)).toEqual({
    customer: { id: '7', locale: 'en' },
    order: { currency: 'EUR' },
  });
});

test('a day alone is its noon in the zone of the store, a time without offset the store’s own', () => {
  expect(detail({ occurredAt: '2024/03/05' })).toEqual({ occurredAt: '2024-03-05T03:00:00Z' });
  expect(detail({ occurredAt: '2024-03-05 09:30' })).toEqual({ occurredAt: '2024-03-05T00:30:00Z' });
  expect(detail({ occurredAt: '2024-03-05T09:30:00+01:00' })).toEqual({ occurredAt: '2024-03-05T08:30:00Z' });
});

test('decimals become integers of the currency’s minor unit, the yen has none', () => {
  const decimal = { ...tokyo, decimal: true };
  const total = (currency: string, text: string) =>
    detail({ 'order.currency': currency, 'order.total': text }, decimal).order;
  expect(total('USD', '54.10')).toMatchObject({ total: 5410 });
  expect(total('JPY', '5400')).toMatchObject({ total: 5400 });
  expect(total('USD', '$1,054.10')).toMatchObject({ total: 105_410 });
});

test('amounts with decimals are refused unless it is said that they are decimals', () => {
  expect(() => detail({ 'order.total': '54.10' })).toThrow(BadRow);
});

test.each([
  ['customer.acceptsMarketing', 'maybe', 'neither yes nor no'],
  ['order.total', 'much', 'not a number'],
  ['occurredAt', '31.12.2024', 'no date'],
])('%s "%s" is refused without being repeated', (field, value, says) => {
  let message = '';
  try {
    detail({ [field]: value });
  } catch (error) {
    message = (error as Error).message;
  }
  expect(message).toContain(says);
  expect(message).not.toContain(value);
});

test('rows of one order that follow one another are one order with all its lines', () => {
  const rows = new OrderRows();
  const row = (order: string, product: string) =>
    detail({ 'order.id': order, 'item.productId': product, 'item.quantity': '2' });
  expect(rows.next({ line: 2 }, row('o-1', 'p-1'))).toBeUndefined();
  expect(rows.next({ line: 3 }, row('o-1', 'p-2'))).toBeUndefined();
  expect(rows.next({ line: 4 }, row('o-2', 'p-3'))).toMatchObject({
    line: 2,
    until: 3,
    detail: { order: { id: 'o-1', items: [{ productId: 'p-1', quantity: 2 }, { productId: 'p-2' }] } },
  });
  expect(rows.rest()).toMatchObject({ line: 4, detail: { order: { id: 'o-2' } } });
  expect(rows.rest()).toBeUndefined();
});

test('a column that names the root of all objects changes nothing', () => {
  detail({ '__proto__.polluted': 'yes', 'customer.__proto__.polluted': 'yes' });
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});
