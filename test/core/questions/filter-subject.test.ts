import { expect, test } from 'vitest';
import { fits } from '../../../shared/core/language/evaluate-filter.ts';
import type { Filter } from '../../../shared/core/language/filter.ts';
import { filterSubject } from '../../../shared/core/questions/filter-subject.ts';
import { newCustomer } from '../../../shared/core/record/customer.ts';
import { at } from '../../support/events.ts';
import { settings } from '../../support/given.ts';

const now = at('2026-03-31 12:00');
const order = (id: string, placedAt: string, total: number, ...more: string[]) => ({
  id,
  seen: ['OrderPlaced', ...more],
  at: at(placedAt),
  placedAt: at(placedAt),
  total,
});
const hana = {
  ...newCustomer('mori', 'c-1'),
  lifecycle: { orders: 3, lastOrderAt: at('2026-03-01 12:00') },
  orders: [
    order('o-1', '2025-01-01 12:00', 9000),
    order('o-2', '2026-02-01 12:00', 5000),
    order('o-3', '2026-03-01 12:00', 700),
    order('o-4', '2026-03-02 12:00', 100, 'OrderCancelled'),
  ],
  owned: [
    { productId: 'p-old', at: at('2026-03-01 12:00'), firstAt: at('2026-02-01 12:00') },
    { productId: 'p-new', at: at('2026-03-01 12:00') },
  ],
  score: { value: 40, at: at('2026-03-01 12:00') },
  categories: { persona: { is: 'careful', at: now } },
  segments: { regular: now },
  consent: { all: { is: 'granted' as const, at: now, source: 'page' } },
};
const enrolment = { id: 'r', order: 'o-3', counts: { ask: 2, never: 0 }, variants: { way: 'a' } };
const around = { at: now, settings, clicked: new Map([['r', ['ask']]]) };
const ask = (filter: Filter) => fits(filter, filterSubject({ customer: hana, enrolment, event: {}, around }));

const yes: Filter[] = [
  { the: 'customer.lifecycle.ordersIn365Days', is: 2 },
  { the: 'customer.lifecycle.spentIn365Days.JPY', is: 5700 },
  { the: 'customer.lifecycle.lastOrderAt', daysAgoAtLeast: 30 },
  { the: 'customer.lifecycle.lastOrderAt', daysAgoLessThan: 31 },
  { the: 'customer.lastSignAt', exists: false },
  { the: 'customer.newProducts', is: 'p-new' },
  { the: 'customer.score', atLeast: 19.9, atMost: 20.1 },
  { the: 'customer.categories.persona', is: 'careful' },
  { the: 'customer.segments', is: 'regular' },
  { the: 'customer.consent', is: 'tips' },
  { the: 'enrolment.sent', is: 'ask' },
  { the: 'enrolment.clicked', is: 'ask' },
  { the: 'enrolment.variants', is: 'way:a' },
];
test.each(yes)('%j fits', (filter) => expect(ask(filter)).toBe(true));

const no: Filter[] = [
  { the: 'customer.lifecycle.lastOrderAt', daysAgoAtLeast: 31 },
  { the: 'customer.lifecycle.lastOrderAt', daysAgoLessThan: 30 },
  { the: 'customer.lastSignAt', daysAgoAtLeast: 0 },
  { the: 'customer.lastSignAt', daysAgoLessThan: 9999 },
  { the: 'customer.newProducts', is: 'p-old' },
  { the: 'customer.consent', is: 'course' },
  { the: 'enrolment.sent', is: 'never' },
];
test.each(no)('%j does not fit', (filter) => expect(ask(filter)).toBe(false));

test('a cart of thirty days is dead, though nobody has saved the record since', () => {
  const cart = { id: 'a', at: at('2026-03-01 12:00'), lines: [{ productId: 'p-1' }] };
  const holds = (moment: string) =>
    fits(
      { the: 'customer.carts.lines.productId', exists: true },
      filterSubject({
        customer: { ...hana, carts: [cart] },
        enrolment,
        event: {},
        around: { ...around, at: at(moment) },
      }),
    );
  expect([holds('2026-03-31 11:59'), holds('2026-03-31 12:00')]).toEqual([true, false]);
});
