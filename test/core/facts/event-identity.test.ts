import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { applyEvents } from '../../../shared/core/enrolments/apply-events.ts';
import { parseEvent } from '../../../shared/core/events/event-schema.ts';
import { eventHash, newnessOf } from '../../../shared/core/facts/event-identity.ts';
import { at, cancelled, delivered, orderEvent, placed, shipped, updated } from '../../support/events.ts';
import { late, storeWith, timer } from '../../support/given.ts';
import { afterParcel, transactional } from '../../support/scenarios.ts';

const monday = '2026-03-02 12:30';
const store = storeWith([transactional(), afterParcel]);
const lateDay = (n: number) => `2026-04-${String((n % 28) + 1).padStart(2, '0')} 09:00`;

test('an order event is known by order and type, whatever its eventId', () => {
  const again = placed('o-1', '2026-03-02 12:31', { eventId: 'another' });
  const { customer } = store.given(placed('o-1', monday)).when(again).then({ because: 'duplicate-event' });
  expect(customer.lifecycle.orders).toBe(1);
  expect(eventHash(again)).toBe(eventHash(placed('o-1', monday)));
});

test('two orders, two types and two parcels are told apart', () => {
  const history = store.given(placed('o-1', monday), shipped('o-1', '2026-03-03 10:00', 's-1'));
  history.when(shipped('o-1', '2026-03-03 10:00', 's-1')).then({ because: 'duplicate-event' });
  history.when(shipped('o-1', '2026-03-04 10:00', 's-2')).then({ because: 're-timed' });
  history.when(delivered('o-1', '2026-03-04 10:00', 's-1')).then({ because: 're-timed' });
  history.when(placed('o-2', '2026-03-04 10:00')).then({ because: 'goal-met, entered, entered' });
});

test('a shipment named on a cancellation or an order makes no second one of it', () => {
  const named = (name: 'OrderPlaced' | 'OrderCancelled', shipment: string) =>
    orderEvent(name, 'o-1', monday, { shipment: { id: shipment } });
  const { customer } = store.given(
    placed('o-0', monday),
    named('OrderPlaced', 's-1'),
    named('OrderCancelled', 's-1'),
  );
  for (const repeat of [named('OrderPlaced', 's-2'), named('OrderCancelled', 's-2')]) {
    store.from(customer).when(repeat).then({ because: 'duplicate-event' });
  }
});

test('an order in very many parcels stays known as placed', () => {
  const parcels = Array.from({ length: 60 }, (_, n) => shipped('o-1', '2026-03-03 10:00', `s-${n}`));
  const { customer } = store
    .given(placed('o-1', monday), cancelled('o-1', '2026-03-02 13:00'), ...parcels)
    .when(placed('o-1', monday))
    .then({ because: 'duplicate-event' });
  expect(customer.orders[0]?.seen).toHaveLength(24);
  store.from(customer).when(cancelled('o-1', monday)).then({ because: 'duplicate-event' });
});

test('other events are known by their eventId, and the last 32 of them are remembered', () => {
  const change = (n: number) => ({
    ...updated('2026-03-03 10:00', { locale: 'ja' }),
    detail: { eventId: `e-${n}`, customer: { id: 'c-1' } },
  });
  const many = Array.from({ length: 40 }, (_, n) => change(n));
  const { customer } = store.given(...many);
  expect(customer.seen.filter((word) => !word.startsWith('@'))).toHaveLength(32);
  expect(newnessOf(change(8), customer)).toBe('duplicate-event');
  expect(newnessOf(change(7), customer)).toBe('new');
});

test('an event ahead of one server’s clock and not of the next one’s is the same event', () => {
  const started = {
    eventId: 'e-1',
    occurredAt: '2026-03-02T03:30:10Z',
    customer: { id: 'c-1' },
    subscription: { id: 'sub-1' },
  };
  const taken = (arrival: string) => {
    const event = parseEvent('SubscriptionStarted', started, Temporal.Instant.from(arrival));
    if (!event) throw new Error('SubscriptionStarted is not in the catalogue');
    return event;
  };
  const early = taken('2026-03-02T03:30:00Z');
  const again = taken('2026-03-02T03:36:00Z');
  expect(early.occurredAt.toString()).toBe('2026-03-02T03:30:00Z');
  expect(eventHash(again)).toBe(eventHash(early));
  const { customer } = applyEvents(store.given().customer, [early], store.around(early.occurredAt));
  expect(newnessOf(again, customer)).toBe('duplicate-event');
});

test('the same eventId on another type is another event', () => {
  const { customer } = store.given(updated(monday, {}));
  const same = { ...updated(monday, {}), name: 'CustomerRegistered' as const };
  expect(newnessOf(same, customer)).toBe('new');
});

test('a repeat changes nothing and arms exactly what the first delivery armed', () => {
  const order = placed('o-1', monday);
  const first = store.given().when(order);
  const again = store.from(first.customer).when(late(order, '2026-03-02 12:45'));
  again.then({ because: 'duplicate-event', armed: first.outcome.armed });
  expect(again.customer).toBe(first.customer);
  const names = (effects: readonly object[]) =>
    effects.flatMap((effect) => ('name' in effect ? effect.name : []));
  expect(names(again.effects)).toEqual(names(first.effects));
});

test('a repeat arms nothing that another event or a timer has moved since', () => {
  const order = placed('o-1', monday);
  const history = store.given(order, timer('thanks'), shipped('o-1', '2026-03-03 10:00'));
  history.when(late(order, '2026-03-03 11:00')).then({ because: 'duplicate-event', armed: [] });
  history
    .when(late(shipped('o-1', '2026-03-03 10:00'), '2026-03-03 11:00'))
    .then({ armed: ['2026-03-12 10:00'] });
});

test('a test order changes nothing at all', () => {
  const probe = placed('o-1', monday, { order: { isTest: true }, customer: { name: 'Probe' } });
  const { customer, effects } = store.given().when(probe);
  store.given().when(probe).then({ because: 'test-order' });
  expect(customer).toEqual(store.given().customer);
  expect(effects).toEqual([]);
});

const twentyFour = Array.from({ length: 24 }, (_, n) => placed(`o-${n}`, lateDay(n)));

test('the ledger holds 24 orders; what is as old as a forgotten one is too old to tell', () => {
  const history = store.given(...twentyFour, placed('o-24', '2026-04-25 09:00'));
  expect(history.customer.orders).toHaveLength(24);
  expect(history.customer.horizon).toEqual(at(lateDay(0)));
  history.when(late(placed('o-0', lateDay(0)), '2026-04-25 10:00')).then({ because: 'too-old-to-tell' });
  history
    .when(late(placed('never-seen', '2026-03-30 09:00'), '2026-04-25 10:00'))
    .then({ because: 'too-old-to-tell' });
  history.when(late(shipped('o-0', '2026-04-26 09:00'), '2026-04-26 09:00')).then({ because: 'applied' });
  expect(history.customer.lifecycle.orders).toBe(25);
});

test('a redrive of every event after the ledger has forgotten some still counts nothing', () => {
  const all = [...twentyFour, placed('o-24', '2026-04-25 09:00'), placed('o-25', '2026-04-26 09:00')];
  const { customer } = store.given(...all);
  const replay = applyEvents(customer, all, store.around(at('2026-05-09 09:00')));
  expect(replay.changed).toBe(false);
  expect(replay.customer).toBe(customer);
});

test('an old order that comes when the ledger is full counts once', () => {
  const old = late(placed('old', '2026-03-30 09:00'), '2026-03-30 10:00');
  const { customer } = store
    .given(...twentyFour, old)
    .when(old)
    .then({ because: 'duplicate-event' });
  expect(customer.lifecycle).toMatchObject({ orders: 25, firstOrderAt: at('2026-03-30 09:00') });
});
