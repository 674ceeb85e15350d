/** The life of an order, from the checkout to the parcel that comes back. */
import type { EventName } from '../../shared/core/events/event-catalogue.ts';
import { type Desk, withoutGaps } from './storefront-desk.ts';
import { day_ms, hour_ms, minute_ms, momentNear, second_ms } from './storefront-moments.ts';

interface Placed {
  readonly id: string;
  readonly whole: Readonly<Record<string, unknown>>;
  readonly at_ms: number;
  readonly total: number;
}

/** All orders of a customer from `since_ms` on, and the checkouts that came to nothing. */
export function writeOrders(desk: Desk, since_ms: number): void {
  const { random, season, habits } = desk;
  let near = since_ms;
  for (let nth = 1; nth <= habits.orders && near < season.end_ms; ) {
    const sitting = momentNear(random, season, near, habits.wall);
    const together = random.chance(habits.sprees) ? random.int(2, 4) : 1;
    for (let i = 0; i < together; i += 1, nth += 1)
      writeOrder(desk, nth, sitting + i * random.int(0, 20 * second_ms));
    near += Math.max(hour_ms, Math.round(random.fraction() * 2 * habits.orderGap_days * day_ms));
  }
  while (random.chance(0.3)) {
    const at = momentNear(
      random,
      season,
      since_ms + Math.floor(random.fraction() * (season.end_ms - since_ms)),
      habits.wall,
    );
    writeCheckout(desk, `cart-${habits.id}-${random.int(1, 1e6)}`, drawnItems(desk), at);
  }
}

function writeOrder(desk: Desk, nth: number, at_ms: number): void {
  const { random, habits } = desk;
  const items = drawnItems(desk);
  const total = items.reduce((sum, item) => sum + item.quantity * item.unitPrice, 0);
  const id = `o-${habits.id}-${nth}`;
  const whole = withoutGaps({
    id,
    currency: habits.currency,
    total,
    discount: random.chance(0.2) ? Math.floor(total / 10) : undefined,
    coupon: random.chance(0.1) ? 'HELLO10' : undefined,
    orderedVia: random.pick(['web', 'web', 'app', 'phone', undefined]),
    gift: random.chance(0.08) ? true : undefined,
    isTest: random.chance(0.01) ? true : undefined,
    items,
  });
  const order: Placed = { id, whole, at_ms, total };
  if (random.chance(0.4)) writeCheckout(desk, `cart-${id}`, items, at_ms - random.int(1, 50) * minute_ms);
  desk.tell('OrderPlaced', at_ms, { order: whole, ...extras(desk) }, { known: 'profile', box: boxOf(desk) });
  const end_ms = writeCancelling(desk, order);
  writePayment(desk, order, end_ms);
  if (end_ms === undefined || random.chance(0.1)) writeParcels(desk, order);
}

/** A field that the product does not know, to be kept and asked by filters. */
const extras = (desk: Desk) => (desk.random.chance(0.3) ? { shelf: desk.random.pick(['sale', 'new']) } : {});

/** What she does with the tick box in an order: an order never tells an empty one of someone who is not asked. */
function boxOf({ random, habits }: Desk): boolean | undefined {
  if (habits.box === 'unasked') return undefined;
  return habits.box === 'wavers' ? random.pick([true, false, undefined]) : habits.box === 'ticks';
}

function drawnItems({ random, habits }: Desk) {
  const many = random.chance(0.02) ? 30 : random.int(1, 3);
  return Array.from({ length: many }, () => {
    const product = random.int(1, 40);
    return {
      productId: `p-${product}`,
      name: random.pick(['Serum', '美容液', 'Soap {{ 1 }}', 'Cream & <Balm>']),
      category: random.pick(['skincare', 'tea', 'coffee']),
      quantity: random.int(1, 3),
      unitPrice: product * (habits.currency === 'JPY' ? 100 : 250),
      supplyDays: random.pick([14, 30, 60]),
    };
  });
}

function writeCheckout(desk: Desk, id: string, items: readonly object[], at_ms: number): void {
  const cart = { id, currency: desk.habits.currency, items, url: `https://shop.example/carts/${id}` };
  desk.tell('CheckoutStarted', at_ms, { cart }, { known: desk.random.chance(0.5) ? 'profile' : 'id' });
}

function tellOf(
  desk: Desk,
  order: Placed,
  name: EventName,
  at_ms: number,
  parts: object = {},
  sent_ms?: number,
): void {
  const about = desk.habits.wholeOrders ? order.whole : { id: order.id, isTest: order.whole.isTest };
  const told = { known: desk.random.chance(0.3) ? 'profile' : 'id', sent_ms } as const;
  desk.tell(name, at_ms, { order: withoutGaps(about), ...parts }, withoutGaps(told));
}

/** Some at once, some before the parcel leaves, some stamped before the order itself. The stamp of it, if any. */
function writeCancelling(desk: Desk, order: Placed): number | undefined {
  const { random, habits } = desk;
  if (!random.chance(habits.cancels)) return undefined;
  const how = random.pick(['at once', 'soon', 'soon', 'same moment', 'stamped before']);
  const after = {
    'at once': random.int(1, 60 * second_ms),
    soon: random.int(1, 30) * hour_ms,
    'same moment': 0,
  };
  if (how !== 'stamped before') {
    tellOf(desk, order, 'OrderCancelled', order.at_ms + after[how as keyof typeof after]);
    return order.at_ms + after[how as keyof typeof after];
  }
  const stamp = order.at_ms - random.int(1, 5 * minute_ms);
  tellOf(desk, order, 'OrderCancelled', stamp, {}, order.at_ms + random.int(0, hour_ms));
  return stamp;
}

function writePayment(desk: Desk, order: Placed, end_ms: number | undefined): void {
  const { random } = desk;
  let at = order.at_ms + random.int(0, 30 * second_ms);
  while (random.chance(0.08)) {
    tellOf(desk, order, 'PaymentFailed', at);
    at += random.int(1, 40) * hour_ms;
  }
  if (end_ms === undefined || at < end_ms) tellOf(desk, order, 'OrderPaid', at);
}

function writeParcels(desk: Desk, order: Placed): void {
  const { random, habits } = desk;
  const of = random.int(1, habits.mostParcels);
  let last = order.at_ms;
  let arrived = false;
  for (let number = 1; number <= of; number += 1) {
    const nameless = of === 1 && random.chance(0.2);
    const shipment = withoutGaps({
      id: nameless ? undefined : `s-${order.id}-${number}`,
      carrier: 'yamato',
      trackingNumber: `${random.int(1e9, 2e9)}`,
      url: 'https://track.example/',
      number,
      of,
    });
    let at = order.at_ms + random.int(hour_ms, 3 * day_ms);
    if (random.chance(0.06)) tellOf(desk, order, 'OrderDelayed', at, { shipment });
    if (random.chance(0.95)) tellOf(desk, order, 'OrderShipped', at, { shipment });
    at += random.int(10 * hour_ms, 5 * day_ms);
    if (random.chance(0.06)) {
      tellOf(desk, order, 'DeliveryFailed', at, { shipment });
      at += random.int(4 * hour_ms, 2 * day_ms);
    }
    if (!random.chance(0.9)) continue;
    tellOf(desk, order, 'OrderDelivered', at, { shipment });
    last = Math.max(last, at);
    arrived = true;
  }
  if (arrived) writeRegret(desk, order, last);
}

function writeRegret(desk: Desk, order: Placed, arrived_ms: number): void {
  const { random, habits } = desk;
  const at = arrived_ms + random.int(hour_ms, 25 * day_ms);
  if (random.chance(0.03)) tellOf(desk, order, 'OrderExchanged', at);
  const returned = random.chance(habits.returns);
  if (returned) tellOf(desk, order, 'OrderReturned', at);
  if (!returned && !random.chance(0.04)) return;
  const amount = Math.floor(order.total * random.pick([1, 0.5, 0.1]));
  tellOf(desk, order, 'OrderRefunded', at + random.int(0, 3 * day_ms), {
    refund: { amount, partial: amount < order.total },
  });
}
