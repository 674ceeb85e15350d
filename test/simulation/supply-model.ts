/** When the goods bought last are used up at the earliest, by what the storefront told of her orders alone. */
import type { Line } from './order-facts-told.ts';
import type { OrderModel } from './order-model.ts';
import { day_ms } from './storefront-moments.ts';
import type { StorefrontTruth } from './storefront-truth.ts';

/** Minus infinity where nothing of hers runs out. */
export function supplyEndsAt_ms(storefront: StorefrontTruth, customer: string, at_ms: number): number {
  const lasting = [...storefront.orders(customer).values()]
    .filter((order) => order.isPurchase(at_ms) && !order.isForOther)
    .filter((order) => order.lines.some(({ supplyDays = 0 }) => supplyDays > 0))
    .toSorted((a, b) => (b.placedAt_ms ?? 0) - (a.placedAt_ms ?? 0));
  // Of what came back in part nobody tells here what is left: then an older purchase may be the last.
  const upTo = lasting.findIndex((order) => !order.cameBackInPart);
  const asked = lasting.slice(0, upTo < 0 ? lasting.length : upTo + 1);
  return asked.length === 0 ? Number.NEGATIVE_INFINITY : Math.min(...asked.map(firstEnd_ms));
}

function firstEnd_ms(order: OrderModel): number {
  const byProduct = Map.groupBy(order.lines, ({ productId }) => productId);
  const days = [...byProduct.values()].map((lines) => supply_days(lines, order.cameBackInPart));
  return (order.arrivesAt_ms ?? order.placedAt_ms ?? 0) + Math.min(...days.filter((one) => one > 0)) * day_ms;
}

function supply_days(lines: readonly Line[], cameBack: boolean): number {
  const days = lines.map(({ supplyDays = 0, quantity = 1 }) => supplyDays * (cameBack ? 1 : quantity));
  return cameBack ? Math.min(...days) : days.reduce((sum, one) => sum + one, 0);
}
