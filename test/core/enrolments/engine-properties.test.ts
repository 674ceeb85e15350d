/** What must hold for any history of a customer, drawn at random. */
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { applyEvents as applied } from '../../../shared/core/enrolments/apply-events.ts';
import type { StoreEvent } from '../../../shared/core/events/event.ts';
import { type Customer, newCustomer } from '../../../shared/core/record/customer.ts';
import type { Surroundings } from '../../../shared/core/record/surroundings.ts';
import { at, consent, event, orderEvent, updated } from '../../support/events.ts';
import { storeWith } from '../../support/given.ts';
import { afterParcel, transactional } from '../../support/scenarios.ts';
import { sound } from '../../support/sound-save.ts';

const store = storeWith([transactional(), afterParcel]);
const nobody = newCustomer('mori', 'c-1');
const start = at('2026-03-02 00:00');
const now = store.around(start.add({ hours: 72 }));

const orderNames = [
  'OrderPlaced',
  'OrderShipped',
  'OrderDelivered',
  'OrderCancelled',
  'OrderReturned',
  'OrderRefunded',
] as const;
const minute = fc.integer({ min: 1, max: 72 * 60 - 1 });
const when = (minutes: number) => start.add({ minutes }).toString();
const reachable = { email: 'hana@example.com', acceptsMarketing: true };
const orderLine = fc
  .tuple(fc.constantFrom(...orderNames), fc.nat(5), minute, fc.constantFrom(undefined, 's-1', 's-2'))
  .map(([name, order, minutes, shipment]) =>
    orderEvent(name, `o-${order}`, when(minutes), { customer: reachable, shipment: { id: shipment } }),
  );
const otherLine = fc
  .tuple(minute, fc.constantFrom('Asia/Tokyo', 'America/New_York'), fc.boolean())
  .map(([minutes, timeZone, change]) =>
    change ? consent(when(minutes), false) : updated(when(minutes), { timeZone, name: `at ${minutes}` }),
  );

/** The same (order, type, parcel) is the same fact, so it occurred once: repeats carry the first one's time. */
function consistent(events: readonly StoreEvent[]): StoreEvent[] {
  const first = new Map<string, StoreEvent>();
  const key = ({ name, detail }: StoreEvent) =>
    `${name} ${detail.order?.id} ${detail.order ? detail.shipment?.id : detail.eventId}`;
  const keyOf = (one: StoreEvent) =>
    one.name === 'OrderPlaced' || !/Ship|Deliver/.test(one.name)
      ? key({ ...one, detail: { ...one.detail, shipment: undefined } })
      : key(one);
  for (const one of events) if (!first.has(keyOf(one))) first.set(keyOf(one), one);
  return events.map((one) => first.get(keyOf(one)) ?? one);
}
const orderHistory = fc.array(orderLine, { minLength: 1, maxLength: 20 }).map(consistent);
const history = fc
  .array(fc.oneof({ weight: 4, arbitrary: orderLine }, otherLine), { minLength: 1, maxLength: 20 })
  .map(consistent);

/** Whatever the history, each state of the record is fit to be saved after the one before. */
function applyEvents(customer: Customer, events: readonly StoreEvent[], around: Surroundings) {
  return sound(customer, { ...applied(customer, events, around), effects: [] }, around);
}

const oneByOne = (events: readonly StoreEvent[], from: Customer = nobody) =>
  events.reduce((known, one) => applyEvents(known, [one], now).customer, from);
const plain = (customer: Customer) => JSON.parse(JSON.stringify(customer));
const byTime = (events: readonly StoreEvent[]) =>
  events.toSorted((a, b) => Temporal.Instant.compare(a.occurredAt, b.occurredAt));

test('the same events a second time change nothing, together or one by one', () => {
  fc.assert(
    fc.property(history, (events) => {
      const once = applyEvents(nobody, events, now);
      const again = applyEvents(once.customer, events, now);
      expect(again.changed).toBe(false);
      expect(again.customer).toBe(once.customer);
      expect(again.before).toEqual([]);
      expect(again.after).toEqual(once.after);
      expect(oneByOne(events, once.customer)).toBe(once.customer);
    }),
    { numRuns: 300 },
  );
});

test('a batch is the same as its events one by one, in the order in which they occurred', () => {
  fc.assert(
    fc.property(history, (events) => {
      expect(plain(applyEvents(nobody, events, now).customer)).toEqual(plain(oneByOne(byTime(events))));
    }),
    { numRuns: 300 },
  );
});

test('whatever the order and however often order events come, the counters are the same', () => {
  const mixed = orderHistory.chain((events) =>
    fc.tuple(
      fc.constant(events),
      fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 }),
    ),
  );
  fc.assert(
    fc.property(mixed, ([events, shuffled]) => {
      const straight = oneByOne(byTime(events));
      const crooked = oneByOne(shuffled);
      expect(plain(crooked).lifecycle).toEqual(plain(straight).lifecycle);
      const times = (customer: Customer) =>
        Object.fromEntries(
          customer.orders.map((o) => [
            o.id,
            plain({ ...nobody, orders: [{ ...o, seen: o.seen.toSorted() }] }).orders,
          ]),
        );
      expect(times(crooked)).toEqual(times(straight));
    }),
    { numRuns: 300 },
  );
});

test('no order ever has two runs of one scenario, and nobody two stories of one that restarts', () => {
  const shuffled = history.chain((events) =>
    fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 }),
  );
  fc.assert(
    fc.property(shuffled, (events) => {
      let known: Customer = nobody;
      for (const one of events) {
        known = applyEvents(known, [one], now).customer;
        const keys = [...known.enrolments, ...known.ended].map(
          (enrolment) => `${enrolment.scenario} ${enrolment.key}`,
        );
        expect(new Set(keys).size).toBe(keys.length);
        const running = known.enrolments.filter(
          (enrolment) => enrolment.scenario === 'letters' && !enrolment.ended,
        );
        expect(running.length).toBeLessThanOrEqual(1);
      }
      const ids = known.enrolments.map((enrolment) => enrolment.id);
      expect(new Set(ids).size).toBe(ids.length);
    }),
    { numRuns: 300 },
  );
});

test('a cancelled order runs no story, in whichever order it was told', () => {
  fc.assert(
    fc.property(orderHistory, (events) => {
      const known = oneByOne(events);
      const cancelled = new Set(
        events.filter((e) => e.name === 'OrderCancelled').map((e) => e.detail.order?.id),
      );
      const running = known.enrolments.filter(
        (enrolment) => enrolment.scenario === 'letters' && !enrolment.ended,
      );
      for (const enrolment of running) expect(cancelled.has(enrolment.order)).toBe(false);
    }),
    { numRuns: 300 },
  );
});

test('what an enrolment keeps does not depend on what else the event says', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (extra) => {
      const known = applyEvents(
        nobody,
        [
          event('OrderPlaced', when(1), {
            ...extra,
            eventId: 'e',
            customer: reachable,
            order: { id: 'o-1' },
            shipment: undefined,
          }),
        ],
        now,
      ).customer;
      for (const enrolment of known.enrolments) expect(enrolment.event).toEqual({ order: { id: 'o-1' } });
    }),
    { numRuns: 200 },
  );
});
