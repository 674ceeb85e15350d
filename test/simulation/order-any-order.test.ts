/** Whatever the facts of an order, and in whatever order they come and how often: the answers are the same, and the model's. */
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { applyEvents } from '../../shared/core/enrolments/apply-events.ts';
import type { StoreEvent } from '../../shared/core/events/event.ts';
import { parseEvent } from '../../shared/core/events/event-schema.ts';
import { openBook } from '../../shared/core/language/scenario-book.ts';
import { lifecycleAsked, ownedAt } from '../../shared/core/questions/purchases.ts';
import { type Customer, newCustomer } from '../../shared/core/record/customer.ts';
import { arrivedAt } from '../../shared/core/record/orders/order-arrival.ts';
import { isAllDelivered } from '../../shared/core/record/orders/order-parcels.ts';
import { isPurchase, isUndone } from '../../shared/core/record/orders/order-state.ts';
import { settings } from '../support/settings.ts';
import { arbitraryOrder } from './arbitrary-order.ts';
import type { OrderFact } from './order-facts-told.ts';
import { OrderModel } from './order-model.ts';

const book = openBook([], {});
const where = { timeZone: settings.timeZone, settings };
const shop = {
  timeZone: settings.timeZone,
  market: 'JP',
  currency: 'JPY',
  transitDays: settings.transitDays,
};
const instant = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms);
const told = instant(Date.UTC(2026, 2, 31));
/** Before, within and after every deadline and wait of the facts. */
const asked = ['2026-03-06', '2026-03-14', '2026-03-24', '2026-04-20', '2027-02-01', '2027-06-01'].map(
  (day) => Temporal.Instant.from(`${day}T00:00:00Z`),
);

const plain = (value: object): object => JSON.parse(JSON.stringify(value));

function eventOf({ name, occurredAt_ms, detail }: OrderFact, nth: number): StoreEvent {
  const order = { ...(detail.order as object | undefined), id: 'o-1' };
  const occurredAt = instant(occurredAt_ms).toString();
  const whole = plain({ ...detail, eventId: `e-${nth}`, occurredAt, customer: { id: 'c-1' }, order });
  const event = parseEvent(name, whole, told);
  if (!event || event.unread) throw new Error(`not read: ${JSON.stringify(whole)}`);
  return event;
}

const after = (events: readonly StoreEvent[]): Customer =>
  events.reduce(
    (known, event) => applyEvents(known, [event], { at: told, settings, book }).customer,
    newCustomer('mori', 'c-1'),
  );

function answers(customer: Customer) {
  const [order] = customer.orders;
  const moments = asked.map((at) => {
    const { orders, spentIn365Days, bought } = lifecycleAsked(customer, { at, settings });
    const spent = Object.entries(spentIn365Days).filter(([, amount]) => amount > 0);
    const owned = ownedAt(customer, at).map(({ productId, quantity, at: since }) => [
      productId,
      quantity,
      since,
    ]);
    return plain({ orders, spent, bought, owned, is: order && isPurchase(order, at) });
  });
  const { placedAt = told } = order ?? {};
  return plain({
    moments,
    undone: order && isUndone(order),
    arrived: order && arrivedAt(order, placedAt, where),
    delivered: order && isAllDelivered(order),
    labels: customer.labels.toSorted(),
  });
}

const runs = { numRuns: 200 };
const shuffled = arbitraryOrder.chain((facts) =>
  fc.tuple(
    fc.constant(facts),
    fc.shuffledSubarray([...facts.keys(), ...facts.keys()], { minLength: facts.length * 2 }),
  ),
);

test('any facts of an order give the same answers in any order of arrival, each told twice', () => {
  fc.assert(
    fc.property(shuffled, ([facts, order]) => {
      const events = facts.map(eventOf);
      const other = order.flatMap((nth) => events[nth] ?? []);
      expect(answers(after(other))).toEqual(answers(after(events)));
    }),
    runs,
  );
});

test('any facts of an order say what a model of the table in docs/events.md says', () => {
  fc.assert(
    fc.property(arbitraryOrder, (facts) => {
      const [order] = after(facts.map(eventOf)).orders;
      const model = new OrderModel(facts, shop);
      if (!order) {
        expect(facts).toEqual([]);
        return;
      }
      expect(isUndone(order)).toBe(model.isUndone);
      const is = (at: Temporal.Instant) => model.isPurchase(at.epochMilliseconds);
      expect(asked.map((at) => isPurchase(order, at))).toEqual(asked.map(is));
      const arrived = arrivedAt(order, order.placedAt ?? told, where)?.epochMilliseconds;
      if (order.placedAt && arrived !== undefined)
        expect(arrived).toBeGreaterThanOrEqual(model.arrivesAt_ms ?? Number.POSITIVE_INFINITY);
    }),
    runs,
  );
});
