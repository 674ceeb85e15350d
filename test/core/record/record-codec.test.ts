import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { type Customer, newCustomer } from '../../../shared/core/record/customer.ts';
import {
  decodeRecord,
  encodeRecord,
  NewerRecordShape,
  recordShape,
  type StoredRecord,
  upcastRecord,
} from '../../../shared/core/record/record-codec.ts';
import { arbitraryCustomer } from './arbitrary-customer.ts';

/** Instants have no fields of their own, so two customers are compared by their JSON. */
const readable = (customer: Customer) => JSON.parse(JSON.stringify(customer));
/** What a database gives back: the same data, no object in common. */
const throughStore = (customer: Customer): Customer =>
  decodeRecord(JSON.parse(JSON.stringify(encodeRecord(customer))) as StoredRecord);

const at = (text: string) => Temporal.Instant.from(text);

test('any customer comes back from the store as she was', () => {
  fc.assert(
    fc.property(arbitraryCustomer, (customer) => {
      expect(readable(throughStore(customer))).toEqual(readable(customer));
    }),
    { numRuns: 300 },
  );
});

test('instants come back as instants, to the nanosecond', () => {
  const moments = ['2026-11-22T10:00:00Z', '2026-11-22T10:00:00.007Z', '2026-11-22T10:00:00.000000001Z'];
  for (const moment of [...moments, '1969-12-31T23:59:59.999Z', '1970-01-01T00:00:00Z']) {
    const back = throughStore({ ...newCustomer('shop', 'c1'), horizon: at(moment) });
    expect(back.horizon).toBeInstanceOf(Temporal.Instant);
    expect(back.horizon?.epochNanoseconds).toBe(at(moment).epochNanoseconds);
  }
});

test('a new customer takes few bytes: nothing empty is stored', () => {
  expect(encodeRecord(newCustomer('shop', 'c1'))).toEqual({
    shape: recordShape,
    store: 'shop',
    id: 'c1',
    version: 0,
    profile: {},
    lifecycle: { orders: 0 },
  });
});

test('what a storefront sent keeps its depth, its numbers and its odd names', () => {
  const attributes = {
    '': 1e300,
    deep: JSON.parse('['.repeat(60) + ']'.repeat(60)),
    half: '\ud83d',
    none: null,
  };
  const back = throughStore({ ...newCustomer('shop', 'c1'), profile: { attributes } });
  expect(back.profile.attributes).toEqual(attributes);
});

test('fields of newer code survive a round trip, in the record and inside its entries', () => {
  const stored = JSON.parse(
    JSON.stringify({
      ...encodeRecord(newCustomer('shop', 'c1')),
      points: { balance: 7 },
      orders: [{ id: 'o1', at: 1_700_000_000, gift: true }],
      enrolments: [
        {
          id: 'e1',
          scenario: 's',
          v: 1,
          key: 'o1',
          entered: 1,
          step: 'a',
          since: 1,
          due: 2,
          arm: 1,
          mood: [1],
        },
      ],
      consent: { tips: { is: 'granted', at: 5, source: 'shop', proof: 'p' } },
    }),
  ) as StoredRecord;
  const customer = decodeRecord(stored);
  expect(customer.unknown).toEqual({ points: { balance: 7 } });
  const moved = { ...customer, enrolments: customer.enrolments.map((one) => ({ ...one, step: 'b' })) };
  const again = encodeRecord(moved) as unknown as { enrolments: object[] };
  expect(again).toMatchObject({
    points: { balance: 7 },
    orders: [{ gift: true }],
    consent: { tips: { proof: 'p' } },
  });
  expect(again.enrolments[0]).toMatchObject({ step: 'b', mood: [1] });
});

test('an unknown field never displaces a known one', () => {
  const sneaky = { ...newCustomer('shop', 'c1'), unknown: { id: 'other', shape: 9 } };
  expect(encodeRecord(sneaky)).toMatchObject({ id: 'c1', shape: recordShape });
});

test('a record of a newer shape is refused with what to do', () => {
  const newer = { ...encodeRecord(newCustomer('shop', 'c1')), shape: 3 };
  expect(() => decodeRecord(newer)).toThrow(NewerRecordShape);
  expect(() => decodeRecord(newer)).toThrow(/shape 3.*up to 2.*deploy/);
});

test('a record of an older shape is lifted step by step, from where it stands', () => {
  const stored = (shape: number): StoredRecord => ({ shape, store: 's', id: 'c', version: 1, path: '' });
  const lift = (step: string) => (record: StoredRecord) => ({ ...record, path: `${record.path}${step}` });
  const steps = [lift('a'), lift('b')];
  expect(upcastRecord(stored(1), steps)).toMatchObject({ shape: 3, path: 'ab' });
  expect(upcastRecord(stored(2), steps)).toMatchObject({ shape: 3, path: 'b' });
  expect(upcastRecord(stored(3), steps)).toMatchObject({ shape: 3, path: '' });
  expect(() => upcastRecord(stored(4), steps)).toThrow(NewerRecordShape);
});
