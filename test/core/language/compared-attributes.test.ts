import { expect, test } from 'vitest';
import { comparisonFaults } from '../../../shared/core/language/check/check-filter.ts';
import { fits } from '../../../shared/core/language/evaluate-filter.ts';
import type { Comparison, Filter } from '../../../shared/core/language/filter.ts';
import { eventFieldsOf } from '../../../shared/core/language/filter-fields.ts';

const subject = {
  event: { product: { id: 'p-2', price: 900, previousPrice: 1200 } },
  customer: { views: [{ productId: 'p-1' }, { productId: 'p-2' }], owned: [{ productId: 'p-1' }], asked: [] },
  enrolment: {},
};

test('an attribute fits where it holds what another one holds, in a list any of it', () => {
  expect(fits({ the: 'customer.views.productId', sameAs: 'event.product.id' }, subject)).toBe(true);
  expect(fits({ the: 'customer.owned.productId', sameAs: 'event.product.id' }, subject)).toBe(false);
  expect(fits({ the: 'customer.asked', sameAs: 'event.product.id' }, subject)).toBe(false);
});

test('a number fits where it is less than another one', () => {
  const lower: Filter = { the: 'event.product.price', lessThanThe: 'event.product.previousPrice' };
  const higher: Filter = { the: 'event.product.previousPrice', lessThanThe: 'event.product.price' };
  expect([fits(lower, subject), fits(higher, subject)]).toEqual([true, false]);
});

test('nothing fits what is not known', () => {
  const nothing = { event: {}, customer: {}, enrolment: {} };
  expect(fits({ the: 'customer.views.productId', sameAs: 'event.product.id' }, nothing)).toBe(false);
  const lower: Filter = { the: 'event.product.price', lessThanThe: 'event.product.previousPrice' };
  expect(fits(lower, { ...nothing, event: { product: { price: 900 } } })).toBe(false);
});

test('a run keeps the event fields on both sides', () => {
  const lower: Filter = { the: 'event.product.price', lessThanThe: 'event.product.previousPrice' };
  expect(eventFieldsOf(lower)).toEqual(['product.price', 'product.previousPrice']);
});

test('a comparison with an attribute that is not there, or of another type, is refused', () => {
  const faultOf = (test: object) => comparisonFaults(test as Comparison)[0];
  expect(faultOf({ the: 'customer.asked', sameAs: 'event.product.name' })).toMatch('no attribute');
  expect(faultOf({ the: 'customer.asked', sameAs: 'event.product.price' })).toMatch('is a string and');
  expect(faultOf({ the: 'event.product.price', lessThanThe: 'event.product.id' })).toMatch(
    'compares numbers',
  );
  expect(faultOf({ the: 'customer.asked', sameAs: 'event.product.id' })).toBeUndefined();
});
