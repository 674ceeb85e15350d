import { expect, test } from 'vitest';
import { pickFields } from '../../../shared/core/values/pick-fields.ts';

const detail = {
  order: { id: 'o-1', total: 5400, items: [{ name: 'Serum', cost: 1800 }, { name: 'Tea' }, { cost: 5 }] },
  channel: { name: 'app' },
  none: undefined,
};

test('only the named paths are copied, through lists entry by entry', () => {
  expect(pickFields(detail, ['order.id', 'order.items.name'])).toEqual({
    order: { id: 'o-1', items: [{ name: 'Serum' }, { name: 'Tea' }, {}] },
  });
});

test('a path that ends at a branch takes the whole of it, whatever other paths name below', () => {
  for (const paths of [
    ['order', 'order.items.name'],
    ['order.items.name', 'order'],
  ]) {
    expect(pickFields(detail, paths)).toEqual({ order: detail.order });
  }
});

test('what is missing, or is no branch, leaves nothing behind', () => {
  expect(pickFields(detail, ['order.total.cents', 'shipment.id', 'none', 'toString', '__proto__.x'])).toEqual(
    { order: {} },
  );
  expect(pickFields(detail, [])).toEqual({});
});

test('a path through "__proto__" changes no object but the copy', () => {
  pickFields(detail, ['__proto__.x', 'order.__proto__.y']);
  expect(Object.keys(Object.prototype)).toEqual([]);
});
