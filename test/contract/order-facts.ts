/** What was told of an order: facts of their own, none of which another takes away. */
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import type { LedgerOrder } from '../../shared/core/record/orders/ledger-entry.ts';
import type { UnderContract } from './worlds.ts';

const at = (day: number) => `2026-11-${String(day).padStart(2, '0')}T01:00:00Z`;
const instant = (day: number) => Temporal.Instant.from(at(day));
const readable = (value: unknown) => JSON.parse(JSON.stringify(value));
const lines = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ productId: `p-${n}`, name: `化粧水 ${n}`, quantity: 1 }));

const placed = {
  OrderPlaced: { at: at(1), order: { id: 'o#1', total: 5400, items: lines(500), '': 1e300 } },
};
const paid = { OrderPaid: { at: at(2), payment: { method: 'card' } } };
const refunded = { 'OrderRefunded:0a1b2c3d': { at: at(3), refund: { id: 'r-1', amount: 300 } } };
const entry: LedgerOrder = {
  id: 'o#1',
  seen: ['OrderPlaced', 'OrderShipped:0a1b2c3d'],
  at: instant(4),
  placedAt: instant(1),
  total: 5400,
  currency: 'JPY',
  refunded: { JPY: 300 },
  back: [{ productId: 'p-1', quantity: 2 }],
};

export function orderFactsKeepTheirContract(world: () => UnderContract) {
  test('facts of an order come back as they were told, whichever came first, and however often', async () => {
    const { orderFacts } = world();
    expect(await orderFacts.load('of#1', 'o#1')).toBeUndefined();
    for (const facts of [refunded, placed, paid, placed]) await orderFacts.put('of#1', { id: 'o#1', facts });
    expect(await orderFacts.load('of#1', 'o#1')).toEqual({
      id: 'o#1',
      facts: { ...placed, ...paid, ...refunded },
    });
    expect(await orderFacts.load('of#1', 'o#2')).toBeUndefined();
    expect(await orderFacts.load('of#2', 'o#1')).toBeUndefined();
  });

  test('the entry that left the ledger comes back whole, a later one replaces it, and facts stay beside it', async () => {
    const { orderFacts } = world();
    await orderFacts.put('of#3', { id: 'o#1', facts: {}, entry: { ...entry, seen: [] } });
    await orderFacts.put('of#3', { id: 'o#1', facts: paid, entry });
    await orderFacts.put('of#3', { id: 'o#1', facts: refunded });
    const item = await orderFacts.load('of#3', 'o#1');
    expect(readable(item)).toEqual(readable({ id: 'o#1', facts: { ...paid, ...refunded }, entry }));
    expect(item?.entry?.placedAt).toBeInstanceOf(Temporal.Instant);
  });

  test('where nothing is told nothing is written', async () => {
    await world().orderFacts.put('of#4', { id: 'o#1', facts: {} });
    expect(await world().orderFacts.load('of#4', 'o#1')).toBeUndefined();
  });

  test('all orders of a customer are listed, each under its id', async () => {
    const { orderFacts } = world();
    for (const id of ['b', 'a#1', 'c']) await orderFacts.put('of#5', { id, facts: paid });
    await orderFacts.put('of#50', { id: 'x', facts: paid });
    expect((await orderFacts.list('of#5')).map(({ id }) => id)).toEqual(['a#1', 'b', 'c']);
    const [one, two] = await Promise.all([orderFacts.load('of#5', 'b'), orderFacts.load('of#5', 'c')]);
    expect([one?.id, two?.id]).toEqual(['b', 'c']);
  });
}
