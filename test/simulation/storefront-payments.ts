/** How an order is paid: at once, first, at the door, later, or never. */
import type { Random } from './random.ts';
import type { Desk } from './storefront-desk.ts';
import { dateOf, day_ms, hour_ms, second_ms } from './storefront-moments.ts';
import { chanceOf, type Placed, tellOf } from './storefront-placed.ts';

export interface Payment {
  /** As the order tells it; none of a card. */
  readonly told?: Readonly<Record<string, unknown>>;
  readonly isFirst?: true;
  readonly isAtDoor?: true;
}

/** @param at_ms of the order */
export function drawnPayment(random: Random, at_ms: number): Payment {
  const style = random.fraction();
  const deadline = dateOf(at_ms + random.int(2, 8) * day_ms);
  if (style < 0.07)
    return { told: { method: random.pick(['銀行振込', 'コンビニ前払い']), deadline }, isFirst: true };
  if (style < 0.1) return { told: { timing: 'before' }, isFirst: true };
  if (style < 0.12) return { told: { method: '銀行振込' }, isFirst: true };
  if (style < 0.17) return { told: { method: '代引' }, isAtDoor: true };
  if (style < 0.2) return { told: { timing: 'on-delivery', method: 'cash' }, isAtDoor: true };
  if (style < 0.24) return { told: { method: 'NP後払い', deadline } };
  return style < 0.3 ? { told: { method: 'credit card' } } : {};
}

/** False where it is never paid and nothing leaves. @param end_ms when it was cancelled */
export function writePayment(
  desk: Desk,
  order: Placed,
  payment: Payment,
  end_ms: number | undefined,
): boolean {
  if (payment.isAtDoor) return true;
  if (payment.isFirst) return writePrepayment(desk, order);
  const { random } = desk;
  let at = order.at_ms + random.int(0, 30 * second_ms);
  while (random.chance(0.08)) {
    tellOf(desk, order, 'PaymentFailed', at);
    at += random.int(1, 40) * hour_ms;
  }
  // A card that failed and is never mended.
  const isGivenUp = at > order.at_ms + hour_ms && chanceOf(desk, order, 'mending').chance(0.3);
  if (!isGivenUp && (end_ms === undefined || at < end_ms)) tellOf(desk, order, 'OrderPaid', at);
  return !isGivenUp;
}

/** Most pay within days, some in the days of grace or after all hope, some never. */
function writePrepayment(desk: Desk, order: Placed): boolean {
  const random = chanceOf(desk, order, 'prepayment');
  if (random.chance(0.1)) tellOf(desk, order, 'PaymentFailed', order.at_ms + random.int(1, 40) * hour_ms);
  const style = random.fraction();
  if (style < 0.3) return random.chance(0.1);
  const late = style < 0.4;
  tellOf(desk, order, 'OrderPaid', order.at_ms + random.int(hour_ms, (late ? 20 : 6) * day_ms));
  return true;
}
