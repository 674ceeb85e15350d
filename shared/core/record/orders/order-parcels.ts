/** Which parcels of an order have left, arrived or were refused, and whether any is still to come: by what was told of each. */
import type { EventName } from '../../events/event-catalogue.ts';
import type { GoodsBack, LedgerOrder } from './ledger-entry.ts';

/** The parcels that an event has been told of; `isWhole`: of the order, or of all of them. */
interface Parcels {
  readonly ids: ReadonlySet<string>;
  readonly isWhole: boolean;
}

/** Ends the word of a failure that was a refusal: it is another fact than the failures of that parcel. */
export const refusalMark = '!';
export const isOfRefusal = (word: string): boolean => word.endsWith(refusalMark);

function parcelsIn(words: readonly string[], name: EventName): Parcels {
  const parcels = words.flatMap((word) => {
    if (word !== name && !word.startsWith(`${name}:`)) return [];
    const parcel = word.slice(name.length + 1);
    return [isOfRefusal(parcel) ? parcel.slice(0, -1) : parcel];
  });
  return {
    ids: new Set(parcels.filter((id) => id !== '')),
    isWhole: parcels.includes('') || parcels.includes('*'),
  };
}

export const parcelsOf = ({ seen }: LedgerOrder, name: EventName): Parcels => parcelsIn(seen, name);

/** The parcels not accepted at the door, of an order that was to be paid there. */
export function refusedAtDoor({ seen, timing, refused }: LedgerOrder): Parcels {
  if (timing !== 'on-delivery') return parcelsIn([], 'DeliveryFailed');
  const marked = seen.filter(isOfRefusal);
  // Refusals had no mark once.
  return parcelsIn(refused && marked.length === 0 ? seen : marked, 'DeliveryFailed');
}

/** Nothing of it was accepted at the door, and nothing else of it is there, on its way or to come. */
export function isRefusedAtDoor(order: LedgerOrder): boolean {
  const refused = refusedAtDoor(order);
  if (refused.isWhole) return true;
  if (refused.ids.size === 0 || parcelsOf(order, 'OrderDelivered').isWhole) return false;
  const isAll = parcelsKnown(order).every((id) => refused.ids.has(id));
  return isAll && refused.ids.size >= (order.parcels ?? 1) && !arePiecesMissing(order);
}

/** Parcels that have left the store. */
const parcelsKnown = (order: LedgerOrder): string[] =>
  (['OrderShipped', 'OrderDelivered', 'DeliveryFailed'] as const).flatMap((name) => [
    ...parcelsOf(order, name).ids,
  ]);

/** True once every parcel there is has been delivered; one that was refused is not waited for. */
export function isAllDelivered(order: LedgerOrder): boolean {
  const there = parcelsOf(order, 'OrderDelivered');
  if (there.isWhole) return true;
  if (there.ids.size === 0 || arePiecesMissing(order)) return false;
  const done = new Set([...there.ids, ...refusedAtDoor(order).ids]);
  const { parcels = 1 } = order;
  return parcels > 1 ? done.size >= parcels : parcelsKnown(order).every((id) => done.has(id));
}

/** True where it comes in several parcels, and one of them has not left yet. */
export function isParcelMissing(order: LedgerOrder): boolean {
  const { parcels = 1 } = order;
  const left = parcelsOf(order, 'OrderShipped');
  if (left.isWhole) return false;
  if (parcels <= 1) return arePiecesMissing(order);
  const there = parcelsOf(order, 'OrderDelivered').ids;
  return new Set([...left.ids, ...there, ...refusedAtDoor(order).ids]).size < parcels;
}

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
const piecesOf = (goods: readonly GoodsBack[] = []): number => total(goods.map(({ quantity }) => quantity));

/** How many pieces are to be sent; none where its lines are not known. */
const piecesToSend = ({ pieces, piecesUnsent = 0 }: LedgerOrder): number | undefined =>
  pieces === undefined ? undefined : pieces - piecesUnsent;

/** What all parcels that are known hold is less than what is to be sent. What was paid back and never came back is not. */
function arePiecesMissing(order: LedgerOrder): boolean {
  const { inParcels, parcels, paidBack, back } = order;
  const toSend = piecesToSend(order);
  if (!inParcels || parcels !== undefined || toSend === undefined) return false;
  if (parcelsOf(order, 'OrderShipped').isWhole) return false;
  const isClear = parcelsKnown(order).every((id) => inParcels[id] !== undefined);
  const cancelled = Math.max(0, piecesOf(paidBack) - piecesOf(back));
  return isClear && total(Object.values(inParcels)) < toSend - cancelled;
}

/** Once all has left, nobody need know in which parcel, whatever is told of one later. */
export function withoutParcelsDone(order: LedgerOrder): LedgerOrder {
  const { inParcels, ...known } = order;
  if (!inParcels) return order;
  const toSend = piecesToSend(order);
  const isDone = toSend !== undefined && total(Object.values(inParcels)) >= toSend;
  return isDone || order.isAllShipped ? { ...known, isAllShipped: true } : order;
}
