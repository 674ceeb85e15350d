/** When what was bought runs out, where a newer order is still to be paid first: it may never be a purchase. */
import { expect, test } from 'vitest';
import type { LedgerOrder } from '../../../shared/core/record/orders/ledger-entry.ts';
import { supplyEnds } from '../../../shared/core/record/orders/supply.ts';
import { at } from '../../support/events.ts';
import { settings } from '../../support/settings.ts';

const where = { timeZone: settings.timeZone, settings };
const [january, march] = [at('2026-01-05 10:00'), at('2026-03-02 10:00')];
const order = (id: string, placedAt: LedgerOrder['at'], more: Partial<LedgerOrder> = {}): LedgerOrder => ({
  id,
  seen: ['OrderPlaced'],
  at: placedAt,
  placedAt,
  ...more,
});
const arrived = { seen: ['OrderPlaced', 'OrderDelivered'], deliveredAt: at('2026-01-08 10:00') };
const unpaid = { timing: 'before' } as const;
const tea = { productId: 'tea', at: january, quantity: 1, supplyDays: 60 };
const soap = { productId: 'soap', at: march, quantity: 1, supplyDays: 14 };
const endsOf = (orders: readonly LedgerOrder[], owned: readonly (typeof tea)[] = [tea, soap]) =>
  supplyEnds({ owned, orders }, where).map(String);
const days = (from: string, many: number) => String(at(from).add({ hours: 24 * many }));

test('goods of an order that is never paid are not what runs out: those bought before it are', () => {
  expect(endsOf([order('o-1', january, arrived), order('o-2', march, unpaid)])).toEqual([
    // Placed on 2 March, waited for ten days.
    days('2026-03-02 10:00', 10),
  ]);
  expect(
    endsOf([order('o-1', january, arrived), order('o-2', march, unpaid)], [{ ...tea, supplyDays: 90 }, soap]),
  ).toEqual([days('2026-01-08 10:00', 90)]);
});

test('once it is paid and has arrived its own goods are', () => {
  const paid = {
    ...unpaid,
    seen: ['OrderPlaced', 'OrderPaid', 'OrderDelivered'],
    deliveredAt: at('2026-03-06 10:00'),
  };
  expect(endsOf([order('o-1', january, arrived), order('o-2', march, paid)])).toEqual([
    days('2026-03-06 10:00', 14),
  ]);
});

test('of a first order that is still owed the end is told from when it is given up: its payment may yet come', () => {
  expect(endsOf([order('o-2', march, unpaid)], [soap])).toEqual([days('2026-03-02 10:00', 10 + 14)]);
});

test('an order that is paid on delivery, or later, holds nothing back', () => {
  for (const timing of ['on-delivery', 'after'] as const) {
    const shipped = { timing, seen: ['OrderPlaced', 'OrderDelivered'], deliveredAt: at('2026-03-06 10:00') };
    expect(endsOf([order('o-1', january, arrived), order('o-2', march, shipped)])).toEqual([
      days('2026-03-06 10:00', 14),
    ]);
  }
});

test('a product bought again by an order that is owed runs out as it was bought first', () => {
  const again = { ...soap, productId: 'tea', firstAt: january };
  const orders = [order('o-1', january, arrived), order('o-2', march, unpaid)];
  // How long the first lasts is known no longer.
  expect(endsOf(orders, [again])).toEqual([days('2026-03-02 10:00', 10 + 14)]);
});
