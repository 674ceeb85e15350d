import { expect, test } from 'vitest';
import { columnFields } from '../../../../infra/operator/import/column-map.ts';
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

test('a currency is read in whichever case the shop writes it, and a slip in it is refused', () => {
  const order = (currency: string) =>
    detailOf(columnFields({ 'order.currency': currency, 'order.total': '5400' }, {}), tokyo).order;
  for (const written of ['usd', 'Usd', ' USD '])
    expect(order(written)).toEqual({ currency: 'USD', total: 5400 });
  expect(() => order('jpn')).toThrow('no currency');
});

test('amounts with decimals are refused unless it is said that they are decimals', () => {
  expect(() => detail({ 'order.currency': 'USD', 'order.total': '54.10' })).toThrow('--decimal');
  expect(() => detail({ 'order.currency': 'USD', 'order.total': '54.00' })).toThrow('--decimal');
  expect(() => detail({ 'order.currency': 'JPN', 'order.total': '54' })).toThrow('ISO 4217');
});

test('an amount without a currency is of no currency that the store happens to have', () => {
  expect(() => detail({ 'item.unitPrice': '19' })).toThrow('--currency');
  expect(() => detail({ 'order.total': '19.99' }, { ...tokyo, decimal: true })).toThrow('--currency');
  const said = { ...tokyo, decimal: true, currency: 'EUR' };
  expect(detail({ 'order.total': '19.99' }, said)).toEqual({ order: { currency: 'EUR', total: 1999 } });
  expect(detail({ 'order.total': '19', 'order.currency': 'JPY' }, said)).toMatchObject({
    order: { currency: 'JPY', total: 19 },
  });
  expect(detail({ 'customer.id': 'c-1' }, said)).toEqual({ customer: { id: 'c-1' } });
});

test('amounts, ids and lists of a JSON row are read as those of a table', () => {
  const fields = {
    'customer.id': 25,
    'order.id': 727,
    'order.currency': 'USD',
    'order.total': 54,
    'order.items': [{ productId: 93, unitPrice: '27.5', quantity: '2', note: null }],
    'order.gift': 'yes',
  };
  expect(detail(fields, { ...tokyo, decimal: true })).toEqual({
    customer: { id: '25' },
    order: {
      id: '727',
      currency: 'USD',
      total: 5400,
      items: [{ productId: '93', unitPrice: 2750, quantity: 2 }],
      gift: true,
    },
  });
});

test('a birthday is a day however it is written, and a time with a blank before its offset is a time', () => {
  expect(detail({ 'customer.birthday': '1985/3/5' })).toEqual({ customer: { birthday: '1985-03-05' } });
  expect(detail({ occurredAt: '2026-05-01 09:59:00 +0900' })).toEqual({ occurredAt: '2026-05-01T00:59:00Z' });
});

test.each([
  ['customer.acceptsMarketing', 'maybe', 'neither yes nor no'],
  ['order.total', 'much', 'not a number'],
  ['item.quantity', '1e3', 'not a number'],
  ['occurredAt', '31.12.2024', 'no date'],
  ['customer.birthday', '1985-02-30', 'no day'],
  ['customer.timeZone', 'JST', 'no zone'],
  ['customer.familyName', '\ufffd\ufffd', 'lost'],
  ['customer.id', '6.94E+12', 'spreadsheet'],
  ['item.productId', '#REF!', 'spreadsheet'],
  ['order.id', 2 ** 53, 'spreadsheet'],
])('%s "%s" is refused without being repeated', (field, value, says) => {
  let message = '';
  try {
    detail({ 'order.currency': 'JPY', [field]: value });
  } catch (error) {
    message = (error as Error).message;
  }
  expect(message).toContain(says);
  expect(message).not.toContain(String(value));
});

test('a column that names the root of all objects changes nothing', () => {
  detail({ '__proto__.polluted': 'yes', 'customer.__proto__.polluted': 'yes' });
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test.each([
  ["'7001", '7001'],
  ['="0012"', '0012'],
  ["'007", '007'],
  ['=""0012""', '=""0012""'],
  ["'n-Boot", "'n-Boot"],
])('an id that a spreadsheet wrote as text is read as it was: %s', (written, id) => {
  expect(detail({ 'customer.id': written, 'item.productId': written })).toEqual({
    customer: { id },
    order: { items: [{ productId: id }] },
  });
});
