/** The life of an order, from the checkout to the parcel that comes back. */
import type { Random } from './random.ts';
import { type Desk, withoutGaps } from './storefront-desk.ts';
import { day_ms, hour_ms, minute_ms, momentNear, second_ms } from './storefront-moments.ts';
import { writeParcels } from './storefront-parcels.ts';
import { drawnPayment, writePayment } from './storefront-payments.ts';
import { chanceOf, type Item, type Placed, tellOf } from './storefront-placed.ts';
import { writeRefunds, writeRegret } from './storefront-refunds.ts';

/** All orders of a customer from `since_ms` on, and the checkouts that came to nothing. */
export function writeOrders(desk: Desk, since_ms: number): void {
  const { random, season, habits } = desk;
  writeBurst(desk, since_ms);
  let near = since_ms;
  for (let nth = 1; nth <= habits.orders && near < season.end_ms; ) {
    const sitting = momentNear(random, season, near, habits.wall);
    const together = random.chance(habits.sprees) ? random.int(2, 4) : 1;
    for (let i = 0; i < together; i += 1, nth += 1)
      writeOrder(
        desk,
        `${nth}`,
        (nth === 1 ? atCheckout_ms(desk, since_ms) : undefined) ??
          sitting + i * random.int(0, 20 * second_ms),
      );
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

/** Who registers at the checkout has ordered within minutes. */
function atCheckout_ms({ random, habits }: Desk, since_ms: number): number | undefined {
  const own = random.fork('checkout');
  return habits.registers && own.chance(0.2) ? since_ms + own.int(10, 13 * 60) * second_ms : undefined;
}

/** More than the ledger of orders holds. */
const mostAtOnce = 30;

/** Now and then a reseller, or a machine, orders very much within two seconds. */
function writeBurst(desk: Desk, since_ms: number): void {
  const own = desk.random.fork('burst');
  if (desk.habits.orders === 0 || !own.chance(0.04)) return;
  const at_ms = since_ms + Math.floor(own.fraction() * 0.8 * (desk.season.end_ms - since_ms));
  const many = own.int(5, mostAtOnce);
  for (let nth = 1; nth <= many; nth += 1) writeOrder(desk, `b${nth}`, at_ms + own.int(0, 2 * second_ms));
}

function writeOrder(desk: Desk, nth: string, at_ms: number): void {
  const { random, habits } = desk;
  const items = withCards(chanceOf(desk, { id: `o-${habits.id}-${nth}` }, 'cards'), drawnItems(desk));
  const total = items.reduce((sum, item) => sum + item.quantity * item.unitPrice, 0);
  const id = `o-${habits.id}-${nth}`;
  const own = chanceOf(desk, { id }, 'order');
  const whole = {
    ...withoutGaps({
      id,
      currency: own.chance(0.9) ? habits.currency : own.pick(['USD', 'JPY', undefined]),
      total,
      discount: random.chance(0.2) ? Math.floor(total / 10) : undefined,
      coupon: random.chance(0.1) ? 'HELLO10' : undefined,
      orderedVia: random.pick(['web', 'web', 'app', 'phone', undefined]),
      gift: random.chance(0.08) ? true : undefined,
      isTest: random.chance(0.01) ? true : undefined,
      origin: own.chance(0.06) ? own.pick(['exchange', 'store', 'phone', 'renewal']) : undefined,
      shipTo: own.chance(0.15) ? { country: own.pick(['JP', 'US', 'DE']) } : undefined,
    }),
    items,
  };
  const order: Placed = { id, whole, at_ms, total };
  const payment = drawnPayment(chanceOf(desk, order, 'payment'), at_ms);
  const sent_ms = random.chance(0.4) ? writeItsCart(desk, order) : undefined;
  const late_ms = own.chance(0.03) ? at_ms + own.int(1, 30) * hour_ms : undefined;
  desk.tell(
    'OrderPlaced',
    at_ms,
    { order: whole, ...(payment.told && { payment: payment.told }), ...extras(desk) },
    withoutGaps({ known: 'profile', box: boxOf(desk), sent_ms: late_ms ?? sent_ms } as const),
  );
  const end_ms = writeCancelling(desk, order);
  const leaves = writePayment(desk, order, payment, end_ms);
  // Money goes back before anything leaves, and the word of it may come before that of the order.
  if (own.chance(late_ms === undefined ? 0.03 : 0.2))
    writeRefunds(desk, order, at_ms + own.int(0, 30) * minute_ms);
  if (!leaves || (end_ms !== undefined && !random.chance(0.1))) return;
  const arrived_ms = writeParcels(desk, order, payment);
  if (arrived_ms !== undefined) writeRegret(desk, order, arrived_ms);
}

/** The checkout that led to it, by the clock of a browser. When the order leaves the store, if not at once. */
function writeItsCart(desk: Desk, order: Placed): number | undefined {
  const own = chanceOf(desk, order, 'clocks');
  const { id, at_ms, whole } = order;
  const before_ms = desk.random.int(1, 50) * minute_ms;
  const isBehind = own.chance(0.3);
  const cart_ms = isBehind ? at_ms + own.int(1, 9) * minute_ms : at_ms - before_ms;
  writeCheckout(desk, `cart-${id}`, whole.items, cart_ms);
  return isBehind && own.chance(0.5) ? cart_ms + own.int(1, 40 * 60) * second_ms : undefined;
}

/** A field that the product does not know, to be kept and asked by filters. */
const extras = (desk: Desk) => (desk.random.chance(0.3) ? { shelf: desk.random.pick(['sale', 'new']) } : {});

/** What she does with the tick box in an order: an order never tells an empty one of someone who is not asked. */
function boxOf({ random, habits }: Desk): boolean | undefined {
  if (habits.box === 'unasked') return undefined;
  return habits.box === 'wavers' ? random.pick([true, false, undefined]) : habits.box === 'ticks';
}

function drawnItems({ random, habits }: Desk): Item[] {
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

/** Now and then something that no parcel holds: a card for a present, a course. */
const withCards = (own: Random, items: readonly Item[]): Item[] =>
  items.map((item) => (own.chance(0.04) ? { ...item, requiresShipping: false } : item));

function writeCheckout(desk: Desk, id: string, items: readonly object[], at_ms: number): void {
  const cart = { id, currency: desk.habits.currency, items, url: `https://shop.example/carts/${id}` };
  desk.tell('CheckoutStarted', at_ms, { cart }, { known: desk.random.chance(0.5) ? 'profile' : 'id' });
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
