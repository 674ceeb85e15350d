/** When an order is in the customer's hands, by all that was told of it: known, guessed, or not to be told yet. */
import type { Temporal } from 'temporal-polyfill';
import { addDuration, isBefore, latest } from '../../values/civil-time.ts';
import type { EngineSettings } from '../engine-settings.ts';
import type { LedgerOrder } from './ledger-entry.ts';
import { orderHasSeen } from './ledger-order.ts';
import {
  isAllDelivered,
  isParcelMissing,
  isRefusedAtDoor,
  parcelsOf,
  refusedAtDoor,
} from './order-parcels.ts';
import { isHandedOver } from './order-purpose.ts';
import { lapsesAt, owesPrepayment } from './order-state.ts';

type Instant = Temporal.Instant;

/** Days from the order, or from its prepayment, to the parcel where nothing else is known. */
const daysFromOrder = 5;
/** Of an order that nobody can say the arrival of, and that nothing is heard of for so long, none is awaited. */
const silence = { hours: 24 * 60 };

export interface Whereabouts {
  readonly timeZone: string;
  readonly settings: Pick<EngineSettings, 'market' | 'transitDays'>;
}

/**
 * As it was bought, where it was taken home from a shop. Delivered, all of it; else the arrival that the store told; else the
 * shipping plus the transit days of the country it goes to; else the order plus five days. Undefined while a prepayment or a
 * failed delivery is open, a parcel has not left, or a delay has no day. Whoever asks again after a later fact gets the better
 * answer.
 */
export function arrivedAt(order: LedgerOrder, orderedAt: Instant, where: Whereabouts): Instant | undefined {
  if (isHandedOver(order)) return order.placedAt ?? orderedAt;
  if (isAllDelivered(order)) return order.deliveredAt ?? order.at;
  if (owesPrepayment(order) || isFailureOpen(order)) return undefined;
  const waitsForParcel = isParcelMissing(order);
  const { expectedAt, shippedAt, delayedAt } = order;
  const isOutdated = expectedAt && shippedAt && isBefore(expectedAt, shippedAt);
  const isOfAll = !waitsForParcel || orderHasSeen(order, 'OrderDelayed');
  if (expectedAt && !isOutdated && isOfAll) return expectedAt;
  if (waitsForParcel) return undefined;
  if (shippedAt) return inTransitFrom(latest(delayedAt, shippedAt), order, where);
  return delayedAt ? undefined : fromPlacing(order, orderedAt, where);
}

/** Where nothing at all is known of an order. */
export function fromPlacing(
  order: Pick<LedgerOrder, 'placedAt' | 'paidAt'> | undefined,
  orderedAt: Instant,
  { timeZone }: Whereabouts,
): Instant {
  const from = latest(order?.paidAt, order?.placedAt ?? orderedAt);
  return addDuration(from, { days: daysFromOrder }, timeZone);
}

function inTransitFrom(
  from: Instant,
  { country }: LedgerOrder,
  { timeZone, settings }: Whereabouts,
): Instant {
  const { transitDays, market } = settings;
  const days = (country ?? market).split(' ').map((one) => transitDays[one] ?? transitDays.other ?? 0);
  return addDuration(from, { days: Math.max(...days) }, timeZone);
}

/** When an arrival that cannot be told is awaited no longer. */
export function givenUpAt(order: LedgerOrder): Instant {
  return lapsesAt(order) ?? order.at.add(silence);
}

/** A parcel could not be handed over, and neither came later nor was sent again. */
function isFailureOpen(order: LedgerOrder): boolean {
  const { failedAt, shippedAt } = order;
  if (!failedAt || (shippedAt && isBefore(failedAt, shippedAt))) return false;
  const there = parcelsOf(order, 'OrderDelivered').ids;
  const failed = parcelsOf(order, 'DeliveryFailed');
  const refused = refusedAtDoor(order).ids;
  const isOpen = (id: string) => !there.has(id) && !refused.has(id);
  return failed.isWhole || isRefusedAtDoor(order) || [...failed.ids].some(isOpen);
}
