import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { eventNames, isAboutOrder } from '../../../shared/core/events/event-catalogue.ts';
import { type Customer, type Enrolment, newCustomer } from '../../../shared/core/record/customer.ts';
import type { RecentSend } from '../../../shared/core/record/recent-send.ts';
import {
  decodeRecord,
  encodeRecord,
  type StoredRecord,
  spelledOut,
} from '../../../shared/core/record/record-codec.ts';
import { enrolmentId, touchpointId } from '../../../shared/core/values/ids.ts';

const at = Temporal.Instant.from('2026-11-22T10:00:00.007Z');
const owner = { store: 'shop', customer: 'c1' };
const throughStore = (customer: Customer) =>
  decodeRecord(JSON.parse(JSON.stringify(encodeRecord(customer))) as StoredRecord);
type Listed = Record<'enrolments' | 'ended' | 'sends', readonly Record<string, unknown>[]>;
const storedOf = (customer: Customer) => JSON.parse(JSON.stringify(encodeRecord(customer))) as Listed;
const isMadeWhenAsked = (entry: object | undefined, name: string) =>
  Object.getOwnPropertyDescriptor(entry, name)?.get !== undefined;

function enrolment(scenario: string, key: string): Enrolment {
  const id = enrolmentId({ ...owner, scenario, key });
  return {
    id,
    scenario,
    version: 1,
    lane: 'marketing',
    key,
    enteredAt: at,
    step: 'hello',
    since: at,
    due: at,
    arm: 1,
  };
}

function send({ id, scenario }: Enrolment, step: string, lap?: number): RecentSend {
  const touchpoint = touchpointId({ ...owner, enrolment: id, step, lap: lap ?? 0 });
  const decided = { kind: 'marketing', arm: 1, at, since: at, state: 'claimed', because: 'allowed' } as const;
  return { touchpoint, enrolment: id, scenario, version: 1, step, lap, ...decided };
}

const welcome = enrolment('welcome', at.toString());
const cart = enrolment('cart', 'basket-1');
const customer: Customer = {
  ...newCustomer('shop', 'c1'),
  enrolments: [welcome, cart],
  sends: [send(welcome, 'hello'), send(cart, 'first', 2)],
};

test('ids that say nothing more are not stored, and come back the same', () => {
  const { enrolments, sends } = storedOf(customer);
  expect(enrolments.map((one) => [one.id, one.key])).toEqual([
    [undefined, undefined],
    [undefined, 'basket-1'],
  ]);
  expect(sends.map(({ touch, run }) => [touch, run])).toEqual([
    [undefined, undefined],
    [undefined, undefined],
  ]);
  expect(throughStore(customer)).toEqual(customer);
});

test('no id is made by reading a record, nor by writing it back', () => {
  const read = throughStore(customer);
  const again = encodeRecord(read);
  for (const one of read.enrolments) expect(isMadeWhenAsked(one, 'id')).toBe(true);
  expect(isMadeWhenAsked(read.enrolments[0], 'key')).toBe(true);
  for (const one of read.sends) {
    expect(isMadeWhenAsked(one, 'touchpoint')).toBe(true);
    expect(isMadeWhenAsked(one, 'enrolment')).toBe(true);
  }
  expect(JSON.parse(JSON.stringify(again))).toEqual(storedOf(customer));
  expect(again.enrolments).toMatchObject([{ step: 'hello' }, { key: 'basket-1' }]);
});

test('a copy of an entry has its ids, and its record is stored as before', () => {
  const read = throughStore(customer);
  const moved = { ...read, enrolments: read.enrolments.map((one) => ({ ...one, step: 'bye' })) };
  expect(moved.enrolments.map(({ id }) => id)).toEqual([welcome.id, cart.id]);
  expect(storedOf(moved).enrolments).not.toContainEqual(expect.objectContaining({ id: expect.anything() }));
  expect(throughStore(moved).sends).toEqual(customer.sends);
});

test('an id that is another than would be made is stored as it is', () => {
  const odd: Customer = {
    ...customer,
    enrolments: [{ ...welcome, id: 'by-hand', key: 'ever' }, cart],
    sends: [{ ...send(welcome, 'hello'), touchpoint: 'old', enrolment: 'gone' }, send(cart, 'first')],
  };
  expect(storedOf(odd)).toMatchObject({
    enrolments: [{ id: 'by-hand' }, {}],
    sends: [{ touch: 'old', run: 'gone' }, {}],
  });
  expect(throughStore(odd)).toEqual(odd);
});

test('entries that another record takes over keep the ids they had', () => {
  const read = throughStore(customer);
  const other: Customer = { ...newCustomer('shop', 'c2'), enrolments: read.enrolments, sends: read.sends };
  expect(storedOf(other)).toMatchObject({
    enrolments: [{ id: welcome.id }, { id: cart.id }],
    sends: [{ touch: customer.sends[0]?.touchpoint }, { touch: customer.sends[1]?.touchpoint }],
  });
  expect(throughStore(other)).toEqual({ ...other, enrolments: customer.enrolments, sends: customer.sends });
});

test('of two runs of one scenario the messages of the older name theirs', () => {
  const again = enrolment('welcome', 'again');
  const both: Customer = {
    ...customer,
    enrolments: [welcome, again],
    sends: [send(welcome, 'hello'), send(again, 'hello')],
  };
  expect(storedOf(both).sends.map(({ run }) => run)).toEqual([welcome.id, undefined]);
  expect(throughStore(both)).toEqual(both);
  const read = throughStore(both);
  const left = { ...read, enrolments: read.enrolments.slice(0, 1) };
  expect(throughStore(left).sends).toEqual(both.sends);
});

test('a spelled out record has every id', () => {
  const whole = spelledOut(JSON.parse(JSON.stringify(encodeRecord(customer)))) as unknown as Listed;
  expect(whole.enrolments.map(({ id }) => id)).toEqual([welcome.id, cart.id]);
  expect(whole.sends.map(({ touch, run }) => [touch, run])).toEqual(
    customer.sends.map(({ touchpoint, enrolment }) => [touchpoint, enrolment]),
  );
});

test('hashes go in one piece, and any other list of texts as a list', () => {
  const texts = fc.array(fc.oneof(fc.string(), fc.stringMatching(/^[0-9a-f]{12}$/)), { maxLength: 5 });
  fc.assert(
    fc.property(texts, (seen) => {
      expect(throughStore({ ...newCustomer('shop', 'c1'), seen }).seen).toEqual(seen);
    }),
  );
  const two = { ...newCustomer('shop', 'c1'), seen: ['0123456789ab', 'ba9876543210'] };
  expect(encodeRecord(two).seen).toBe('0123456789abba9876543210');
});

test('the facts of an order go as letters, and words of newer code as they are', () => {
  const parcel = fc.stringMatching(/^[0-9a-f]{8}$/);
  const name = fc.constantFrom(...eventNames.filter(isAboutOrder), 'OrderBlessed');
  const word = fc.oneof(
    name,
    fc.tuple(name, fc.oneof(parcel, fc.constant('00000001'))).map((two) => two.join(':')),
    fc.string(),
  );
  const ofOrder = (seen: readonly string[]) => ({
    ...newCustomer('shop', 'c1'),
    orders: [{ id: 'o', at, seen }],
  });
  fc.assert(
    fc.property(fc.array(word, { maxLength: 6 }), (seen) => {
      expect(throughStore(ofOrder(seen)).orders[0]?.seen).toEqual(seen);
    }),
  );
  const seen = ['OrderPlaced', 'OrderPaid', 'OrderShipped:0be561fa', 'OrderDelivered:0be561fa'];
  expect(encodeRecord(ofOrder(seen)).orders).toMatchObject([{ seen: 'PMS0be561faD=' }]);
  // Every fact of an order that the storefront may tell has its letter.
  const names = eventNames.filter(isAboutOrder);
  expect(encodeRecord(ofOrder(names)).orders).toMatchObject([{ seen: expect.stringMatching(/^[A-Z]+$/) }]);
});
