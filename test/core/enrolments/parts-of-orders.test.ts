/** A parcel's id, and a refund's, is of its order: shops count them from 1 in each. */
import { expect, test } from 'vitest';
import type { Trigger } from '../../../shared/core/language/trigger.ts';
import { event, orderEvent } from '../../support/events.ts';
import { storeWith } from '../../support/given.ts';
import { transactional } from '../../support/scenarios.ts';

const noticeOf = (on: 'OrderShipped' | 'OrderRefunded', key: string) => {
  const trigger: Trigger = { on, oncePer: { key }, whileRunning: 'parallel' };
  return storeWith([transactional({ trigger })]);
};
const noon = '2026-03-02 12:00';
const left = (order: string, id: string) => orderEvent('OrderShipped', order, noon, { shipment: { id } });
const back = (order: string, id: string) =>
  orderEvent('OrderRefunded', order, noon, { refund: { id, amount: 100 } });

test.each(['shipment.id', 'event.shipment.id'])('parcel 1 of each order is told of, by %s', (key) => {
  const store = noticeOf('OrderShipped', key);
  const both = store.given(left('o-1', '1')).when(left('o-2', '1'));
  expect(both.outcome.running).toHaveLength(2);
  expect(store.given(left('o-1', '1'), left('o-1', '2')).customer.enrolments).toHaveLength(2);
});

test('refund 1 of each order is told of', () => {
  const both = noticeOf('OrderRefunded', 'refund.id').given(back('o-1', '1')).when(back('o-2', '1'));
  expect(both.outcome.running).toHaveLength(2);
});

test('the same parcel is told of once, whatever the id of its event', () => {
  const again = orderEvent('OrderShipped', 'o-1', noon, { eventId: 'again', shipment: { id: '1' } });
  expect(
    noticeOf('OrderShipped', 'shipment.id').given(left('o-1', '1'), again).customer.enrolments,
  ).toHaveLength(1);
});

test('what is of no order is known by itself', () => {
  const trigger: Trigger = { on: 'BookingMade', oncePer: { key: 'booking.id' }, whileRunning: 'parallel' };
  const booked = (eventId: string) => event('BookingMade', noon, { eventId, booking: { id: 'b-1' } });
  const { customer } = storeWith([transactional({ trigger })]).given(booked('e-1'), booked('e-2'));
  expect(customer.enrolments.map(({ key }) => key)).toEqual(['b-1']);
});
