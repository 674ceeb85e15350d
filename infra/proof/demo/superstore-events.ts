/** The Superstore's orders as the events a storefront would have sent. */
import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { type BusEntry, inOrder } from './bus-entry.ts';
import { type SuperstoreLine, type SuperstoreOrder, SuperstoreUnreadable } from './superstore.ts';
import { zoneOfState } from './us-time-zones.ts';

/**
 * The data set knows days, not hours. All happens at two hours of the store's clock, so that many events fall on one
 * moment; from coast to coast these are humane hours on every customer's own wall (10:00 to 13:00, 17:00 to 20:00).
 */
export const storeZone = 'America/New_York';
const midday = 13;
const evening = 20;

function cents(dollars: number): number {
  return Math.round(Math.round(dollars * 1e6) / 1e4);
}

function item(line: SuperstoreLine) {
  return {
    productId: line.productId,
    name: line.product,
    category: line.category,
    quantity: line.quantity,
    unitPrice: cents(line.sales / line.quantity),
    cost: cents((line.sales - line.profit) / line.quantity),
  };
}

function totalOf(lines: readonly SuperstoreLine[], value: (line: SuperstoreLine) => number): number {
  return cents(lines.reduce((sum, line) => sum + value(line), 0));
}

function orderOnTheWire(order: SuperstoreOrder) {
  return {
    id: order.id,
    currency: 'USD',
    total: totalOf(order.lines, (line) => line.sales),
    discount: totalOf(order.lines, (line) => line.sales / (1 - line.discount) - line.sales),
    items: order.lines.map(item),
  };
}

/** Parcels leave at midday, those of the same day in the evening. */
function hours(order: SuperstoreOrder): { ordered: number; shipped: number } {
  if (order.orderedOn === order.shippedOn) return { ordered: midday, shipped: evening };
  const even = createHash('sha256').update(order.id).digest().readUInt8(0) % 2 === 0;
  return { ordered: even ? midday : evening, shipped: midday };
}

function moment(day: string, hour: number): Temporal.Instant {
  return Temporal.PlainDate.from(day)
    .toZonedDateTime({ timeZone: storeZone, plainTime: { hour } })
    .toInstant();
}

function zoneFor(order: SuperstoreOrder): string {
  const zone = zoneOfState(order.state);
  if (zone) return zone;
  throw new SuperstoreUnreadable(
    `Order ${order.id}: add the time zone of "${order.state}" to us-time-zones.ts.`,
  );
}

function entry(
  order: SuperstoreOrder,
  told: Pick<BusEntry, 'source' | 'detailType' | 'at'>,
  detail: object,
): BusEntry {
  return { ...told, detail: JSON.stringify(detail), customer: order.customerId };
}

function eventsOf(order: SuperstoreOrder, zone: string, source: string): BusEntry[] {
  const { ordered, shipped: left } = hours(order);
  const placedAt = moment(order.orderedOn, ordered);
  const shippedAt = moment(order.shippedOn, left);
  const placed = {
    eventId: `${order.id}-placed`,
    occurredAt: placedAt.toString(),
    customer: {
      id: order.customerId,
      email: `${order.customerId.toLowerCase()}@example.com`,
      name: order.customerName,
      locale: 'en',
      timeZone: zone,
      acceptsMarketing: true,
      source: 'superstore',
    },
    order: orderOnTheWire(order),
  };
  const shipped = {
    eventId: `${order.id}-shipped`,
    occurredAt: shippedAt.toString(),
    customer: { id: order.customerId },
    order: { id: order.id },
    shipment: { id: `${order.id}-1` },
  };
  return [
    entry(order, { source, detailType: 'OrderPlaced', at: placedAt }, placed),
    entry(order, { source, detailType: 'OrderShipped', at: shippedAt }, shipped),
  ];
}

/**
 * `OrderPlaced` and `OrderShipped` of each order, in time order. The same orders always give the same events. A
 * customer's zone is that of the state she first ordered to: the data set ships her parcels all over the country.
 *
 * @param source the event source the deployment listens to
 */
export function superstoreEvents(orders: readonly SuperstoreOrder[], source: string): BusEntry[] {
  const homes = new Map<string, string>();
  for (const order of orders) {
    if (!homes.has(order.customerId)) homes.set(order.customerId, zoneFor(order));
  }
  return inOrder(
    orders.flatMap((order) => eventsOf(order, homes.get(order.customerId) ?? zoneFor(order), source)),
  );
}
