/** What the store tells of its goods and sales, to nobody by name, and what its people ask for: that she be let in. */
import { Temporal } from 'temporal-polyfill';
import type { Random } from './random.ts';
import { day_ms, hour_ms } from './storefront-moments.ts';

/** One message of the store as it leaves it at `at_ms`; `detail` is its wire shape. */
export interface StoreAct {
  readonly at_ms: number;
  readonly name: string;
  readonly detail: { readonly eventId: string; readonly [part: string]: unknown };
}

export interface GoodsOptions {
  readonly customers: number;
  readonly days: number;
  readonly start_ms: number;
  /** Scenarios that wait for a command. */
  readonly commanded: readonly string[];
}

const rfc = (at_ms: number) => Temporal.Instant.fromEpochMilliseconds(at_ms).toString();

export function planGoods(random: Random, options: GoodsOptions): StoreAct[] {
  const { days, start_ms } = options;
  const some = (every_days: number) =>
    Array.from({ length: Math.max(1, Math.floor(days / every_days)) }, (_, nth) => nth);
  const at = () => start_ms + random.int(1, Math.max(1, days - 2)) * day_ms + random.int(0, 23) * hour_ms;
  const acts = [
    ...some(45).map((nth) => sale(random, at(), nth)),
    ...some(20).map((nth) => product(random, at(), nth)),
    ...some(8).map((nth) => command(random, at(), nth, options)),
  ];
  return acts.flat().sort((a, b) => a.at_ms - b.at_ms);
}

function sale(random: Random, at_ms: number, nth: number): StoreAct {
  const starts_ms = at_ms + random.int(0, 5) * day_ms;
  const ends_ms = starts_ms + random.int(1, 9) * day_ms;
  return {
    at_ms,
    name: 'SaleAnnounced',
    detail: {
      eventId: `store/sale-${nth}`,
      occurredAt: rfc(at_ms),
      sale: {
        id: `sale-${nth}`,
        name: 'Sale',
        startsAt: rfc(starts_ms),
        endsAt: rfc(ends_ms),
        url: 'https://shop.example/sale',
      },
    },
  };
}

function product(random: Random, at_ms: number, nth: number): StoreAct {
  const price = random.int(5, 40) * 100;
  return {
    at_ms,
    name: random.pick(['ProductRestocked', 'ProductPriceChanged', 'ProductAnnounced']),
    detail: {
      eventId: `store/product-${nth}`,
      occurredAt: rfc(at_ms),
      product: {
        id: `p-${random.int(1, 12)}`,
        name: 'Serum',
        category: 'skincare',
        price,
        previousPrice: price + 500,
        stock: random.int(0, 9),
      },
    },
  };
}

/** Somebody of the store lets a customer in, now and then twice by the same word. */
function command(
  random: Random,
  at_ms: number,
  nth: number,
  { customers, commanded }: GoodsOptions,
): StoreAct[] {
  if (commanded.length === 0) return [];
  const act = {
    at_ms,
    name: 'EnrolCustomer',
    detail: {
      eventId: `store/command-${nth}`,
      occurredAt: rfc(at_ms),
      customer: { id: `c-${random.int(0, customers - 1)}` },
      scenario: random.pick(commanded),
    },
  };
  return random.chance(0.3) ? [act, { ...act, at_ms: at_ms + 3 * hour_ms }] : [act];
}
