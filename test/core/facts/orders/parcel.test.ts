import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import {
  mayBeSameParcel,
  parcelEntry,
  parcelHasSeen,
  parcelOf,
} from '../../../../shared/core/facts/orders/parcel.ts';
import type { LedgerOrder } from '../../../../shared/core/record/orders/ledger-entry.ts';

const ledger = (...seen: string[]): LedgerOrder => ({
  id: 'o-1',
  seen,
  at: Temporal.Instant.from('2026-03-02T03:30:00Z'),
});

test('a parcel is known by the id of its shipment, where it has one', () => {
  expect(parcelOf({ shipment: { id: 's-1' } })).toBe('s-1');
  expect(parcelOf({ shipment: {} })).toBeUndefined();
  expect(parcelOf({})).toBeUndefined();
  expect(parcelOf(undefined)).toBeUndefined();
});

test('what became of one parcel says nothing of another', () => {
  const delivered = ledger(parcelEntry('OrderDelivered', 's-1'));
  expect(parcelHasSeen(delivered, 'OrderDelivered', 's-1')).toBe(true);
  expect(parcelHasSeen(delivered, 'OrderDelivered', 's-2')).toBe(false);
});

test('an event of the whole order is about each of its parcels', () => {
  expect(parcelHasSeen(ledger('OrderDelivered'), 'OrderDelivered', 's-2')).toBe(true);
  expect(parcelHasSeen(ledger('OrderCancelled'), 'OrderCancelled', 's-2')).toBe(true);
});

test('a story that names no parcel takes any', () => {
  const delivered = ledger(parcelEntry('OrderDelivered', 's-1'));
  expect(parcelHasSeen(delivered, 'OrderDelivered', undefined)).toBe(true);
  expect(mayBeSameParcel('OrderDelivered', { shipment: { id: 's-1' } }, {})).toBe(true);
});

test('two events are of different parcels only where both name one', () => {
  const of = (id: string) => ({ shipment: { id } });
  expect(mayBeSameParcel('OrderDelivered', of('s-1'), of('s-1'))).toBe(true);
  expect(mayBeSameParcel('OrderDelivered', of('s-1'), of('s-2'))).toBe(false);
  expect(mayBeSameParcel('OrderCancelled', of('s-1'), of('s-2'))).toBe(true);
});
