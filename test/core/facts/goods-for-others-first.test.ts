/** Of too many goods those bought for others leave the record first. */
import { expect, test } from 'vitest';
import { orderEvent, placed } from '../../support/events.ts';
import { storeWith } from '../../support/given.ts';

const presents = Array.from({ length: 40 }, (_, n) => ({ productId: `g-${n}`, name: 'Box', quantity: 1 }));
const own = [{ productId: 'tea', name: 'Tea', quantity: 1, supplyDays: 30 }];

test('presents of forty lines leave the tea that the customer drinks where it is', () => {
  const store = storeWith([]);
  const { customer } = store.given(
    placed('o-1', '2026-03-02 09:00', { order: { id: 'o-1', items: own } }),
    placed('o-2', '2026-03-03 09:00', { order: { id: 'o-2', gift: true, items: presents } }),
  );
  expect(customer.owned.filter(({ forOther }) => !forOther)).toMatchObject([{ productId: 'tea' }]);
  expect(customer.owned).toHaveLength(24);
});

test('presents stay where there is room, and come back with an order of the customer’s own', () => {
  const store = storeWith([]);
  const { customer } = store.given(
    placed('o-1', '2026-03-02 09:00', { order: { id: 'o-1', gift: true, items: presents.slice(0, 3) } }),
    placed('o-2', '2026-03-03 09:00', { order: { id: 'o-2', items: own } }),
    orderEvent('OrderDelivered', 'o-2', '2026-03-05 09:00'),
  );
  expect(customer.owned).toHaveLength(4);
});
