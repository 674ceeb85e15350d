/** A replay that tells facts only, and what it leaves for the event itself to do. */
import { expect, test } from 'vitest';
import type { StoreEvent } from '../../../shared/core/events/event.ts';
import { cancelled, placed, registered, shipped } from '../../support/events.ts';
import { late, storeWith } from '../../support/given.ts';
import { afterParcel, marketing, send as sendOf, transactional, waitUntil } from '../../support/scenarios.ts';

const monday = '2026-03-02 12:30';
const tuesday = '2026-03-03 12:30';
const welcome = marketing({
  id: 'welcome',
  trigger: { on: 'CustomerRegistered', oncePer: 'ever', whileRunning: 'ignore' },
  steps: [waitUntil('week', 7, 'entry'), sendOf('a')],
});
const store = storeWith([transactional(), afterParcel, welcome]);
const facts = (event: StoreEvent) => ({ ...event, replay: 'facts' as const });
const send = (event: StoreEvent) => ({ ...event, replay: 'send' as const });
const order = placed('o-1', monday);

test('a lost order replayed as a fact is counted and lets nobody in', () => {
  const { customer } = store
    .given()
    .when(late(facts(order), tuesday))
    .then({ because: 'applied', running: [], armed: [] });
  expect(customer.lifecycle.orders).toBe(1);
  expect(customer.profile.email).toBe('hana@example.com');
  expect(customer.consent.all?.is).toBe('granted');
});

test.each([
  ['a replay that may send', send(order)],
  ['the order itself, come late', order],
])('after the facts, %s lets in what is fresh, once, and counts nothing twice', (_, again) => {
  const told = store.given(late(facts(order), tuesday));
  const { customer } = told.when(late(again, tuesday)).then({ because: 'entered, entered' });
  expect(customer.lifecycle.orders).toBe(1);
  const live = store.given(late(order, tuesday)).customer;
  expect(customer).toEqual(live);
  store.from(customer).when(late(again, tuesday)).then({ because: 'duplicate-event' });
  store
    .from(customer)
    .when(late(facts(order), tuesday))
    .then({ because: 'duplicate-event' });
});

test('facts replayed twice leave the same record as once', () => {
  const once = store.given(late(facts(order), tuesday));
  const twice = once.when(late(facts(order), tuesday)).then({ because: 'duplicate-event', armed: [] });
  expect(twice.customer).toBe(once.customer);
});

test('what is stale when its facts are replayed leaves no mark, and a replay that may send lets nobody in', () => {
  const april = '2026-04-02 12:30';
  const told = store.given(late(facts(order), april));
  expect(told.customer.orders).toEqual(store.given(late(order, april)).customer.orders);
  told.when(late(send(order), april)).then({ because: 'duplicate-event', running: [] });
});

test('what is fresh at the facts and stale afterwards ends as too late', () => {
  const told = store.given(late(facts(order), tuesday));
  told.when(late(send(order), '2026-03-08 12:30')).then({ because: 'too-late, too-late', running: [] });
});

test('an order that was let in is let in by no replay, though its run is over and forgotten', () => {
  const history = store.given(order);
  history.when(late(facts(order), tuesday)).then({ because: 'duplicate-event' });
  history.when(late(send(order), tuesday)).then({ because: 'duplicate-event' });
  const forgotten = { ...history.customer, enrolments: [], ended: [] };
  store
    .from(forgotten)
    .when(late(send(order), tuesday))
    .then({ because: 'duplicate-event', running: [] });
});

test('an order cancelled among the facts lets nobody in afterwards', () => {
  const gone = store.given(late(facts(order), tuesday), late(facts(cancelled('o-1', monday)), tuesday));
  gone.when(late(send(order), tuesday)).then({ because: 'order-ended-before, order-ended-before' });
});

test('facts end and re-time what runs', () => {
  const running = store.given(order);
  running
    .when(late(facts(cancelled('o-1', tuesday)), tuesday))
    .then({ because: 'exit-rule', ended: ['letters: exit-rule'], armed: [] });
  running
    .when(late(facts(shipped('o-1', tuesday)), tuesday))
    .then({ because: 're-timed', armed: ['2026-03-12 10:00'] });
});

test('an event without an order is owed in the ring, and let in once', () => {
  const told = store.given(late(facts(registered(monday)), tuesday));
  const { customer } = told.when(late(send(registered(monday)), tuesday)).then({ because: 'entered' });
  expect(customer.seen.filter((word) => !word.startsWith('@'))).toHaveLength(1);
  store
    .from(customer)
    .when(late(send(registered(monday)), tuesday))
    .then({ because: 'duplicate-event' });
});
