/** The port of what was told of each order of a customer. */
import type { KeptOrder } from '../core/record/orders/kept-order.ts';

/** One item for each order. Written before the record; an orphan is harmless. */
export interface OrderFacts {
  /** Adds these facts to those that are there, and takes the entry for the one that was: one write, no read. Safe to repeat. */
  put(customer: string, order: KeptOrder): Promise<void>;
  /** A consistent read. */
  load(customer: string, order: string): Promise<KeptOrder | undefined>;
  list(customer: string): Promise<KeptOrder[]>;
}
