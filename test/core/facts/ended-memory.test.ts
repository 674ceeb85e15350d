/** Until when the record remembers an enrolment that has ended. */
import { expect, test } from 'vitest';
import { tidied } from '../../../shared/core/facts/tidy-record.ts';
import type { EndedEnrolment } from '../../../shared/core/record/customer.ts';
import { minutes } from '../../../shared/core/values/duration.ts';
import { at, cart, delivered, orderEvent, placed, shipped } from '../../support/events.ts';
import { storeWith, timer, word } from '../../support/given.ts';
import { marketing, send, transactional, waitFor } from '../../support/scenarios.ts';

const monday = '2026-03-02 12:30';

test('the memory of a scenario that this code does not have is kept', () => {
  const { customer } = storeWith([transactional()]).given(placed('o-1', monday), timer('thanks'));
  const later = storeWith([]).around(at('2026-06-01 12:00'));
  expect(tidied(customer, later).ended).toHaveLength(1);
  expect(tidied(tidied(customer, later), later).ended).toHaveLength(1);
});

test.each([
  ['of a cart', { on: 'CartUpdated', oncePer: 'cart' }, 60],
  ['of a value', { on: 'CartUpdated', oncePer: { key: 'cart.id' } }, 400],
  ['of a command', { command: true, oncePer: { every: minutes(1) } }, 3],
  ['of a command to a scenario of orders', { on: 'OrderPlaced', oncePer: 'order' }, 3],
] as const)('the memory %s stays for as long as it may come again', (_, trigger, days) => {
  const scenario = marketing({
    trigger: { ...trigger, whileRunning: 'parallel' },
    steps: [waitFor('moment', minutes(1)), send('b')],
  });
  const store = storeWith([scenario]);
  const isByWord = 'command' in trigger || trigger.oncePer === 'order';
  const came = isByWord ? word('letters', 'k-1', monday) : cart('k-1', monday, 'p-1');
  const { customer } = store.given(came, timer('letters'));
  const after = (whole: number) => {
    const then = store.around(at(monday).add({ hours: 24 * whole }));
    return tidied(tidied(customer, then), then).ended;
  };
  expect(after(days)).toMatchObject([{ key: 'k-1' }]);
  expect(after(days + 2)).toEqual([]);
});

test('of too many memories those go that are over soonest, wherever they stand', () => {
  const parts = { steps: [send('b')] };
  const booked = marketing({
    ...parts,
    id: 'booked',
    trigger: { on: 'BookingMade', oncePer: { key: 'booking.id' } },
  });
  const left = marketing({ ...parts, trigger: { on: 'CartUpdated', oncePer: 'cart' } });
  const store = storeWith([booked, left]);
  const memory = (scenario: string, n: number): EndedEnrolment => ({
    id: `${scenario}-${n}`,
    scenario,
    version: 1,
    key: `k-${n}`,
    enteredAt: at(monday),
    at: at(monday),
    because: 'completed',
  });
  const ended = [memory('booked', 0), ...Array.from({ length: 50 }, (_, n) => memory('letters', n))];
  const kept = tidied({ ...store.given().customer, ended }, store.around(at(monday))).ended;
  expect(kept).toHaveLength(40);
  expect(kept[0]?.scenario).toBe('booked');
});

test.each([
  ['an eventId', { on: 'OrderDelivered', oncePer: { key: 'eventId' } }],
  ['a parcel, which the order is known by as well', { on: 'OrderShipped', oncePer: { key: 'shipment.id' } }],
] as const)('the memory of %s is gone once its event is too old to let in', (_, trigger) => {
  const scenario = transactional({ trigger });
  const store = storeWith([scenario]);
  const came = trigger.on === 'OrderShipped' ? shipped : delivered;
  const { customer } = store.given(placed('o-1', monday), came('o-1', monday, 's-1'), timer('thanks'));
  const after = (hours: number) => tidied(customer, store.around(at(monday).add({ hours }))).ended;
  expect(after(95)).toHaveLength(1);
  expect(after(97)).toEqual([]);
});

test('the memory of a parcel whose order the ledger has let go of stays', () => {
  const scenario = transactional({ trigger: { on: 'OrderShipped', oncePer: { key: 'shipment.id' } } });
  const store = storeWith([scenario]);
  const { customer } = store.given(shipped('o-1', monday, 's-1'), timer('thanks'));
  const later = store.around(at(monday).add({ hours: 24 * 300 }));
  expect(tidied({ ...customer, orders: [] }, later).ended).toMatchObject([{ key: 'o-1/s-1' }]);
});

test.each(['OrderRefunded', 'OrderReturned'] as const)(
  'a second %s of one order, days later, is no entry of its own where its scenario comes once for an order',
  (name) => {
    const store = storeWith([transactional({ trigger: { on: name, oncePer: 'order' } })]);
    const part = (id: string, when: string) =>
      orderEvent(name, 'o-1', when, { refund: { id, amount: 100, currency: 'JPY' } });
    const first = store.given(placed('o-1', monday), part('r-1', monday), timer('thanks'));
    const later = store.around(at(monday).add({ hours: 72 }));
    const forgotten = tidied(tidied(first.customer, later), later);
    expect(forgotten.ended).toMatchObject([{ key: 'o-1' }]);
  },
);
