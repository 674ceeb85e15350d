/** The port of whose order an order is. */

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
