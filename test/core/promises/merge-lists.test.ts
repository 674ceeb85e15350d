import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { oneOrder } from '../../../shared/core/promises/merge-lists.ts';
import type { LedgerOrder } from '../../../shared/core/record/orders/ledger-entry.ts';
import { piecesGone } from '../../../shared/core/record/orders/order-state.ts';

const at = Temporal.Instant.from('2026-06-01T00:00:00Z');

/** An order of which one piece of each of these products came back with a return of its own. */
const returned = (refund: string, ...products: string[]): LedgerOrder => ({
  id: 'o-1',
  seen: ['OrderPlaced', `OrderReturned:${refund}`],
  at,
  placedAt: at,
  pieces: 40,
  back: products.map((productId) => ({ productId, quantity: 1 })),
});
const products = (from: number) => Array.from({ length: 12 }, (_, nth) => `p-${from + nth}`);

test('what came back by two records of one order is kept within the bounds of one', () => {
  const { back = [] } = oneOrder(returned('00000001', ...products(0)), returned('00000002', ...products(12)));
  expect(back).toHaveLength(12);
  expect(back.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(24);
});

test('of a product that came back by both records all pieces are one entry', () => {
  const one = oneOrder(returned('00000001', 'p-1'), returned('00000002', 'p-1', 'p-2'));
  expect(one.back).toEqual([
    { productId: 'p-1', quantity: 2 },
    { productId: 'p-2', quantity: 1 },
  ]);
  expect(piecesGone(one, 'p-1')).toBe(2);
});
