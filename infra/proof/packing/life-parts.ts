/** The parts of a customer's life: what is bought, looked at, subscribed, booked and said, each some times a year. */
import { Temporal } from 'temporal-polyfill';
import type { Life } from './life.ts';

const minute_ms = 60_000;
const hour_ms = 60 * minute_ms;
const day_ms = 24 * hour_ms;
const year_ms = 365 * day_ms;
const rfc = (at_ms: number) =>
  Temporal.Instant.fromEpochMilliseconds(Math.floor(at_ms / 1000) * 1000).toString();

/** Moments of a life, `perYear` on average. */
function some({ draw, start_ms, end_ms }: Life, perYear: number): number[] {
  const mean = (perYear * (end_ms - start_ms)) / year_ms;
  const count = Math.floor(mean) + (draw.chance(mean % 1) ? 1 : 0);
  const moments = Array.from({ length: count }, () => start_ms + draw.fraction() * (end_ms - start_ms));
  return moments.map(Math.floor).sort((one, other) => one - other);
}

function goodsOf({ draw, shop }: Life) {
  return Array.from({ length: draw.pick([1, 1, 2, 3]) }, () => ({
    ...draw.pick(shop.goods),
    quantity: draw.pick([1, 1, 1, 2]),
  }));
}

export function orders(life: Life): void {
  const { draw, shop } = life;
  // The first order comes with the customer, as most customers do.
  const moments = [life.start_ms + 2 * minute_ms, ...some(life, life.ordersPerYear)];
  for (const at_ms of moments) {
    const id = shop.idOf('order', draw);
    const items = goodsOf(life);
    const total = items.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice, 0);
    const about = { order: { id } };
    life.tell(
      'OrderPlaced',
      at_ms,
      { order: { id, currency: 'JPY', total, items, orderedVia: 'web' } },
      true,
    );
    life.tell('OrderPaid', at_ms + draw.int(1, 300) * 1000, about);
    if (draw.chance(0.03)) {
      life.tell('OrderCancelled', at_ms + draw.int(1, 20) * hour_ms, about);
      continue;
    }
    const shipped_ms = at_ms + draw.int(hour_ms, 3 * day_ms);
    const parcel = {
      ...about,
      shipment: { id: shop.idOf('parcel', draw), carrier: 'yamato', trackingNumber: `${draw.int(1e9, 9e9)}` },
    };
    life.tell('OrderShipped', shipped_ms, parcel);
    const arrived_ms = shipped_ms + draw.int(12 * hour_ms, 4 * day_ms);
    life.tell('OrderDelivered', arrived_ms, parcel);
    if (draw.chance(0.04)) life.tell('OrderReturned', arrived_ms + draw.int(1, 20) * day_ms, about);
    if (draw.chance(0.2)) {
      const review = { productId: items[0]?.productId ?? '', rating: draw.int(1, 5), mayQuote: true };
      life.tell('ReviewPosted', arrived_ms + draw.int(5, 40) * day_ms, { review });
    }
  }
}

export function carts(life: Life): void {
  const { draw, shop } = life;
  for (const at_ms of some(life, 3)) {
    const id = shop.idOf('cart', draw);
    const cart = { id, currency: 'JPY', items: goodsOf(life), url: `${shop.site}/carts/${id}` };
    life.tell('CartUpdated', at_ms, { cart });
    if (draw.chance(0.4)) life.tell('CheckoutStarted', at_ms + draw.int(1, 20) * minute_ms, { cart });
  }
}

export function views(life: Life): void {
  const { draw, shop } = life;
  for (const at_ms of some(life, 20)) {
    const { productId: id, name, category } = draw.pick(shop.goods);
    const product = { id, name, category, url: `${shop.site}/products/${id}` };
    life.tell('ProductViewed', at_ms, { product });
  }
}

export function subscriptions(life: Life): void {
  const { draw, shop } = life;
  if (!draw.chance(0.15)) return;
  const interval_days = draw.pick([14, 30]);
  const subscription = {
    id: shop.idOf('subscription', draw),
    productId: draw.pick(shop.goods).productId,
    intervalDays: interval_days,
  };
  let at_ms = life.start_ms + Math.floor(draw.fraction() * 100 * day_ms);
  for (
    let nth = 1;
    nth <= draw.int(2, 30) && at_ms < life.end_ms;
    nth += 1, at_ms += interval_days * day_ms
  ) {
    const renewsAt = rfc(at_ms + interval_days * day_ms);
    const name = nth === 1 ? 'SubscriptionStarted' : 'SubscriptionRenewed';
    life.tell(name, at_ms, { subscription: { ...subscription, renewsAt, nth } });
  }
  if (draw.chance(0.5)) life.tell('SubscriptionCancelled', at_ms + day_ms, { subscription });
}

export function bookings(life: Life): void {
  const { draw, shop } = life;
  for (const at_ms of some(life, 0.4)) {
    const starts_ms = at_ms + draw.int(2, 30) * day_ms;
    const booking = {
      id: shop.idOf('booking', draw),
      name: shop.wordOf(draw),
      place: shop.wordOf(draw),
      startsAt: rfc(starts_ms),
    };
    life.tell('BookingMade', at_ms, { booking });
    if (draw.chance(0.8)) life.tell('BookingAttended', starts_ms + 2 * hour_ms, { booking });
  }
}

/** Answers, coupons, points, ranks and questions. */
export function words(life: Life): void {
  const { draw, shop } = life;
  for (const at_ms of some(life, 3)) {
    const date = rfc(at_ms + draw.int(5, 90) * day_ms).slice(0, 10);
    const kind = draw.int(1, 6);
    if (kind <= 2) {
      const survey = { id: draw.pick(['early', 'pulse', 'ninety-day']), answers: { q1: draw.int(0, 2) } };
      life.tell('SurveyAnswered', at_ms, { survey });
    } else if (kind === 3) {
      life.tell('PointsChanged', at_ms, {
        points: { balance: draw.int(0, 900), expiring: 100, expiresAt: date },
      });
    } else if (kind === 4) {
      life.tell('RankChanged', at_ms, { rank: { name: draw.pick(['silver', 'gold']), until: date } });
    } else if (kind === 5) {
      life.tell('CouponRedeemed', at_ms, { coupon: { code: shop.wordOf(draw) } });
    } else {
      const help = { help: { id: shop.idOf('help', draw), topic: shop.wordOf(draw) } };
      life.tell('HelpRequested', at_ms, help);
      life.tell('HelpResolved', at_ms + draw.int(1, 90) * hour_ms, help);
    }
  }
}
