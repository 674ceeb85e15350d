import type { Temporal } from 'temporal-polyfill';
import type { LedgerOrder } from '../record/customer.ts';
import type { EngineSettings } from '../record/engine-settings.ts';
import { addDuration } from '../values/civil-time.ts';

/** Days from the order to the parcel where nothing else is known. */
const daysFromOrder = 5;

/**
 * When the parcel is in her hands: delivered, else shipped plus the market's transit days, else the order plus five
 * days. A guess until `OrderDelivered` comes; whoever asks again after a later fact gets the better answer.
 */
export function arrivedAt(
  order: LedgerOrder | undefined,
  orderedAt: Temporal.Instant,
  timeZone: string,
  settings: EngineSettings,
): Temporal.Instant {
  if (order?.deliveredAt) return order.deliveredAt;
  if (order?.shippedAt) {
    const transit = settings.transitDays[settings.market] ?? settings.transitDays.other ?? 0;
    return addDuration(order.shippedAt, { days: transit }, timeZone);
  }
  return addDuration(order?.placedAt ?? orderedAt, { days: daysFromOrder }, timeZone);
}
