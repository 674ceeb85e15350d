import { expect, test } from 'vitest';
import { at, cancelled, delivered, placed, returned, shipped } from '../../../support/events.ts';
import { type Input, storeWith } from '../../../support/given.ts';

const store = storeWith([]);
const lifecycle = (...events: Input[]) => store.given(...events).customer.lifecycle;
const first = placed('o-1', '2026-03-02 12:30');
const second = placed('o-2', '2026-04-02 12:30');

test('orders are counted with the times of the first and the last', () => {
  const counted = { orders: 2, firstOrderAt: at('2026-03-02 12:30'), lastOrderAt: at('2026-04-02 12:30') };
  expect(lifecycle(first, second)).toEqual(counted);
  expect(lifecycle(second, first)).toEqual(counted);
});

test('a cancelled order does not count, whether its cancellation comes before or after it', () => {
  const cancel = cancelled('o-2', '2026-04-03 12:30');
  const counted = { orders: 1, firstOrderAt: at('2026-03-02 12:30'), lastOrderAt: at('2026-03-02 12:30') };
  expect(lifecycle(first, second, cancel)).toEqual(counted);
  expect(lifecycle(first, cancel, second)).toEqual(counted);
  expect(lifecycle(cancel)).toEqual({ orders: 0 });
  expect(lifecycle(second, cancel).orders).toBe(0);
});

test('a shipping and a delivery leave the count alone; a return of all of it does not', () => {
  const facts = [shipped, delivered].map((fact) => fact('o-1', '2026-03-09 12:30'));
  expect(lifecycle(first, ...facts).orders).toBe(1);
  expect(lifecycle(first, ...facts, returned('o-1', '2026-03-12 12:30')).orders).toBe(0);
});

test('of several parcels the last shipping and the last delivery time the order', () => {
  const parcels = [
    shipped('o-1', '2026-03-05 10:00', 's-2'),
    shipped('o-1', '2026-03-03 10:00', 's-1'),
    delivered('o-1', '2026-03-06 10:00', 's-2'),
    delivered('o-1', '2026-03-04 10:00', 's-1'),
  ];
  expect(store.given(first, ...parcels).customer.orders).toMatchObject([
    { shippedAt: at('2026-03-05 10:00'), deliveredAt: at('2026-03-06 10:00') },
  ]);
});
