/** The sum of purchases that have left the ledger, of one month and currency. */
export interface MonthOfOrders {
  /** In UTC: `2026-03`. */
  readonly month: string;
  /** Absent where the orders did not say. */
  readonly currency?: string | undefined;
  readonly orders: number;
  /** In minor units. */
  readonly spent: number;
}
