/** Whether an event that was here before says something else this time: the first word stays, and this is told. */
import type { StoreEvent } from '../events/event.ts';
import type { Customer } from '../record/customer.ts';
import { ledgerOrder } from '../record/orders/ledger-order.ts';
import { digest } from '../values/ids.ts';
import { eventHash, isKnownById, orderOf } from './event-identity.ts';
import { piecesIn } from './orders/order-goods.ts';
import { wordOf } from './seen-ring.ts';

/** None of them is a hexadecimal digit, so that a hash ends where they begin. */
const letters = 'ghijklmnopqrstuvwxyzGHIJKLMNOPQRSTUVWXYZ';

/** What the ring remembers of an event: who it is, and of one that is known by its `eventId` a letter of what it says. */
export function ringWord(event: StoreEvent): string {
  return isKnownById(event) ? eventHash(event) + letterOfBody(event) : eventHash(event);
}

/**
 * 5 bits of a hash: of forty events told otherwise one is taken for a repeat, and a repeat for nothing else. In whichever
 * order its fields come; without its time, which the engine's own events take from their telling.
 */
function letterOfBody({ detail: { occurredAt: _, ...body } }: StoreEvent): string {
  const nth = Number.parseInt(digest(['body', inOneOrder(body)], 8), 16) % letters.length;
  return letters[nth] ?? '';
}

const inOneOrder = (body: object): string =>
  JSON.stringify(body, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );

/** Asked of a known event; false where the record remembers too little of the first to tell. The archive tells nothing new. */
export function isToldOtherwise(event: StoreEvent, customer: Customer): boolean {
  if (event.replay !== undefined) return false;
  if (orderOf(event) !== undefined) return isOrderToldOtherwise(event, customer);
  const known = isKnownById(event) ? wordOf(customer.seen, eventHash(event)) : undefined;
  return known !== undefined && known.length > eventHash(event).length && known !== ringWord(event);
}

/** Another amount, currency or number of pieces than the ledger knows, of what both tell. */
function isOrderToldOtherwise({ name, detail: { order } }: StoreEvent, customer: Customer): boolean {
  const entry = ledgerOrder(customer, order?.id);
  if (name !== 'OrderPlaced' || entry?.placedAt === undefined) return false;
  const pairs = [
    [entry.total, order?.total],
    [entry.currency, order?.currency],
    [entry.pieces, piecesIn(order?.items)],
  ];
  return pairs.some(([known, told]) => known !== undefined && told !== undefined && known !== told);
}
