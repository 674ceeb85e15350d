/** When a customer is likely to order again, by the gaps between the orders of their own. */
import type { Temporal } from 'temporal-polyfill';
import type { Customer } from '../customer.ts';
import { isOwnPurchase } from './order-purpose.ts';
import { isUndone } from './order-state.ts';

/** Orders closer than these are one purchase. */
const together_ms = 7 * 24 * 3_600_000;

/** A gap of more than so many others is no rhythm. */
const alike = 2;

/**
 * The last purchase and the smaller of the two gaps before it; undefined where fewer are known, or they are not alike. Trials,
 * presents and renewals tell of no gap.
 */
export function ordersAgainAt({ orders }: Pick<Customer, 'orders'>): Temporal.Instant | undefined {
  const placed = orders
    .filter((order) => isOwnPurchase(order) && order.origin !== 'trial' && !isUndone(order))
    .flatMap(({ placedAt }) => placedAt ?? [])
    .toSorted((a, b) => b.epochMilliseconds - a.epochMilliseconds);
  const [last, ...before] = placed;
  if (!last) return undefined;
  const gaps_ms: number[] = [];
  let after_ms = last.epochMilliseconds;
  for (const { epochMilliseconds } of before) {
    const gap_ms = after_ms - epochMilliseconds;
    if (gap_ms < together_ms) continue;
    gaps_ms.push(gap_ms);
    after_ms = epochMilliseconds;
    if (gaps_ms.length === 2) break;
  }
  const smaller_ms = Math.min(...gaps_ms);
  const isRhythm = gaps_ms.length === 2 && Math.max(...gaps_ms) <= alike * smaller_ms;
  return isRhythm ? last.add({ milliseconds: smaller_ms }) : undefined;
}
