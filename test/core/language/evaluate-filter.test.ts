import { expect, test } from 'vitest';
import { fits } from '../../../shared/core/language/evaluate-filter.ts';
import type { Filter } from '../../../shared/core/language/filter.ts';

const order = {
  total: 5400,
  gift: false,
  coupon: 'HELLO10',
  items: [
    { productId: 'p-1', category: 'skincare', quantity: 2 },
    { productId: 'p-2', category: 'tea', quantity: 1 },
  ],
};
const subject = {
  event: { order, channel: { name: 'app' }, tags: ['vip', 'press'] },
  customer: { locale: 'ja', attributes: { skin: 'dry', steps: 4 }, lifecycle: { orders: 2 } },
  enrolment: { scenario: 'letters', version: 1, order: 'o-1' },
};

const yes: Filter[] = [
  { the: 'event.order.total', is: 5400 },
  { the: 'event.order.total', isNot: 5401 },
  { the: 'event.order.total', oneOf: [1, 5400] },
  { the: 'event.order.total', exists: true },
  { the: 'event.order.discount', exists: false },
  { the: 'event.order.total', atLeast: 5400 },
  { the: 'event.order.total', atMost: 5400 },
  { the: 'event.order.total', moreThan: 5399, lessThan: 5401 },
  { the: 'event.order.gift', is: false },
  { the: 'event.order.items.category', is: 'tea' },
  { the: 'event.order.items.quantity', moreThan: 1 },
  { the: 'event.order.items.category', isNot: 'shoes' },
  { the: 'event.order.discount', isNot: 5 },
  { the: 'event.extra.channel.name', is: 'app' },
  { the: 'event.extra.tags', is: 'press' },
  { the: 'customer.attributes.skin', oneOf: ['dry', 'mixed'] },
  { the: 'customer.attributes.steps', atLeast: 4 },
  { the: 'customer.lifecycle.orders', is: 2 },
  { the: 'enrolment.order', is: 'o-1' },
  {
    all: [
      { the: 'customer.locale', is: 'ja' },
      { the: 'event.order.coupon', exists: true },
    ],
  },
  {
    any: [
      { the: 'customer.locale', is: 'en' },
      { the: 'event.order.coupon', exists: true },
    ],
  },
  { not: { the: 'customer.locale', is: 'en' } },
];

test.each(yes)('%j fits', (filter) => expect(fits(filter, subject)).toBe(true));

const no: Filter[] = [
  { the: 'event.order.total', is: 5401 },
  { the: 'event.order.total', isNot: 5400 },
  { the: 'event.order.total', oneOf: [1, 2] },
  { the: 'event.order.total', exists: false },
  { the: 'event.order.total', atLeast: 5401 },
  { the: 'event.order.total', atMost: 5399 },
  { the: 'event.order.total', moreThan: 5400 },
  { the: 'event.order.total', lessThan: 5400 },
  { the: 'event.order.discount', is: 0 },
  { the: 'event.order.discount', atMost: 0 },
  { the: 'event.order.items.category', isNot: 'tea' },
  { the: 'event.order.items.category', is: 'shoes' },
  { the: 'customer.attributes.skin', atLeast: 1 },
  { the: 'customer.attributes.toString', exists: true },
  { the: 'event.extra.__proto__.constructor', exists: true },
  {
    all: [
      { the: 'customer.locale', is: 'ja' },
      { the: 'event.order.coupon', exists: false },
    ],
  },
  {
    any: [
      { the: 'customer.locale', is: 'en' },
      { the: 'event.order.coupon', exists: false },
    ],
  },
  { not: { the: 'customer.locale', is: 'ja' } },
];

test.each(no)('%j does not fit', (filter) => expect(fits(filter, subject)).toBe(false));

test('two tests in one comparison must hold for the same item', () => {
  const quantities = (...list: number[]) => ({
    ...subject,
    event: { order: { items: list.map((quantity) => ({ quantity })) } },
  });
  const between: Filter = { the: 'event.order.items.quantity', moreThan: 1, lessThan: 5 };
  expect(fits(between, quantities(1, 9))).toBe(false);
  expect(fits(between, quantities(1, 3))).toBe(true);
});
