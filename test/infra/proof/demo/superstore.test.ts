import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { readSuperstore, superstoreCsv } from '../../../../infra/proof/demo/superstore.ts';
import { storeZone, superstoreEvents } from '../../../../infra/proof/demo/superstore-events.ts';
import { zoneOfState } from '../../../../infra/proof/demo/us-time-zones.ts';
import { parseEvent } from '../../../../shared/core/events/event-schema.ts';

const orders = readSuperstore(superstoreCsv());
const entries = superstoreEvents(orders, 'storefront');
const details = entries.map((entry) => JSON.parse(entry.detail));
const placed = details.filter((_, index) => entries[index]?.detailType === 'OrderPlaced');

const head =
  '"Row ID","Order ID","Order Date","Ship Date","Customer ID","Customer Name","State","Product ID","Category","Product Name","Sales","Quantity","Discount","Profit"';
const row = (customer: string, state: string) =>
  `1,"O-1",2016-11-08,2016-11-08,"${customer}","Ann Example","${state}","P-1","Paper","Pads",957.5775,5,0.45,-383.031`;

describe('the data set', () => {
  test('the orders are 5,009 of 793 customers in 9,994 lines, each of one customer', () => {
    expect(orders).toHaveLength(5009);
    expect(new Set(orders.map((order) => order.id)).size).toBe(5009);
    expect(new Set(orders.map((order) => order.customerId)).size).toBe(793);
    expect(orders.flatMap((order) => order.lines)).toHaveLength(9994);
  });

  test('an order of two customers is refused', () => {
    const csv = [head, row('C-1', 'Ohio'), row('C-2', 'Ohio')].join('\n');
    expect(() => readSuperstore(csv)).toThrow(/O-1 differ in "Customer ID"/);
  });

  test('a row without a field is refused', () => {
    expect(() => readSuperstore([head, row('', 'Ohio')].join('\n'))).toThrow(/no "Customer ID"/);
  });

  test('every state has a time zone that exists', () => {
    for (const { state } of orders) {
      const timeZone = zoneOfState(state);
      expect(timeZone, state).toBeDefined();
      expect(() => new Intl.DateTimeFormat('en', { timeZone })).not.toThrow();
    }
    expect(zoneOfState('Bavaria')).toBeUndefined();
  });
});

describe('the events', () => {
  test('each order becomes one OrderPlaced and one OrderShipped, as the engine reads them', () => {
    const count = (type: string) => entries.filter((entry) => entry.detailType === type).length;
    expect([count('OrderPlaced'), count('OrderShipped')]).toEqual([5009, 5009]);
    entries.forEach((entry, index) => {
      const event = parseEvent(entry.detailType, details[index], entry.at);
      expect(event?.toldAt).toBeUndefined();
      expect(event?.occurredAt.equals(entry.at)).toBe(true);
    });
  });

  test('the same orders give the same events', () => {
    const again = superstoreEvents(readSuperstore(superstoreCsv()), 'storefront');
    expect(JSON.stringify(again)).toBe(JSON.stringify(entries));
  });

  test('event ids are unique and the entries are in time order', () => {
    expect(new Set(details.map((detail) => detail.eventId)).size).toBe(entries.length);
    const times = entries.map((entry) => entry.at.epochMilliseconds);
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });

  test('money is whole cents', () => {
    const events = superstoreEvents(readSuperstore([head, row('C-1', 'Ohio')].join('\n')), 'storefront');
    const { order } = JSON.parse(events[0]?.detail ?? '');
    expect(order).toMatchObject({ currency: 'USD', total: 95758, discount: 78347 });
    expect(order.items[0]).toMatchObject({ quantity: 5, unitPrice: 19152, cost: 26812 });
    for (const each of placed) {
      const amounts = [each.order.total, each.order.discount];
      for (const line of each.order.items) amounts.push(line.unitPrice, line.cost);
      expect(amounts.every(Number.isInteger)).toBe(true);
    }
  });

  test('a customer has one fictional address and one zone for all her orders', () => {
    const known = new Map<string, string>();
    for (const { customer } of placed) {
      expect(customer.email).toBe(`${customer.id.toLowerCase()}@example.com`);
      expect(customer).toMatchObject({ locale: 'en', acceptsMarketing: true });
      expect(known.get(customer.id) ?? customer.timeZone).toBe(customer.timeZone);
      known.set(customer.id, customer.timeZone);
    }
    expect(new Set(known.values()).size).toBeGreaterThan(4);
  });

  test('an order comes at a humane hour of its day, and its parcel leaves later', () => {
    const shippedAt = new Map(
      details.filter((detail) => detail.shipment).map((detail) => [detail.order.id, detail.occurredAt]),
    );
    const days = new Map(orders.map((order) => [order.id, order.orderedOn]));
    for (const { order, occurredAt, customer } of placed) {
      const at = Temporal.Instant.from(occurredAt);
      const local = at.toZonedDateTimeISO(customer.timeZone);
      expect(local.hour).toBeGreaterThanOrEqual(10);
      expect(local.hour).toBeLessThanOrEqual(20);
      expect(local.toPlainDate().toString()).toBe(days.get(order.id));
      const shipped = Temporal.Instant.from(shippedAt.get(order.id) ?? '');
      expect(Temporal.Instant.compare(shipped, at)).toBe(1);
    }
  });

  test('many events share a moment, so that time has few stops', () => {
    expect(new Set(entries.map((entry) => entry.at.epochMilliseconds)).size).toBeLessThan(2500);
    expect(storeZone).toBe('America/New_York');
  });
});
