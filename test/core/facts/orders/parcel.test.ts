import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import {
  mayBeSameParcel,
  parcelEntry,
  parcelHasSeen,
  parcelOf,
  refusalEntry,
} from '../../../../shared/core/facts/orders/parcel.ts';
import type { LedgerOrder } from '../../../../shared/core/record/orders/ledger-entry.ts';
import { ledgerWords } from '../../../../shared/core/record/record-fields.ts';

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

test('a parcel that was refused was not handed over', () => {
  const refused = ledger(refusalEntry('s-1'));
  expect(parcelHasSeen(refused, 'DeliveryFailed', 's-1')).toBe(true);
  expect(parcelHasSeen(refused, 'DeliveryFailed', 's-2')).toBe(false);
  expect(parcelHasSeen(ledger(refusalEntry(undefined)), 'DeliveryFailed', 's-2')).toBe(true);
});

test('the words of refusals come back from the record as they were', () => {
  const words = ['s-1', 's-2', undefined].map(refusalEntry);
  const seen = ['OrderPlaced', parcelEntry('DeliveryFailed', 's-1'), ...words, 'OrderShipped'];
  expect(ledgerWords.read(ledgerWords.write(seen))).toEqual(seen);
  expect(ledgerWords.write(seen)).toMatch(/^PU[0-9a-f]{8}U=!U[0-9a-f]{8}!U!S$/);
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
