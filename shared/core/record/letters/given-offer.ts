/** An offer that a customer was given, as the record remembers it for a year. */
import type { CouponOffer } from '../../language/steps.ts';

export interface GivenOffer {
  readonly campaign: string;
  /** Civil days of the customer, in days since 1970-01-01: the day it was given, and the last day on which it holds. */
  readonly day: number;
  readonly until: number;
  readonly percent?: number | undefined;
  /** Minor units of the store's currency. */
  readonly amount?: number | undefined;
  /** Outside the number of a year, and not begun by the store. */
  readonly apart?: true | undefined;
}

/** What it takes off, as it is remembered. */
export const sizeOf = ({ off }: CouponOffer): Pick<GivenOffer, 'percent' | 'amount'> =>
  'percent' in off ? { percent: off.percent } : { amount: off.amount };
