/** The ports of orders: whose an order is, and what was told of it. */
import type { KeptOrder } from '../core/record/orders/kept-order.ts';

/** Whose order it is, how the customer knows it, and whether it was placed to try the shop. */
export interface OrderOwner {
  readonly order: string;
  readonly customer: string;
  readonly isTest: boolean;
  readonly number?: string | undefined;
}

/** For a storefront whose parcels and refunds name the order alone. */
export interface OrderOwners {
  load(order: string): Promise<OrderOwner | undefined>;
  /** The last word stays. Safe to repeat. */
  put(owner: OrderOwner): Promise<void>;
  /** Forgets whose order it is, if it is this customer's. Safe to repeat. */
  forget(order: string, customer: string): Promise<void>;
}

/** What was told of each order of a customer, one item each. Written before the record; an orphan is harmless. */
export interface OrderFacts {
  /** Adds these facts to those that are there, and takes the entry for the one that was: one write, no read. Safe to repeat. */
  put(customer: string, order: KeptOrder): Promise<void>;
  /** A consistent read. */
  load(customer: string, order: string): Promise<KeptOrder | undefined>;
  list(customer: string): Promise<KeptOrder[]>;
}
