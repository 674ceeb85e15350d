/** Who the customers of a storefront are: each has habits, drawn once. */
import type { Random } from './random.ts';

export interface Habits {
  readonly id: string;
  /** Mean days between two orders; the keen ones go beyond what the ledger of orders holds. */
  readonly orderGap_days: number;
  /** At most this many orders in all. */
  readonly orders: number;
  /** Chance that one sitting brings several orders within the same minute. */
  readonly sprees: number;
  /** What she does with the tick box: ticks, leaves it empty, is not asked, or is not of one mind. */
  readonly box: 'ticks' | 'empties' | 'unasked' | 'wavers';
  /** Explicit words on consent, and changes of her profile, a year. */
  readonly consents_perYear: number;
  readonly changes_perYear: number;
  readonly cancels: number;
  readonly returns: number;
  readonly mostParcels: number;
  readonly registers: boolean;
  /** The storefront sends the whole order with each of its events, not with the first alone. */
  readonly wholeOrders: boolean;
  readonly currency: 'JPY' | 'USD' | 'EUR' | 'KWD';
  readonly profile: StoredProfile;
  /** The wall clock she lives by, whether or not the storefront knows it. */
  readonly wall: string;
  readonly partnersAddress: string;
}

/** What the storefront knows of her at a time; what is undefined it does not tell. */
export interface StoredProfile {
  readonly email?: string | undefined;
  readonly name?: string | undefined;
  readonly familyName?: string | undefined;
  readonly locale?: string | undefined;
  readonly timeZone?: string | undefined;
  readonly birthday?: string | undefined;
  readonly source?: string | undefined;
  readonly attributes?: Readonly<Record<string, unknown>> | undefined;
}

export const zones = [
  'Asia/Tokyo',
  'Asia/Tokyo',
  'Asia/Tokyo',
  'America/New_York',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
  'Asia/Kathmandu',
  'Pacific/Apia',
] as const;

const pace = [
  { orderGap_days: 400, orders: 1 },
  { orderGap_days: 200, orders: 2 },
  { orderGap_days: 120, orders: 6 },
  { orderGap_days: 120, orders: 6 },
  { orderGap_days: 60, orders: 12 },
  { orderGap_days: 30, orders: 24 },
  { orderGap_days: 400, orders: 0 },
] as const;
const keen = { orderGap_days: 9, orders: 60 } as const;

/** The habits of customer number `nth`, the same for the same source whatever else was drawn. */
export function habitsOf(random: Random, nth: number): Habits {
  const own = random.fork(`habits ${nth}`);
  const house = random.fork(`house ${nth >> 1}`);
  const wall = own.pick(zones);
  const shared = house.chance(0.08) ? `house-${nth >> 1}@example.com` : undefined;
  return {
    id: `c-${nth}`,
    ...(own.chance(0.06) ? keen : own.pick(pace)),
    sprees: own.chance(0.1) ? 0.3 : 0.01,
    box: own.pick(['ticks', 'ticks', 'ticks', 'ticks', 'empties', 'unasked', 'wavers', 'wavers']),
    consents_perYear: own.pick([0, 0, 0, 0.5, 2, 6]),
    changes_perYear: own.pick([0, 0, 0.5, 1, 4]),
    cancels: own.pick([0.02, 0.02, 0.05, 0.3]),
    returns: own.pick([0.01, 0.02, 0.05, 0.3]),
    mostParcels: own.pick([1, 1, 1, 2, 4]),
    registers: own.chance(0.7),
    wholeOrders: own.chance(0.7),
    currency: own.pick(['JPY', 'JPY', 'JPY', 'USD', 'EUR', 'KWD']),
    profile: firstProfile(own, nth, wall, shared),
    wall,
    partnersAddress: `c${nth ^ 1}@example.com`,
  };
}

function firstProfile(own: Random, nth: number, wall: string, shared: string | undefined): StoredProfile {
  const unusual = own.fraction();
  const ownAddress =
    unusual < 0.01 ? undefined : unusual < 0.02 ? `c..${nth}@example.com` : `c${nth}@example.com`;
  return {
    email: shared ?? ownAddress,
    name: own.chance(0.9) ? own.pick(['Hana', '花子', "O'Neil & <Sons>", 'Zoë', 'Ngô Thị']) : undefined,
    familyName: own.chance(0.5) ? own.pick(['Sato', '佐藤', 'Müller']) : undefined,
    locale: own.pick(['ja', 'ja', 'ja', 'ja-JP', 'en', 'en-GB', 'de', undefined]),
    timeZone: own.chance(0.6) ? wall : own.pick([undefined, undefined, undefined, 'JST']),
    birthday: own.chance(0.3) ? own.pick(['1990-02-28', '1988-02-29', '2001-12-31']) : undefined,
    source: own.pick(['search', 'friend', 'social', undefined]),
    attributes: own.chance(0.4) ? { skin: own.pick(['dry', 'oily']), points: own.int(0, 500) } : undefined,
  };
}
