/** What one customer of the population does: comes, looks, orders, answers, books, subscribes. */
import type { Draw } from './draw.ts';
import { type Good, goods } from './goods.ts';
import { day_ms, type PopulationPlan, start_ms } from './plans.ts';
import type { PopulationEvent } from './population.ts';

const hour_ms = 3_600_000;
const minute_ms = 60_000;
/** A year of one customer, on average. */
const aYear = { orders: 3, carts: 3, views: 20, bookings: 0.2 };
/** Of a hundred customers so many have a subscription, and of a hundred surveys so many are answered. */
const shares = { consent: 0.75, subscribes: 0.1, answersEarly: 0.5, answersPulse: 0.4 };
/** So many of the carts become an order at once. */
const bought = 2 / 3;

interface Person {
  readonly draw: Draw;
  readonly id: string;
  readonly consents: boolean;
  /** So many times as much as the average customer does. */
  readonly keen: number;
  readonly from_ms: number;
  readonly until_ms: number;
  readonly events: PopulationEvent[];
}

export function customerEvents(draw: Draw, plan: PopulationPlan, nth: number): PopulationEvent[] {
  const comes_days = ((nth + draw.fraction('comes', nth)) / plan.customers) * plan.comeWithin_days;
  const person: Person = {
    draw,
    id: `c-${nth}`,
    // Three of four in a row, so that the share holds whatever their number.
    consents: (nth % 4) / 4 < shares.consent,
    keen: plan.keenness[nth % plan.keenness.length] ?? 1,
    from_ms: start_ms + Math.floor(comes_days * day_ms),
    until_ms: start_ms + plan.days * day_ms,
    events: [],
  };
  tell(person, person.from_ms, 'CustomerRegistered', {});
  writeVisits(person);
  writeOrders(person);
  writeBookings(person);
  if (draw.chance(shares.subscribes, person.id, 'subscribes')) writeSubscription(person);
  return person.events;
}

/** Forms that ask who the customer is, with the tick box for marketing. */
const forms: readonly string[] = ['CustomerRegistered', 'OrderPlaced'];

function tell(person: Person, at_ms: number, name: string, parts: object): void {
  if (at_ms >= person.until_ms) return;
  const { id, events, consents } = person;
  const box = consents && { acceptsMarketing: true };
  const customer = forms.includes(name) ? { id, ...profileOf(id), ...box } : { id };
  const occurredAt = new Date(at_ms).toISOString();
  events.push({
    at_ms,
    name,
    detail: { eventId: `${id}/${events.length}`, occurredAt, customer, ...parts },
  });
}

/** One in forty gave an address that nobody reads: the mail service reports a bounce of its first mail. */
const unreachable = 'c-16';

const profileOf = (id: string) => ({
  email: id === unreachable ? `bounce+${id}@simulator.amazonses.com` : `${id}@example.com`,
  name: 'お客様',
  locale: 'ja',
  timeZone: 'Asia/Tokyo',
});

/** Moments of something that happens `often` a year: anywhere in the time, by day. */
function moments({ draw, id, keen, from_ms, until_ms }: Person, often: number, what: string): number[] {
  const years = (until_ms - from_ms) / (365 * day_ms);
  const many = Math.floor(often * keen * years + draw.fraction(id, what, 'many'));
  return Array.from({ length: many }, (_, nth) => {
    const at_ms = from_ms + draw.fraction(id, what, nth) * (until_ms - from_ms);
    const day = Math.floor((at_ms - start_ms) / day_ms);
    // Between 8 and 23 o'clock in Tokyo.
    const inDay_ms = draw.whole([-60, 839], id, what, nth, 'minute') * minute_ms;
    return Math.max(start_ms + day * day_ms + inDay_ms, from_ms + 10 * minute_ms);
  }).sort((a, b) => a - b);
}

function writeVisits(person: Person): void {
  const { draw, id } = person;
  for (const [nth, at_ms] of moments(person, aYear.views, 'view').entries()) {
    const { price, supplyDays: _, ...good } = draw.pick(goods, id, 'viewed', nth);
    const url = `https://shop.example.com/goods/${good.id}`;
    tell(person, at_ms, 'ProductViewed', { product: { ...good, price, currency: 'JPY', url } });
  }
  // The carts that are left; the others are those of orders.
  const left = moments(person, aYear.carts * (1 - bought), 'cart');
  for (const [nth, at_ms] of left.entries()) fillCart(person, `${id}-cart-${nth}`, at_ms);
}

/** Each thing that is laid into a cart is told, a few minutes apart. */
function fillCart(person: Person, id: string, at_ms: number): void {
  const items = itemsOf(person.draw, id);
  for (let many = 1; many <= items.length; many += 1) {
    const laid = items.slice(0, many);
    const cart = { id, currency: 'JPY', total: totalOf(laid), items: laid };
    const told = { cart: { ...cart, url: 'https://shop.example.com/cart' } };
    tell(person, at_ms + (many - 1) * 4 * minute_ms, 'CartUpdated', told);
  }
}

function itemsOf(draw: Draw, of: string) {
  const many = draw.whole([2, 6], of, 'items');
  const chosen = Array.from({ length: many }, (_, nth) => draw.pick<Good>(goods, of, nth));
  return [...new Set(chosen)].map(({ id, name, category, price, supplyDays }) => ({
    productId: id,
    name,
    category,
    quantity: draw.whole([1, 2], of, id),
    unitPrice: price,
    ...(supplyDays > 0 && { supplyDays }),
  }));
}

const totalOf = (items: readonly { quantity: number; unitPrice: number }[]) =>
  items.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice, 0);

function writeOrders(person: Person): void {
  const { draw, id } = person;
  for (const [nth, at_ms] of moments(person, aYear.orders, 'order').entries()) {
    const order = `${id}-order-${nth}`;
    const items = itemsOf(draw, order);
    if (draw.chance(bought, order, 'cart')) fillCart(person, order, at_ms - 15 * minute_ms);
    const placed = { id: order, currency: 'JPY', total: totalOf(items), items };
    tell(person, at_ms, 'OrderPlaced', { order: placed });
    const paid = { order: { id: order }, payment: { method: 'card' } };
    tell(person, at_ms + draw.whole([1, 20], order, 'paid') * minute_ms, 'OrderPaid', paid);
    const ships_ms = at_ms + draw.whole([12, 48], order, 'ships') * hour_ms;
    const arrives_ms = ships_ms + draw.whole([20, 60], order, 'arrives') * hour_ms;
    const expectedAt = new Date(ships_ms + 2 * day_ms).toISOString().slice(0, 10);
    const shipment = { id: `${order}-1`, carrier: 'ヤマト運輸', trackingNumber: `4000-${nth}-${id}` };
    tell(person, ships_ms, 'OrderShipped', { order: { id: order }, shipment: { ...shipment, expectedAt } });
    tell(person, arrives_ms, 'OrderDelivered', { order: { id: order }, shipment: { id: shipment.id } });
    writeSurveys(person, nth, arrives_ms);
  }
}

/** After the first order the early survey, after the second how it goes. */
function writeSurveys(person: Person, order: number, arrived_ms: number): void {
  const { draw, id } = person;
  if (order === 0 && draw.chance(shares.answersEarly, id, 'early')) {
    const answers = {
      impression: draw.pick(['delighted', 'good', 'good', 'unsure', 'disappointed'], id, 'impression'),
      wish: draw.pick(['calm', 'cooking', 'origin', 'present', 'curious'], id, 'wish'),
    };
    tell(person, arrived_ms + 9 * day_ms, 'SurveyAnswered', { survey: { id: 'early', answers } });
  }
  if (order === 1 && draw.chance(shares.answersPulse, id, 'pulse')) {
    tell(person, arrived_ms + 37 * day_ms, 'SurveyAnswered', { survey: { id: 'pulse', answers: {} } });
  }
}

function writeBookings(person: Person): void {
  const { draw, id } = person;
  for (const [nth, at_ms] of moments(person, aYear.bookings, 'booking').entries()) {
    const starts_ms = at_ms + draw.whole([5, 20], id, 'starts', nth) * day_ms;
    const booking = { id: `${id}-booking-${nth}`, name: 'はちみつの会', place: '東京' };
    const startsAt = new Date(starts_ms).toISOString();
    tell(person, at_ms, 'BookingMade', { booking: { ...booking, startsAt } });
    if (draw.chance(0.8, id, 'attends', nth))
      tell(person, starts_ms + 2 * hour_ms, 'BookingAttended', {
        booking: { id: booking.id, attended: true },
      });
  }
}

function writeSubscription(person: Person): void {
  const { draw, id, from_ms, until_ms } = person;
  const interval_days = 30;
  const subscription = {
    id: `${id}-subscription`,
    productId: draw.pick(goods, id, 'subscribed').id,
    intervalDays: interval_days,
  };
  const starts_ms = from_ms + draw.whole([20, 80], id, 'begins') * day_ms;
  // It ends some day: one that goes on is told of again and again, and the bench would never be done.
  const most = Math.floor((until_ms - starts_ms) / day_ms / interval_days) - 1;
  const renewals = Math.min(most, draw.whole([2, 9], id, 'lasts'));
  const renewsAt = (nth: number) => new Date(starts_ms + nth * interval_days * day_ms).toISOString();
  tell(person, starts_ms, 'SubscriptionStarted', {
    subscription: { ...subscription, renewsAt: renewsAt(1) },
  });
  for (let nth = 1; nth <= renewals; nth += 1) {
    const at_ms = starts_ms + nth * interval_days * day_ms;
    const renewed = { ...subscription, nth: nth + 1, renewsAt: renewsAt(nth + 1) };
    tell(person, at_ms, 'SubscriptionRenewed', { subscription: renewed });
  }
  const stops_ms = starts_ms + (renewals * interval_days + 10) * day_ms;
  tell(person, stops_ms, 'SubscriptionCancelled', { subscription: { id: subscription.id } });
}
