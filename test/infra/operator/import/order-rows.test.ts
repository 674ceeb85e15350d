import { expect, test } from 'vitest';
import { BadRow } from '../../../../infra/operator/import/import-refusal.ts';
import { OrderRows } from '../../../../infra/operator/import/order-rows.ts';
import { detailOf } from '../../../../infra/operator/import/row-detail.ts';

const options = { timeZone: 'Asia/Tokyo', decimal: true };

type Given = Readonly<Record<string, unknown>> | 'broken';

/** What comes of the rows: each order's lines, products, currency, and the line that it waits for. */
function ordersOf(...given: readonly Given[]) {
  const rows = new OrderRows(true);
  const done = given.map((row, at) => {
    const line = at + 2;
    if (row === 'broken') return rows.unreadable(line, undefined);
    const fields = new Map(Object.entries(row));
    try {
      const carried = rows.carried(fields);
      return rows.next({ line }, detailOf(carried, options), carried);
    } catch (error) {
      if (!(error instanceof BadRow)) throw error;
      return rows.unreadable(line, fields);
    }
  });
  return [...done, rows.rest()]
    .filter((of) => of !== undefined)
    .map(({ line, until, detail, waitsFor }) => {
      const order = detail?.order as FreeOrder | undefined;
      const { id, currency, total } = order ?? {};
      return {
        line,
        until,
        waitsFor,
        id,
        currency,
        total,
        items: order?.items?.map((item) => item.productId),
      };
    });
}
interface FreeOrder {
  readonly id?: string;
  readonly currency?: string;
  readonly total?: number;
  readonly items?: readonly { readonly productId: string }[];
}

const first = { 'customer.id': 'c-1', 'order.id': 'o-1', 'order.currency': 'USD', 'order.total': '54.00' };
const item = (id: string, unitPrice = '27.00') => ({ 'item.productId': id, 'item.unitPrice': unitPrice });

test('rows of one order that follow one another are one order with all its lines', () => {
  expect(
    ordersOf(
      { ...first, ...item('p-1') },
      { ...first, ...item('p-2') },
      { ...first, 'order.id': 'o-2', ...item('p-3') },
    ),
  ).toMatchObject([
    { line: 2, until: 3, id: 'o-1', items: ['p-1', 'p-2'], waitsFor: undefined },
    { line: 4, until: 4, id: 'o-2', items: ['p-3'] },
  ]);
});

test('what stands only in the first row of an order holds for its rows, never for the next order', () => {
  expect(
    ordersOf(
      { ...first, ...item('p-1') },
      { 'order.id': 'o-1', ...item('p-2') },
      { 'customer.id': 'c-2', 'order.id': 'o-2', ...item('p-3') },
    ),
  ).toMatchObject([
    { id: 'o-1', currency: 'USD', total: 5400, items: ['p-1', 'p-2'], waitsFor: undefined },
    { items: undefined, waitsFor: 4 },
  ]);
});

test('a row that names no order is of the one before, unless it says what is another’s', () => {
  const shopify = { ...first, 'customer.email': 'hana@example.com' };
  expect(
    ordersOf(
      { ...shopify, ...item('p-1') },
      { 'customer.email': 'hana@example.com', ...item('p-2') },
      item('p-3'),
    ),
  ).toMatchObject([{ line: 2, until: 4, items: ['p-1', 'p-2', 'p-3'] }]);
  const another = ordersOf(
    { ...shopify, ...item('p-1') },
    { 'customer.email': 'taro@example.com', ...item('p-2') },
  );
  expect(another[0]?.items).toEqual(['p-1']);
});

test('orders of two customers with one id are two', () => {
  expect(
    ordersOf({ ...first, ...item('p-1') }, { ...first, 'customer.id': 'c-2', ...item('p-2') }),
  ).toMatchObject([{ items: ['p-1'] }, { items: ['p-2'] }]);
});

test.each([
  [
    'its second row',
    [
      { ...first, ...item('p-1') },
      { 'order.id': 'o-1', ...item('p-2', 'much') },
    ],
    3,
  ],
  [
    'its first row',
    [
      { ...first, ...item('p-1', 'much') },
      { 'order.id': 'o-1', ...item('p-2') },
    ],
    2,
  ],
  [
    'a row of its own in another currency',
    [
      { ...first, ...item('p-1') },
      { ...first, 'order.currency': 'JPY', ...item('p-2', '27') },
    ],
    3,
  ],
  [
    'a row with another total',
    [
      { ...first, ...item('p-1') },
      { ...first, 'order.total': '27.00', ...item('p-2') },
    ],
    3,
  ],
] as const)('an order waits for %s', (_, rows, line) => {
  expect(ordersOf(...rows, { ...first, 'order.id': 'o-2', ...item('p-3') })).toMatchObject([
    { waitsFor: line },
    { id: 'o-2', waitsFor: undefined },
  ]);
});

test('a row of which nothing can be read may be of the order before it or behind it: both wait', () => {
  const next = (id: string) => ({ ...first, 'order.id': id, ...item('p-3') });
  expect(ordersOf({ ...first, ...item('p-1') }, 'broken', next('o-2'), next('o-3'))).toMatchObject([
    { id: 'o-1', waitsFor: 3 },
    { id: 'o-2', waitsFor: 3 },
    { id: 'o-3', waitsFor: undefined },
  ]);
  const amidst = ordersOf({ ...first, ...item('p-1') }, 'broken', { ...first, ...item('p-2') }, next('o-2'));
  expect(amidst).toMatchObject([{ waitsFor: 3 }, { id: 'o-2', waitsFor: undefined }]);
});

test('an order that gives all its lines itself waits for no other row', () => {
  const whole = (id: string) => ({ ...first, 'order.id': id, 'order.items': [{ productId: 'p-1' }] });
  expect(ordersOf(whole('o-1'), 'broken', whole('o-2'))).toMatchObject([
    { id: 'o-1', waitsFor: undefined },
    { id: 'o-2', waitsFor: undefined },
  ]);
});
