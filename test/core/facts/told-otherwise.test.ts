import { expect, test } from 'vitest';
import { eventHash } from '../../../shared/core/facts/event-identity.ts';
import { joinedRings } from '../../../shared/core/facts/seen-ring.ts';
import { decodeRecord, encodeRecord } from '../../../shared/core/record/record-codec.ts';
import { event, placed, updated } from '../../support/events.ts';
import { storeWith } from '../../support/given.ts';

const store = storeWith([]);
const monday = '2026-03-02 12:30';
const otherwise = { because: 'duplicate-event, told-otherwise' };
const same = { because: 'duplicate-event' };
const told = (customer: object, more: object = {}) => {
  const { detail, ...rest } = updated(monday, customer);
  return { ...rest, detail: { ...detail, eventId: 'e-1', ...more } };
};
const hana = { locale: 'ja', name: 'Hana', attributes: { a: 1, b: [{ c: 2, d: 3 }] } };

test('the same eventId with another body is told, and the first word stays', () => {
  const { customer } = store
    .given(told(hana))
    .when(told({ ...hana, name: 'Mei' }))
    .then(otherwise);
  expect(customer.profile.name).toBe('Hana');
  // A third word too, and the first is still a repeat.
  store
    .from(customer)
    .when(told({ ...hana, locale: 'en' }))
    .then(otherwise);
  store.from(customer).when(told(hana)).then(same);
});

test('a redelivery is never another body: equal, with its keys in another order, at another time of its own', () => {
  const history = store.given(told(hana));
  history.when(told(hana)).then(same);
  history.when(told({ attributes: { b: [{ d: 3, c: 2 }], a: 1 }, name: 'Hana', locale: 'ja' })).then(same);
  history.when(told(hana, { occurredAt: '2026-03-02T03:31:00Z' })).then(same);
  history.when({ ...told({ ...hana, name: 'Mei' }), replay: 'facts' as const }).then(same);
});

test('in a list the order is what it says, and a field more is another body', () => {
  const history = store.given(told(hana, { tags: ['a', 'b'] }));
  history.when(told(hana, { tags: ['b', 'a'] })).then(otherwise);
  history.when(told(hana)).then(otherwise);
});

test('an order told again with another total, currency or number of pieces is told otherwise', () => {
  const order = { total: 4800, currency: 'JPY', items: [{ productId: 'p-1', quantity: 2, unitPrice: 2400 }] };
  const history = store.given(placed('o-1', monday, { order }));
  const again = (part: object) => placed('o-1', monday, { eventId: 'x', order: { ...order, ...part } });
  history.when(again({})).then(same);
  history.when(again({ total: 4900 })).then(otherwise);
  history.when(again({ currency: 'USD' })).then(otherwise);
  history.when(again({ items: [{ productId: 'p-1', quantity: 3, unitPrice: 2400 }] })).then(otherwise);
  // What only one of them tells is no other word.
  history.when(placed('o-1', monday)).then(same);
  expect(history.when(again({ total: 1 })).customer.orders[0]?.total).toBe(4800);
});

test('a booking is known by itself and its moment: another system may tell it in other words', () => {
  const made = (more: object) => event('BookingMade', monday, { booking: { id: 'b-1' }, ...more });
  store
    .given(made({}))
    .when(made({ eventId: 'other', note: 'x' }))
    .then(same);
});

test('a record of before, whose hashes have no letter, knows a repeat and no more', () => {
  const { customer } = store.given(told(hana));
  const before = { ...customer, seen: customer.seen.map((word) => word.replace(/^(\w{12}).$/, '$1')) };
  expect(before.seen).toContain(eventHash(told(hana)));
  store
    .from(before)
    .when(told({ ...hana, name: 'Mei' }))
    .then(same);
});

test('a letter is one byte of the stored record, comes back, and earlier code reads the hash without it', () => {
  const { customer } = store.given(told(hana));
  const stored = encodeRecord(customer);
  expect(stored.seen).toMatch(/^@\d{5}[0-9a-f]{12}[g-zG-Z]$|^[0-9a-f]{12}[g-zG-Z]$/);
  expect(decodeRecord(stored).seen).toEqual(customer.seen);
  expect(String(stored.seen).match(/[0-9a-f]{12}|@\d{5}/g)).toContain(eventHash(told(hana)));
});

test('of two rings with the same event one word stays', () => {
  expect(joinedRings(['aaaaaaaaaaaa'], ['aaaaaaaaaaaag', 'bbbbbbbbbbbb'])).toEqual([
    'aaaaaaaaaaaa',
    'bbbbbbbbbbbb',
  ]);
});
