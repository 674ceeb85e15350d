/** A storefront planned large enough that each case is met in it, and by what its acts are told from each other. */
import { Temporal } from 'temporal-polyfill';
import { randomOf } from './random.ts';
import { planStorefront, type StorefrontAct } from './storefront.ts';

export const startAt = Temporal.Instant.from('2027-11-01T00:00:00Z');
export const planOf = (seed: number, customers = 500, days = 400) =>
  planStorefront(randomOf(seed), { customers, days, startAt });

export const stampOf = (act: StorefrontAct) => Temporal.Instant.from(act.detail.occurredAt).epochMilliseconds;
export const orderIdOf = (act: StorefrontAct) => (act.detail.order as { id: string } | undefined)?.id ?? '';
export const countBy = <Thing>(things: readonly Thing[], key: (thing: Thing) => string | number) =>
  new Map([...Map.groupBy(things, key)].map(([name, of]) => [name, of.length]));
