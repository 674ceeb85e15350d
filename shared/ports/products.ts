/** The port of what is known of the goods. */
import type { Temporal } from 'temporal-polyfill';
import type { ProductFacts } from '../core/events/product-facts.ts';

type Instant = Temporal.Instant;

/** What the store's events have told of its goods. */
export interface Products {
  loadMany(ids: readonly string[]): Promise<ReadonlyMap<string, ProductFacts>>;
  /** Newest `at` wins, field by field. Safe to repeat and in any order. */
  put(product: ProductFacts, at: Instant): Promise<void>;
}
