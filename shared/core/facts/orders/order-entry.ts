/** What an event adds to the ledger's entry of its order. Each fact has a place of its own there, so that none need come first. */
import { Temporal } from 'temporal-polyfill';
import type { Order, StoreDetail, StoreEvent } from '../../events/event.ts';
import type { EventName } from '../../events/event-catalogue.ts';
import type { EngineSettings } from '../../record/engine-settings.ts';
import type { LedgerOrder } from '../../record/orders/ledger-entry.ts';
import { withoutParcelsDone } from '../../record/orders/order-parcels.ts';
import { asDate } from '../../values/as-date.ts';
import { latest } from '../../values/civil-time.ts';
import { currencyOfMarket } from '../../values/money/currency-of-market.ts';
import { timingOfMethod } from '../../values/order-words.ts';
import { isRefusal, ledgerEntry } from '../event-identity.ts';
import { goodsAdded, piecesIn, piecesSent } from './order-goods.ts';
import { parcelHash, parcelOf } from './parcel.ts';

type Instant = Temporal.Instant;
type Facts = Partial<LedgerOrder>;

/** What the ledger keeps of one order. */
export const maxWords = 24;

/** Of the store: the zone in which it tells days, and its market, whose currency is that of an order which names none. */
export type ToldBy = Pick<EngineSettings, 'timeZone' | 'market'>;

export function withFact(before: LedgerOrder, event: StoreEvent, by: ToldBy): LedgerOrder {
  const entry: LedgerOrder = {
    ...before,
    seen: withinWords([...new Set([...before.seen, ledgerEntry(event)])]),
    at: latest(before.at, event.occurredAt),
    ...ofGoing(before, event, by.timeZone),
  };
  return withoutParcelsDone({ ...entry, ...ofName(entry, event, by), ...ofParcel(before, event) });
}

/** Of an order in very many parcels the oldest parcels' words go; what tells that it was placed or ended stays. */
function withinWords(words: readonly string[]): readonly string[] {
  if (words.length <= maxWords) return words;
  const oldest = words.findIndex((word) => word.includes(':'));
  return words.filter((_, i) => i !== oldest);
}

/** Which any event of the order may tell: how many parcels, when they are expected, where they go, and whether that is to somebody else. */
function ofGoing(before: LedgerOrder, { name, detail }: StoreEvent, timeZone: string): Facts {
  const { shipment, order } = detail;
  const expected = shipment?.expectedAt === undefined ? undefined : noonOf(shipment.expectedAt, timeZone);
  return {
    ...(shipment?.of !== undefined && { parcels: Math.max(before.parcels ?? 0, shipment.of) }),
    ...(expected && { expectedAt: latest(before.expectedAt, expected) }),
    ...(order?.gift && { gift: true }),
    ...(order?.isAllShipped && { isAllShipped: true }),
    ...ofNumber(before, name, order),
    ...(order?.shipTo?.other !== undefined && { toOther: before.toOther === true || order.shipTo.other }),
    ...(order?.shipTo?.country !== undefined && {
      country: withCountry(before.country, order.shipTo.country),
    }),
  };
}

/** What the placing says of it holds, else the first word. */
function ofNumber({ id, number: known }: LedgerOrder, name: EventName, order: Order | undefined): Facts {
  const told = String(order?.number ?? id);
  return told === id || (known !== undefined && name !== 'OrderPlaced') ? {} : { number: told };
}

/** Of more parcels than that nobody counts the pieces. */
const maxParcels = 12;
const thatLeft: ReadonlySet<EventName> = new Set<EventName>([
  'OrderShipped',
  'OrderDelivered',
  'DeliveryFailed',
]);

/** How many pieces a parcel holds that has left; of two words on it the greater. */
function ofParcel({ inParcels = {} }: LedgerOrder, { name, detail }: StoreEvent): Facts {
  const parcel = parcelOf(detail);
  const held = thatLeft.has(name) ? (piecesSent(detail.shipment?.items) ?? 0) : 0;
  if (held === 0 || parcel === undefined) return {};
  const known = parcelHash(parcel);
  if (inParcels[known] === undefined && Object.keys(inParcels).length >= maxParcels) return {};
  return { inParcels: { ...inParcels, [known]: Math.max(inParcels[known] ?? 0, held) } };
}

/** Goods of one order go to few. */
const maxCountries = 3;

/** Where facts tell of several, none says which of them is right: the same few of them whichever came first. */
function withCountry(known: string | undefined, told: string): string {
  const all = new Set([...(known?.split(' ') ?? []), told.toUpperCase()]);
  return [...all].sort().slice(0, maxCountries).join(' ');
}

function ofName(entry: LedgerOrder, event: StoreEvent, by: ToldBy): Facts {
  const { occurredAt: at, detail } = event;
  switch (event.name) {
    case 'OrderPlaced':
      return ofPlacing(entry, event, by);
    case 'OrderPaid':
      return entry.placedAt !== undefined && entry.timing !== 'before' ? {} : { paidAt: at };
    case 'OrderShipped':
      return { shippedAt: latest(entry.shippedAt, at) };
    case 'OrderDelivered':
      return { deliveredAt: latest(entry.deliveredAt, at) };
    case 'OrderDelayed':
      return detail.shipment?.expectedAt === undefined ? { delayedAt: latest(entry.delayedAt, at) } : {};
    case 'DeliveryFailed':
      return {
        failedAt: latest(entry.failedAt, at),
        ...(isRefusal(event) && { refused: true }),
      };
    case 'OrderReturned':
      return ofReturn(entry, detail);
    case 'OrderRefunded':
      return ofRefund(entry, detail);
    default:
      return {};
  }
}

function ofPlacing({ paidAt }: LedgerOrder, { occurredAt, detail }: StoreEvent, by: ToldBy): Facts {
  const { order, payment } = detail;
  const payBy = payment?.deadline === undefined ? undefined : endOf(payment.deadline, by.timeZone);
  const timing = payment?.timing ?? timingOfMethod(payment?.method) ?? (payBy && 'before');
  return {
    placedAt: occurredAt,
    total: order?.total,
    currency: order?.currency ?? currencyOfMarket(by.market),
    timing,
    payBy: timing === 'before' ? payBy : undefined,
    paidAt: timing === 'before' ? paidAt : undefined,
    origin: order?.origin,
    pieces: piecesIn(order?.items),
    piecesUnsent: (piecesIn(order?.items) ?? 0) - (piecesSent(order?.items) ?? 0) || undefined,
  };
}

/** A return that names no lines is one of all. */
function ofReturn(entry: LedgerOrder, { refund, order }: StoreDetail): Facts {
  const items = refund?.items ?? order?.items ?? [];
  if (items.length > 0) return { back: goodsAdded(entry.back, items) };
  return refund?.items ? {} : { undone: entry.undone ?? 'returned' };
}

/** A refund that names neither amount nor lines is one of all. */
function ofRefund(entry: LedgerOrder, { refund, order }: StoreDetail): Facts {
  const items = refund?.items ?? (refund?.amount === undefined ? order?.items : undefined);
  const isOfAll = refund?.amount === undefined && refund?.items === undefined && !items?.length;
  if (isOfAll) return { undone: 'refunded' };
  const amount = refund?.amount ?? 0;
  const currency = refund?.currency ?? '';
  return {
    ...(items && items.length > 0 && { paidBack: goodsAdded(entry.paidBack, items) }),
    ...(amount > 0 && {
      refunded: { ...entry.refunded, [currency]: (entry.refunded?.[currency] ?? 0) + amount },
    }),
  };
}

/** A civil day stands for its noon at the store, so that it is the same day on most walls. */
const noonOf = (date: string, timeZone: string) => instantOf(date, timeZone, 12);
/** The end of a civil day. */
const endOf = (date: string, timeZone: string) => instantOf(date, timeZone, 24);

function instantOf(text: string, timeZone: string, hours: number): Instant | undefined {
  const date = asDate(text);
  if (!(date instanceof Temporal.PlainDate)) return date;
  const day = hours === 24 ? date.add({ days: 1 }) : date;
  return day
    .toZonedDateTime({ timeZone })
    .add({ hours: hours % 24 })
    .toInstant();
}
