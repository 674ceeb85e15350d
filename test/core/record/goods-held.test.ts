import { expect, test } from 'vitest';
import { goodsAt } from '../../../shared/core/questions/purchases.ts';
import type { LedgerOrder } from '../../../shared/core/record/orders/ledger-entry.ts';
import { at } from '../../support/events.ts';
import { after, bank, day, events, placed } from './order-told.ts';

const order = (id: string, placedAt: LedgerOrder['at'], more: Partial<LedgerOrder> = {}): LedgerOrder => ({
  id,
  seen: ['OrderPlaced'],
  at: placedAt,
  placedAt,
  ...more,
});
const [january, march, april] = [at('2026-01-05 10:00'), at(day(2)), at('2026-04-05 10:00')];
const productId = 'p-1';
const unpaid = { timing: 'before' } as const;

test('a product bought again by an order that is never paid is that of the first purchase', () => {
  const orders = [order('o-1', january), order('o-2', march, unpaid)];
  const owned = [{ productId, at: march, firstAt: january, quantity: 3, supplyDays: 30 }];
  expect(goodsAt({ owned, orders }, march)).toBe(owned);
  expect(goodsAt({ owned, orders }, april)).toEqual([{ productId, at: january }]);
});

test('a product of which only the first order was never paid begins with the one that was', () => {
  const orders = [order('o-1', january, unpaid), order('o-2', march)];
  const owned = [{ productId, at: march, firstAt: january, quantity: 3 }];
  expect(goodsAt({ owned, orders }, april)).toEqual([{ productId, at: march, quantity: 3 }]);
});

test('of an order that was never paid nothing is held once it is waited for no longer', () => {
  const { customer } = after(events([placed(bank)]));
  const held = (when: string) => goodsAt(customer, at(when)).map((one) => one.productId);
  expect(held('2026-03-12 12:29')).toEqual(['p-1', 'p-2']);
  expect(held('2026-03-12 12:30')).toEqual([]);
});
