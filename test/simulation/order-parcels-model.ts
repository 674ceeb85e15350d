/** What became of an order's parcels, by its facts alone: which left, came, were refused at the door, and whether more are to come. */
import type { EventName } from '../../shared/core/events/event-catalogue.ts';
import { type FactsOfOrder, type Line, parcelOf } from './order-facts-told.ts';

export const piecesIn = (lines: readonly Line[]) =>
  lines.reduce((sum, { quantity = 1 }) => sum + quantity, 0);

/** The parcels that facts of a name are about; `isWhole` where one names none. */
function parcels(facts: FactsOfOrder, name: EventName, reason?: string) {
  const told = facts
    .of(name)
    .filter(({ detail }) => reason === undefined || detail.shipment?.reason === reason)
    .map(({ detail }) => parcelOf(detail.shipment));
  return { ids: new Set(told.filter((id) => id !== undefined)), isWhole: told.includes(undefined) };
}

const parcelsInAll = ({ all }: FactsOfOrder) =>
  Math.max(1, ...all.map(({ detail }) => detail.shipment?.of ?? 1));

const left = ['OrderShipped', 'OrderDelivered', 'DeliveryFailed'] as const;
const allThatLeft = (facts: FactsOfOrder) => new Set(left.flatMap((name) => [...parcels(facts, name).ids]));

function refusedOf(facts: FactsOfOrder) {
  const refused = parcels(facts, 'DeliveryFailed', 'refused');
  return facts.timing === 'on-delivery' ? refused : { ids: new Set<string>(), isWhole: false };
}

/** Every parcel there is was turned away at the door, unpaid. */
export function isTurnedAway(facts: FactsOfOrder): boolean {
  const refused = refusedOf(facts);
  if (refused.isWhole) return true;
  const isAll = [...allThatLeft(facts)].every((id) => refused.ids.has(id));
  const isMoreToCome = refused.ids.size < parcelsInAll(facts) || arePiecesToCome(facts);
  const isKept = parcels(facts, 'OrderDelivered').isWhole || isMoreToCome;
  return refused.ids.size > 0 && isAll && !isKept;
}

export function isAllThere(facts: FactsOfOrder): boolean {
  const there = parcels(facts, 'OrderDelivered');
  if (there.isWhole) return true;
  const done = new Set([...there.ids, ...refusedOf(facts).ids]);
  const inAll = parcelsInAll(facts);
  if (there.ids.size === 0 || arePiecesToCome(facts)) return false;
  return inAll > 1 ? done.size >= inAll : [...allThatLeft(facts)].every((id) => done.has(id));
}

export function isParcelMissing(facts: FactsOfOrder): boolean {
  const shipped = parcels(facts, 'OrderShipped');
  if (shipped.isWhole) return false;
  const gone = [...shipped.ids, ...parcels(facts, 'OrderDelivered').ids, ...refusedOf(facts).ids];
  const inAll = parcelsInAll(facts);
  return inAll > 1 ? new Set(gone).size < inAll : arePiecesToCome(facts);
}

/** Neither handed over later nor sent again, nor turned away while the rest goes on. */
export function isFailureOpen(facts: FactsOfOrder): boolean {
  const failed_ms = facts.last_ms('DeliveryFailed');
  if (failed_ms === undefined || (facts.last_ms('OrderShipped') ?? -1) > failed_ms) return false;
  const [failed, there] = [parcels(facts, 'DeliveryFailed'), parcels(facts, 'OrderDelivered')];
  const isSettled = (id: string) => there.ids.has(id) || refusedOf(facts).ids.has(id);
  return failed.isWhole || isTurnedAway(facts) || ![...failed.ids].every(isSettled);
}

/** Where each parcel tells what it holds, and no fact counts the parcels: what all of them hold is not all of it. */
function arePiecesToCome(facts: FactsOfOrder): boolean {
  const { all } = facts;
  const lines = facts.placing?.detail.order?.items ?? [];
  const isCounted = all.some(({ detail }) => detail.shipment?.of !== undefined);
  const isClosed = all.some(({ detail }) => detail.order?.isAllShipped);
  if (lines.length === 0 || isCounted || isClosed || parcels(facts, 'OrderShipped').isWhole) return false;
  const held = [...allThatLeft(facts)].map((id) => {
    const words = facts.of(...left).filter(({ detail }) => parcelOf(detail.shipment) === id);
    return Math.max(...words.map(({ detail }) => piecesIn(detail.shipment?.items ?? [])));
  });
  if (held.length === 0 || held.includes(0)) return false;
  const toSend = piecesIn(lines.filter(({ requiresShipping }) => requiresShipping !== false));
  const sent = held.reduce((sum, pieces) => sum + pieces, 0);
  return sent < toSend - Math.max(0, piecesBack(facts, 'OrderRefunded') - piecesBack(facts, 'OrderReturned'));
}

/** Pieces by the lines of refunds or returns; a refund with an amount tells of the order's lines nothing. */
function piecesBack(facts: FactsOfOrder, name: 'OrderRefunded' | 'OrderReturned'): number {
  const lines = facts.of(name).map(({ detail: { refund, order } }) => {
    const ofOrder = name === 'OrderReturned' || refund?.amount === undefined ? order?.items : undefined;
    return piecesIn(refund?.items ?? ofOrder ?? []);
  });
  return lines.reduce((sum, pieces) => sum + pieces, 0);
}
