/** What customers of an invented store do over the days: the events that their storefront would tell. */
import { Temporal } from 'temporal-polyfill';
import type { EventName } from '../../../shared/core/events/event-catalogue.ts';
import { type Dice, diceOf } from './dice.ts';
import type { PackedLife, Told } from './life.ts';
import { bookings, carts, orders, subscriptions, views, words } from './life-parts.ts';
import { type InventedShop, shopOf } from './shop.ts';

export interface PopulationOptions {
  /** Names the store: another one has other customers, goods and forms of ids. */
  readonly seed: string;
  readonly customers: number;
  readonly days: number;
  readonly ordersPerYear: number;
}

const startAt = Temporal.Instant.from('2026-01-05T00:00:00Z');
const day_ms = 86_400_000;
/** Customers come during the first half. */
const comingShare = 0.5;

/** All events, oldest first. */
export function livesOf(options: PopulationOptions): Told[] {
  const shop = shopOf(options.seed);
  const told: Told[] = [];
  for (let nth = 0; nth < options.customers; nth += 1) told.push(...lifeOf(options, shop, nth));
  told.push(...newsOf(options, shop));
  return told.sort((one, other) => one.at.epochMilliseconds - other.at.epochMilliseconds);
}

/** The last moment of a population. */
export const endOf = ({ days }: PopulationOptions): Temporal.Instant => startAt.add({ hours: 24 * days });

function lifeOf({ seed, days, ordersPerYear }: PopulationOptions, shop: InventedShop, nth: number): Told[] {
  const dice = diceOf('life', seed, nth);
  const id = shop.idOf('customer', dice);
  const begin_ms = startAt.epochMilliseconds;
  const end_ms = begin_ms + days * day_ms;
  const start_ms = begin_ms + Math.floor(dice.fraction() * Math.min(400, days) * comingShare * day_ms);
  const acceptsMarketing = dice.chance(0.75);
  const profile = profileOf(dice, shop);
  const told: Told[] = [];
  const life: PackedLife = {
    id,
    shop,
    dice,
    start_ms,
    end_ms,
    ordersPerYear,
    tell(name, at_ms, parts, whole = false) {
      const moment_ms = Math.floor(at_ms / shop.clock_ms) * shop.clock_ms;
      if (moment_ms < start_ms || moment_ms >= end_ms) return;
      const at = Temporal.Instant.fromEpochMilliseconds(moment_ms);
      const customer = whole ? { id, ...profile, acceptsMarketing } : { id };
      const eventId = shop.idOf('event', dice);
      told.push({
        at,
        name,
        customer: id,
        detail: { eventId, occurredAt: at.toString(), customer, ...parts },
      });
    },
  };
  life.tell('CustomerRegistered', start_ms + 1000, {}, true);
  for (const part of [orders, carts, views, subscriptions, bookings, words]) part(life);
  return told;
}

function profileOf(dice: Dice, shop: InventedShop): object {
  const word = () => shop.wordOf(dice);
  return {
    email: `${word()}.${word()}@example.com`,
    name: word(),
    ...(dice.chance(0.4) && { familyName: word() }),
    locale: dice.pick(['ja', 'ja', 'ja', 'en']),
    ...(dice.chance(0.7) && {
      timeZone: dice.pick(['Asia/Tokyo', 'Asia/Tokyo', 'America/New_York', 'Europe/Berlin']),
    }),
    ...(dice.chance(0.3) && { birthday: `19${dice.int(50, 99)}-0${dice.int(1, 9)}-${dice.int(10, 28)}` }),
    ...(dice.chance(0.4) && { source: dice.pick(['search', 'friend', 'social', 'ad']) }),
    ...(dice.chance(0.3) && { attributes: { [word()]: word() } }),
  };
}

/** Four sales and six new products a year. */
function newsOf({ seed, days }: PopulationOptions, shop: InventedShop): Told[] {
  const dice = diceOf('news', seed);
  const told: Told[] = [];
  const add = (name: EventName, day: number, parts: object) => {
    if (day >= days) return;
    const at = startAt.add({ hours: 24 * day + 1 });
    const eventId = shop.idOf('event', dice);
    told.push({ at, name, detail: { eventId, occurredAt: at.toString(), ...parts } });
  };
  for (let day = 20; day < days; day += 91) {
    const [startsAt, endsAt] = [day + 2, day + 9].map((one) => startAt.add({ hours: 24 * one }).toString());
    add('SaleAnnounced', day, {
      sale: { id: shop.idOf('sale', dice), name: shop.wordOf(dice), startsAt, endsAt },
    });
  }
  for (let day = 30; day < days; day += 60) {
    const { productId: id, name, category } = dice.pick(shop.goods);
    add('ProductAnnounced', day, { product: { id, name, category } });
  }
  return told;
}
