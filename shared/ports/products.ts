/** The ports of the goods: what is known of each, and who waits for it. */
import type { Temporal } from 'temporal-polyfill';
import type { ProductFacts } from '../core/events/product-facts.ts';

type Instant = Temporal.Instant;

/** What the store's events have told of its goods. */
export interface Products {
  /** What was put a moment ago may be missing: a message shows goods as of lately. */
  loadMany(ids: readonly string[]): Promise<ReadonlyMap<string, ProductFacts>>;
  /** Newest `at` wins, field by field. Safe to repeat and in any order. */
  put(product: ProductFacts, at: Instant): Promise<void>;
}

/** A customer who asked to hear when a product is there again. */
export interface ProductAsking {
  readonly customer: string;
  readonly product: string;
  readonly at: Instant;
}

/** One restock of a product: the store's word on it. */
export interface Restock {
  readonly product: string;
  readonly eventId: string;
}

/** To how many customers a restock was given in all, and to whom just now: their messages may not be in the queue yet. */
export interface Given {
  readonly count: number;
  readonly now: readonly ProductAsking[];
}

/** Who waits for a product. Written before the record; an orphan is harmless. */
export interface Askers {
  /** Of several askings of one customer the earliest counts. Safe to repeat and in any order. */
  note(asking: ProductAsking): Promise<void>;
  /** A consistent read of at most so many, in the order of asking. */
  first(product: string, most: number): Promise<ProductAsking[]>;
  of(customer: string): Promise<ProductAsking[]>;
  /** Safe to repeat. */
  forget(askings: readonly ProductAsking[]): Promise<void>;
  /** A consistent read. */
  given(restock: Restock): Promise<Given>;
  /** False, and nothing is written, where `count` is no longer `before`. */
  give(restock: Restock, given: Given, before: number): Promise<boolean>;
}
