import type { Filter } from './filter.ts';

/** A named yes/no question about a customer. Its filter asks only `customer.…`; some answers change by time alone. */
export interface Segment {
  readonly name: string;
  /** One sentence a marketer understands. */
  readonly means: string;
  readonly is: Filter;
}
