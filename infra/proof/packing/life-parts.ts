/** The parts of a customer's life: what is bought, looked at, subscribed, booked and said, each some times a year. */
import { Temporal } from 'temporal-polyfill';
import type { PackedLife } from './life.ts';

const minute_ms = 60_000;
const hour_ms = 60 * minute_ms;
const day_ms = 24 * hour_ms;
const year_ms = 365 * day_ms;
const rfc = (at_ms: number) =>
  Temporal.Instant.fromEpochMilliseconds(Math.floor(at_ms / 1000) * 1000).toString();

/** Moments of a life, `perYear` on average. */
function some({ dice, start_ms, end_ms }: PackedLife, perYear: number): number[] {
  const mean = (perYear * (end_ms - start_ms)) / year_ms;
  const count = Math.floor(mean) + (dice.chance(mean % 1) ? 1 : 0);
  const moments = Array.from({ length: count }, () => start_ms + dice.fraction() * (end_ms - start_ms));
  return moments.map(Math.floor).sort((one, other) => one - other);
}

function goodsOf({ dice, shop }: PackedLife) {
  return Array.from({ length: dice.pick([1, 1, 2, 3, 4]) }, () => ({
    ...dice.pick(shop.goods),
    quantity: dice.pick([1, 1, 1, 2]),
  }));
}

export function orders(life: PackedLife): void {
  const { dice, shop } = life;
  // The first order comes with the customer, as most customers do.
  const moments = [life.start_ms + 2 * minute_ms, ...some(life, life.ordersPerYear)];
  for (const at_ms of moments) {
    const id = shop.idOf('order', dice);
    const items = goodsOf(life);
    const total = items.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice, 0);
    const about = { order: { id } };
    life.tell(
      'OrderPlaced',
      at_ms,
      { order: { id, currency: 'JPY', total, items, orderedVia: 'web' } },
      true,
    );
    life.tell('OrderPaid', at_ms + dice.int(1, 300) * 1000, about);
    if (dice.chance(0.03)) {
      life.tell('OrderCancelled', at_ms + dice.int(1, 20) * hour_ms, about);
      continue;
    }
    const shipped_ms = at_ms + dice.int(hour_ms, 3 * day_ms);
    const parcel = {
      ...about,
      shipment: { id: shop.idOf('parcel', dice), carrier: 'yamato', trackingNumber: `${dice.int(1e9, 9e9)}` },
    };
    life.tell('OrderShipped', shipped_ms, parcel);
    const arrived_ms = shipped_ms + dice.int(12 * hour_ms, 4 * day_ms);
    life.tell('OrderDelivered', arrived_ms, parcel);
    if (dice.chance(0.04)) life.tell('OrderReturned', arrived_ms + dice.int(1, 20) * day_ms, about);
    if (dice.chance(0.2)) {
      const review = { productId: items[0]?.productId ?? '', rating: dice.int(1, 5), mayQuote: true };
      life.tell('ReviewPosted', arrived_ms + dice.int(5, 40) * day_ms, { review });
    }
  }
}

/** A cart is told of each time something is laid into it. */
export function carts(life: PackedLife): void {
  const { dice, shop } = life;
  for (const at_ms of some(life, 3)) {
    const id = shop.idOf('cart', dice);
    const all = Array.from({ length: dice.int(1, 3) }, () => goodsOf(life)).flat();
    for (const many of all.keys()) {
      const items = all.slice(0, many + 1);
      const total = items.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice, 0);
      const cart = { id, currency: 'JPY', total, items, url: `${shop.site}/carts/${id}` };
      life.tell('CartUpdated', at_ms + many * 3 * minute_ms, { cart });
      if (many + 1 === all.length && dice.chance(0.4))
        life.tell('CheckoutStarted', at_ms + (many * 3 + 5) * minute_ms, { cart });
    }
  }
}

export function views(life: PackedLife): void {
  const { dice, shop } = life;
  for (const at_ms of some(life, 20)) {
    const { productId: id, name, category } = dice.pick(shop.goods);
    const product = { id, name, category, url: `${shop.site}/products/${id}` };
    life.tell('ProductViewed', at_ms, { product });
  }
}

export function subscriptions(life: PackedLife): void {
  const { dice, shop } = life;
  if (!dice.chance(0.15)) return;
  const interval_days = dice.pick([14, 30]);
  const subscription = {
    id: shop.idOf('subscription', dice),
    productId: dice.pick(shop.goods).productId,
    intervalDays: interval_days,
  };
  let at_ms = life.start_ms + Math.floor(dice.fraction() * 100 * day_ms);
  for (
    let nth = 1;
    nth <= dice.int(2, 30) && at_ms < life.end_ms;
    nth += 1, at_ms += interval_days * day_ms
  ) {
    const renewsAt = rfc(at_ms + interval_days * day_ms);
    const name = nth === 1 ? 'SubscriptionStarted' : 'SubscriptionRenewed';
    life.tell(name, at_ms, { subscription: { ...subscription, renewsAt, nth } });
  }
  if (dice.chance(0.5)) life.tell('SubscriptionCancelled', at_ms + day_ms, { subscription });
}

export function bookings(life: PackedLife): void {
  const { dice, shop } = life;
  for (const at_ms of some(life, 0.4)) {
    const starts_ms = at_ms + dice.int(2, 30) * day_ms;
    const booking = {
      id: shop.idOf('booking', dice),
      name: shop.wordOf(dice),
      place: shop.wordOf(dice),
      startsAt: rfc(starts_ms),
    };
    life.tell('BookingMade', at_ms, { booking });
    if (dice.chance(0.8)) life.tell('BookingAttended', starts_ms + 2 * hour_ms, { booking });
  }
}

/** Answers, coupons, points, ranks and questions. */
export function words(life: PackedLife): void {
  const { dice, shop } = life;
  for (const at_ms of some(life, 3)) {
    const date = rfc(at_ms + dice.int(5, 90) * day_ms).slice(0, 10);
    const kind = dice.int(1, 6);
    if (kind <= 2) {
      const survey = { id: dice.pick(['early', 'pulse', 'ninety-day']), answers: { q1: dice.int(0, 2) } };
      life.tell('SurveyAnswered', at_ms, { survey });
    } else if (kind === 3) {
      life.tell('PointsChanged', at_ms, {
        points: { balance: dice.int(0, 900), expiring: 100, expiresAt: date },
      });
    } else if (kind === 4) {
      life.tell('RankChanged', at_ms, { rank: { name: dice.pick(['silver', 'gold']), until: date } });
    } else if (kind === 5) {
      life.tell('CouponRedeemed', at_ms, { coupon: { code: shop.wordOf(dice) } });
    } else {
      const help = { help: { id: shop.idOf('help', dice), topic: shop.wordOf(dice) } };
      life.tell('HelpRequested', at_ms, help);
      life.tell('HelpResolved', at_ms + dice.int(1, 90) * hour_ms, help);
    }
  }
}
