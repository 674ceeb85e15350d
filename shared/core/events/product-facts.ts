import type { Temporal } from 'temporal-polyfill';
import { isBefore } from '../values/civil-time.ts';
import type { Product } from './event.ts';

/** What of an event's product is kept; where the store never told of its stock, it counts as there. */
type Kept = 'id' | 'name' | 'category' | 'url' | 'imageUrl' | 'price' | 'currency' | 'stock' | 'replacedBy';

/** What the store's events have told of one product; kept beside the customers, newest word wins. */
export interface ProductFacts extends Pick<Product, Kept> {
  /** Since when the price is known, where the store keeps it: a cart that is newer knows better. */
  readonly priceAt?: Temporal.Instant | undefined;
}

/** What is known of one product, and of each field since when. */
export interface DatedFacts {
  readonly facts: ProductFacts;
  readonly asOf: Readonly<Record<string, Temporal.Instant>>;
}

/** The facts as messages ask for them, with the age of the price. */
export function factsWithAge({ facts, asOf }: DatedFacts): ProductFacts {
  return asOf.price ? { ...facts, priceAt: asOf.price } : facts;
}

/** What is known after `told` at `at`: of each field the newest word stays. Undefined where nothing is new. */
export function newerFacts(
  facts: ProductFacts,
  asOf: DatedFacts['asOf'],
  stated: ProductFacts,
  at: Temporal.Instant,
): DatedFacts | undefined {
  const fields = Object.entries(stated).filter(([field, value]) => {
    const known = asOf[field];
    return field !== 'id' && field !== 'priceAt' && value !== undefined && (!known || isBefore(known, at));
  });
  if (fields.length === 0) return undefined;
  return {
    facts: { ...facts, ...Object.fromEntries(fields) },
    asOf: { ...asOf, ...Object.fromEntries(fields.map(([field]) => [field, at])) },
  };
}
