/** A storefront and its customers over many days: who does what when, drawn before anything runs. Without faults. */
import type { Temporal } from 'temporal-polyfill';
import type { Random } from './random.ts';
import { deskOf, type StorefrontAct } from './storefront-desk.ts';
import { habitsOf } from './storefront-habits.ts';
import { writeLife } from './storefront-life.ts';
import { type Season, seasonOf } from './storefront-moments.ts';
import { writeOrders } from './storefront-orders.ts';
import { profilesOf, writeConsents, writePerson } from './storefront-people.ts';

export type { StorefrontAct } from './storefront-desk.ts';

export interface StorefrontOptions {
  readonly customers: number;
  readonly days: number;
  readonly startAt: Temporal.Instant;
}

/**
 * Every event the storefront sends, in the order it sends them, from `startAt` on and before `days` are over. Each
 * customer draws from a source of her own: one more customer changes nothing of the others' habits.
 */
export function planStorefront(random: Random, options: StorefrontOptions): StorefrontAct[] {
  const season = seasonOf(random.fork('season'), options.startAt, options.days);
  const acts: StorefrontAct[] = [];
  for (let nth = 0; nth < options.customers; nth += 1) acts.push(...actsOf(random, season, nth));
  return acts.sort((a, b) => a.at_ms - b.at_ms);
}

function actsOf(random: Random, season: Season, nth: number): StorefrontAct[] {
  const habits = habitsOf(random, nth);
  const own = random.fork(`customer ${nth}`);
  const changes = profilesOf(own, season, habits);
  const profileAt = (at_ms: number) =>
    changes.findLast((change) => change.at_ms <= at_ms)?.profile ?? habits.profile;
  const desk = deskOf(own, season, habits, profileAt);
  const since_ms = season.start_ms + Math.floor(own.fraction() * 0.6 * (season.end_ms - season.start_ms));
  writePerson(desk, since_ms, changes);
  writeConsents(desk);
  writeOrders(desk, since_ms);
  writeLife(desk, since_ms);
  return desk.acts;
}
