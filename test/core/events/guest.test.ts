/** Whoever is named by an address alone: who is a guest, and who is refused, with what to send instead. */
import { expect, test } from 'vitest';
import { parseEvent } from '../../../shared/core/events/event-schema.ts';
import { guestAddress, toldOfAccount } from '../../../shared/core/events/guest.ts';
import { at } from '../../support/events.ts';

const arrived = at('2026-11-22T09:31:00+09:00');
const base = { eventId: 'evt-1', occurredAt: '2026-11-22T09:30:00+09:00' };
const order = { id: 'o-1', currency: 'JPY', total: 5400 };
const placed = (customer: unknown) => parseEvent('OrderPlaced', { ...base, customer, order }, arrived);

test.each([
  [{ email: 'mei@example.com' }, 'mei@example.com'],
  [{ id: null, email: 'Mei <mei@example.com>' }, 'mei@example.com'],
  [{ email: ' ｍｅｉ＠example.com ' }, 'mei@example.com'],
  [{ email: 'a..b@docomo.ne.jp', name: 'Mei' }, 'a..b@docomo.ne.jp'],
  [{ email: 'mei@example.com', anonymousId: 'b-1' }, 'mei@example.com'],
])('%j is a guest of her address', (customer, address) => {
  const event = placed(customer);
  expect(event?.isGuests).toBe(true);
  expect(event && guestAddress(event)).toBe(address);
});

test('who is named by an id is no guest, whatever address is told', () => {
  const event = placed({ id: 'c-1', email: 'mei@example.com' });
  expect(event && [event.isGuests, guestAddress(event)]).toEqual([undefined, undefined]);
});

test('a visitor whose browser is named stays one, without an address', () => {
  const customer = { anonymousId: 'b-1', email: 'mei@example.com' };
  const viewed = parseEvent('ProductViewed', { ...base, customer, product: { id: 'p-1' } }, arrived);
  expect(viewed?.detail.customer).toEqual({ id: 'anon:b-1', anonymousId: 'b-1' });
  expect(viewed?.isGuests).toBeUndefined();
});

test.each([{}, { email: 'Mei' }, { email: '' }, { email: 7 }, { name: 'Mei' }, { anonymousId: 'b-1' }])(
  '%j names nobody, and the reason says what to give',
  (customer) =>
    expect(() => placed(customer)).toThrow('OrderPlaced: give customer.id, or for a guest customer.email'),
);

// WooCommerce's order of a guest has the customer_id 0; EC-CUBE's has an empty 会員ID.
test.each([0, '0', '', 'guest', 'null', [7]])(
  'the id %j beside an address is refused, and told to send the address alone',
  (id) => expect(() => placed({ id, email: 'mei@example.com' })).toThrow('customer.email alone'),
);

test('of a guest whose address is an account of the store by now, the account learns no name', () => {
  const told = placed({ email: 'mei@example.com', name: 'Somebody', acceptsMarketing: true });
  const { detail, isGuests } = toldOfAccount(told as NonNullable<typeof told>, 'c-1');
  expect([detail.customer, isGuests]).toEqual([{ id: 'c-1', acceptsMarketing: true }, undefined]);
});
