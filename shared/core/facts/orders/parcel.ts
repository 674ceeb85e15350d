/** An order may come in several parcels, each with its own enrolment: what became of one says nothing of the others. */
import { type EventName, isByParcel } from '../../events/event-catalogue.ts';
import type { LedgerOrder } from '../../record/orders/ledger-entry.ts';
import { orderHasSeen } from '../../record/orders/ledger-order.ts';
import { refusalMark } from '../../record/orders/order-parcels.ts';
import { digest } from '../../values/ids.ts';

type Fields = Readonly<Record<string, unknown>> | undefined;

/** The parcel that an event is about, or an enrolment by the fields it kept: its id, else which of several it is. */
export function parcelOf(event: Fields): string | undefined {
  const { id, number } = (event?.shipment ?? {}) as { readonly id?: unknown; readonly number?: unknown };
  if (typeof id === 'string') return id;
  return typeof number === 'number' && number > 0 ? `#${number}` : undefined;
}

/** The ledger's word for an event of a parcel. */
export function parcelEntry(name: EventName, parcel: string): string {
  return `${name}:${parcelHash(parcel)}`;
}

/** What stands for a parcel in the ledger. */
export const parcelHash = (parcel: string): string => digest([parcel], 8);

/**
 * The ledger's word for a parcel, or an order, that was refused. A parcel that nobody was there to take may be refused when it
 * comes again, and the other way round: of the same type and part, and another fact.
 */
export const refusalEntry = (parcel: string | undefined): string =>
  (parcel === undefined ? 'DeliveryFailed:' : parcelEntry('DeliveryFailed', parcel)) + refusalMark;

/** The ledger's word for such events of whatever parcel, of an order that is long over (`old-orders.ts`). */
export const everyParcel = (name: EventName): string => `${name}:*`;

/** Whether the ledger holds such an event of this parcel, or of the order as a whole. Without a parcel: of any. */
export function parcelHasSeen(
  entry: LedgerOrder | undefined,
  name: EventName,
  parcel: string | undefined,
): boolean {
  if (parcel === undefined || !isByParcel(name)) return orderHasSeen(entry, name);
  const words = [name, parcelEntry(name, parcel), everyParcel(name)];
  if (name === 'DeliveryFailed') words.push(refusalEntry(undefined), refusalEntry(parcel));
  return entry?.seen.some((seen) => words.includes(seen)) ?? false;
}

/** False only where both name a parcel, and not the same. */
export function mayBeSameParcel(name: EventName, event: Fields, kept: Fields): boolean {
  if (!isByParcel(name)) return true;
  const [one, other] = [parcelOf(event), parcelOf(kept)];
  return one === undefined || other === undefined || one === other;
}
