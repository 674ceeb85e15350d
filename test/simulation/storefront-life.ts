/** What a customer does beside her orders: looks, fills carts, subscribes, books, answers, asks. */
import { Temporal } from 'temporal-polyfill';
import type { Desk } from './storefront-desk.ts';
import { day_ms, hour_ms, minute_ms, momentNear } from './storefront-moments.ts';

const categories = ['skincare', 'tea', 'coffee'];
const rfc = (at_ms: number) => Temporal.Instant.fromEpochMilliseconds(at_ms).toString();

/** All of it, from `since_ms` on. */
export function writeLife(desk: Desk, since_ms: number): void {
  const { season, habits } = desk;
  const random = desk.random.fork('life');
  const some = (mean: number) => Math.floor(random.fraction() * 2 * mean + random.fraction());
  const years = (season.end_ms - since_ms) / (365 * day_ms);
  const when = () =>
    momentNear(
      random,
      season,
      since_ms + Math.floor(random.fraction() * (season.end_ms - since_ms)),
      habits.wall,
    );
  const many = (perYear: number, write: (at_ms: number, nth: number) => void) => {
    const count = some(perYear * years);
    for (let nth = 0; nth < count; nth += 1) write(when(), nth);
  };
  const life: Life = { ...desk, random };
  many(10, (at) => writeViews(life, at));
  many(5, (at, nth) => writeCart(life, at, nth));
  many(1.2, (at, nth) => writeSubscription(life, at, nth));
  many(2, (at, nth) => writeBooking(life, at, nth));
  many(1.5, (at, nth) => writeHelp(life, at, nth));
  many(4, (at) => writeWord(life, at));
  many(1, (at, nth) => writeSample(life, at, nth));
}

type Life = Pick<Desk, 'random' | 'season' | 'habits' | 'tell'>;

function writeViews({ random, tell }: Life, at_ms: number): void {
  const id = `p-${random.int(1, 12)}`;
  const product = { id, name: 'Serum', category: random.pick(categories), url: `https://shop.example/${id}` };
  for (let seen = random.int(1, 4); seen > 0; seen -= 1)
    tell('ProductViewed', at_ms + random.int(0, 20) * minute_ms, { product });
}

function writeCart({ random, habits, tell }: Life, at_ms: number, nth: number): void {
  const id = `basket-${habits.id}-${nth}`;
  const items = Array.from({ length: random.int(1, 3) }, () => ({
    productId: `p-${random.int(1, 40)}`,
    name: random.pick(['Serum', 'Soap']),
    category: random.pick(categories),
    quantity: random.int(1, 3),
    unitPrice: random.int(1, 40) * 100,
  }));
  const cart = { id, currency: habits.currency, url: `https://shop.example/carts/${id}` };
  for (let changes = random.int(1, 3); changes > 0; changes -= 1)
    tell('CartUpdated', at_ms - changes * minute_ms, { cart: { ...cart, items: items.slice(0, changes) } });
  if (random.chance(0.3))
    tell('CartUpdated', at_ms + random.int(1, 40) * minute_ms, { cart: { ...cart, items: [] } });
}

function writeSubscription({ random, season, habits, tell }: Life, at_ms: number, nth: number): void {
  const interval_days = random.pick([14, 30]);
  const subscription = {
    id: `sub-${habits.id}-${nth}`,
    productId: `p-${random.int(1, 12)}`,
    intervalDays: interval_days,
  };
  let at = at_ms;
  let renewal = at + interval_days * day_ms;
  const about = (more: object = {}) => ({
    subscription: { ...subscription, renewsAt: rfc(renewal), ...more },
  });
  tell('SubscriptionStarted', at, about({ nth: 1 }), { known: 'profile' });
  for (let time = 2; time < 12 && at < season.end_ms; time += 1) {
    const how = random.fraction();
    at = renewal - random.int(1, interval_days - 1) * day_ms;
    if (how < 0.15) {
      renewal += random.int(-3, 9) * day_ms;
      tell('SubscriptionUpdated', at, about());
    } else if (how < 0.25) {
      renewal += interval_days * day_ms;
      tell('SubscriptionSkipped', at, about());
    } else if (how < 0.32) tell('SubscriptionPaused', at, about());
    else if (how < 0.4) {
      tell('SubscriptionCancelled', at, about());
      return;
    }
    at = renewal;
    renewal += interval_days * day_ms;
    tell('SubscriptionRenewed', at, about({ nth: time }));
  }
}

function writeBooking({ random, habits, tell }: Life, at_ms: number, nth: number): void {
  let startsAt_ms = at_ms + random.int(2, 40) * day_ms;
  const booking = () => ({
    booking: { id: `b-${habits.id}-${nth}`, name: 'Tasting', place: 'Kyoto', startsAt: rfc(startsAt_ms) },
  });
  tell('BookingMade', at_ms, booking(), { known: 'profile' });
  if (random.chance(0.4)) {
    startsAt_ms += random.int(-30, 200) * hour_ms;
    tell('BookingChanged', at_ms + random.int(1, 40) * hour_ms, booking());
  }
  if (random.chance(0.2)) tell('BookingCancelled', at_ms + random.int(1, 47) * hour_ms, booking());
  else if (random.chance(0.7)) tell('BookingAttended', startsAt_ms + 2 * hour_ms, booking());
}

function writeHelp({ random, habits, tell }: Life, at_ms: number, nth: number): void {
  const help = { help: { id: `h-${habits.id}-${nth}`, topic: random.pick(['delivery', 'taste']) } };
  tell('HelpRequested', at_ms, help);
  if (random.chance(0.8)) tell('HelpResolved', at_ms + random.int(-1, 100) * hour_ms, help);
}

/** One word of hers, of whichever kind. */
function writeWord({ random, habits, tell }: Life, at_ms: number): void {
  const date = rfc(at_ms + random.int(5, 90) * day_ms).slice(0, 10);
  const productId = `p-${random.int(1, 12)}`;
  switch (random.int(1, 7)) {
    case 1:
      tell('SurveyAnswered', at_ms, {
        survey: { id: random.pick(['early', 'pulse', 'ninety-day']), answers: { q1: random.int(0, 2) } },
      });
      return;
    case 2:
      tell('CouponRedeemed', at_ms, { coupon: { code: random.pick(['HELLO10', 'SPRING', 'BYE']) } });
      return;
    case 3:
      tell('ReviewPosted', at_ms, {
        review: { productId, rating: random.int(1, 5), mayQuote: random.chance(0.5) },
      });
      return;
    case 4:
      tell('PointsChanged', at_ms, {
        points: { balance: random.int(0, 900), expiring: random.int(0, 300), expiresAt: date },
      });
      return;
    case 5:
      tell('RankChanged', at_ms, { rank: { name: random.pick(['silver', 'gold']), until: date } });
      return;
    case 6:
      tell('RestockRequested', at_ms, { product: { id: productId } });
      return;
    default:
      tell('ReferralMade', at_ms, {
        referral: { friendId: `friend-of-${habits.id}`, code: 'FRIEND' },
      });
      return;
  }
}

function writeSample({ random, habits, tell }: Life, at_ms: number, nth: number): void {
  const sample = {
    sample: { id: `x-${habits.id}-${nth}`, productId: `p-${random.int(1, 12)}`, name: 'Sampler' },
  };
  tell('SampleRequested', at_ms, sample, { known: 'profile' });
  if (random.chance(0.8)) tell('SampleDelivered', at_ms + random.int(1, 6) * day_ms, sample);
}
