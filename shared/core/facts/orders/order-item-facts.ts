/** Which facts of an order are kept beside the record, and how much of each: an order's item is bounded by construction. */
import type { StoreEvent } from '../../events/event.ts';
import { isByParcel } from '../../events/event-catalogue.ts';
import { type KeptOrder, type OrderFact, orderParts } from '../../record/orders/kept-order.ts';
import type { LedgerOrder } from '../../record/orders/ledger-entry.ts';
import { utf8Bytes } from '../../values/item-size.ts';
import { type Fields, pickFields } from '../../values/pick-fields.ts';
import { isRefusal, ledgerEntry, orderOf } from '../event-identity.ts';
import { maxWords } from './order-entry.ts';
import { goodsAdded } from './order-goods.ts';

/** As JSON; it lies there compressed. Of any other fact than the placing what is beyond this is left to what decides. */
const mostOfPlacing_bytes = 64 * 1024;
const mostOfOther_bytes = 1024;

/** Of a parcel's way only that it was refused; every other fact of an order is of its money or its end. */
const isOfMoneyOrEnd = (event: StoreEvent): boolean => !isByParcel(event.name) || isRefusal(event);

/** Kept under its word, or `left-out` where it is beyond the bounds; nothing of a fact that no item keeps. */
export type KeptFact = { readonly word: string; readonly fact: OrderFact } | 'left-out' | undefined;

/** @param before the ledger's entry of the order before this fact */
export function factToKeep(event: StoreEvent, before: LedgerOrder | undefined): KeptFact {
  if (orderOf(event) === undefined || !isOfMoneyOrEnd(event)) return undefined;
  const word = ledgerEntry(event);
  // Beyond that the ledger forgets parts, and so no longer bounds how many there are.
  if (word.includes(':') && (before?.seen.length ?? 0) >= maxWords) return 'left-out';
  const fact = factOf(event);
  if (event.name === 'OrderPlaced') return fits(fact, mostOfPlacing_bytes) ? { word, fact } : 'left-out';
  return { word, fact: fits(fact, mostOfOther_bytes) ? fact : essence(event) };
}

/** True where an order's item keeps all these fields of the event that an enrolment began with. */
export function isKeptWhole(event: StoreEvent, fields: Fields): boolean {
  const parts: readonly string[] = orderParts;
  return (
    event.name === 'OrderPlaced' &&
    orderOf(event) !== undefined &&
    Object.keys(fields).every((name) => parts.includes(name)) &&
    fits(factOf(event), mostOfPlacing_bytes)
  );
}

/** The fields of an enrolment that began with the placing of the order, as its item keeps them. */
export function fieldsFromItem(item: KeptOrder | undefined, fields: readonly string[]): Fields | undefined {
  const placed = item?.facts.OrderPlaced;
  if (!placed) return undefined;
  const { at: _, ...told } = placed;
  return pickFields(told, fields);
}

const fits = (fact: OrderFact, most_bytes: number) => utf8Bytes(JSON.stringify(fact)) <= most_bytes;

function factOf({ occurredAt, detail }: StoreEvent): OrderFact {
  const told = orderParts.flatMap((part) => (detail[part] === undefined ? [] : [[part, detail[part]]]));
  return { at: occurredAt.toString(), ...Object.fromEntries(told) };
}

/** What the state of the order is made of. */
const deciding = [
  ...['order.id', 'order.total', 'order.currency', 'order.origin', 'order.shipTo.country'],
  ...['payment.method', 'payment.timing', 'payment.deadline'],
  ...['refund.id', 'refund.amount', 'refund.currency'],
  ...['shipment.id', 'shipment.number', 'shipment.of', 'shipment.reason', 'shipment.expectedAt'],
];

function essence({ occurredAt, detail }: StoreEvent): OrderFact {
  const told = pickFields(detail, deciding) as Record<string, Fields>;
  const withGoods = (part: 'order' | 'refund') => {
    const items = detail[part]?.items;
    return items && { [part]: { ...told[part], items: goodsAdded([], items) } };
  };
  return { at: occurredAt.toString(), ...told, ...withGoods('order'), ...withGoods('refund') };
}
