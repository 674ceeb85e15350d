/** A bill as lines of arithmetic: how many, at which price, makes how much. */
import type { Price } from './prices.ts';

export interface Line {
  readonly what: string;
  /** In the unit the price is for: millions, GB, months. */
  readonly amount: number;
  readonly price_usd: number;
  readonly usd: number;
}

export function line(what: string, amount: number, price: Price | number): Line {
  const price_usd = typeof price === 'number' ? price : price.usd;
  return { what, amount, price_usd, usd: amount * price_usd };
}

export const total = (lines: readonly Line[]): number => lines.reduce((sum, { usd }) => sum + usd, 0);

/** The lines that cost something. */
export const billed = (lines: readonly Line[]): Line[] => lines.filter(({ usd }) => usd > 0);
