/** The products she has looked at and those she has bought, newest first to stay, and those she asked for. */
import type { Temporal } from 'temporal-polyfill';
import type { OrderItem, StoreEvent } from '../events/event.ts';
import type { Customer } from '../record/customer.ts';
import type { OwnedProduct, ViewState } from '../record/customer-facts.ts';
import type { EndAsking, KeepAsking } from '../record/effect.ts';
import type { LedgerOrder } from '../record/orders/ledger-entry.ts';
import { ledgerOrder } from '../record/orders/ledger-order.ts';
import { isForOther } from '../record/orders/order-purpose.ts';
import { areGoodsTakenBack, piecesGone } from '../record/orders/order-state.ts';
import { newest, shortened, wholeOrNone } from '../values/bounded-list.ts';
import { earliest, isBefore } from '../values/civil-time.ts';
import { utf8Bytes } from '../values/item-size.ts';
import { askingKey, orderOf } from './event-identity.ts';
import { piecesIn } from './orders/order-goods.ts';

const mostViews = { entries: 8, bytes: 2048 };
const mostOwned = { entries: 24, bytes: 3072 };
const maxName = 60;
const maxUrl_bytes = 256;

/** The customer with one look at a product; what is known of the product is the newest event's word alone. */
export function withView(customer: Customer, event: StoreEvent): Customer {
  const { product } = event.detail;
  if (event.name !== 'ProductViewed' || !product) return customer;
  const known = customer.views.find((view) => view.productId === product.id);
  const stated: ViewState = {
    productId: product.id,
    at: event.occurredAt,
    times: (known?.times ?? 0) + 1,
    name: shortened(product.name, maxName),
    category: shortened(product.category, maxName),
    url: wholeOrNone(product.url, maxUrl_bytes),
  };
  const view = known && isBefore(event.occurredAt, known.at) ? { ...known, times: stated.times } : stated;
  const others = customer.views.filter((one) => one !== known);
  return { ...customer, views: newest([...others, view], mostViews, (one) => one.productId) };
}

/** The looks; of what the customer has bought without what a message would show of it, for none does (`recommend.ts`). */
export function withoutShown({ views, owned }: Pick<Customer, 'views' | 'owned'>): readonly ViewState[] {
  const bought = new Set(owned.map(({ productId }) => productId));
  const isShown = ({ productId, name, url }: ViewState) =>
    !bought.has(productId) || (name === undefined && url === undefined);
  return views.every(isShown)
    ? views
    : views.map((view) => (isShown(view) ? view : { ...view, name: undefined, url: undefined }));
}

/**
 * The customer with what an order brought her, or without what a fact took back. Asks the ledger, which must hold the event
 * already. Of a product bought three times or more, what is taken back goes back to the first purchase.
 *
 * @param before the order as it was before the event
 */
export function withOwned(customer: Customer, event: StoreEvent, before: LedgerOrder | undefined): Customer {
  const order = ledgerOrder(customer, orderOf(event));
  if (!order) return customer;
  if (event.name === 'OrderPlaced') return withBought(customer, event, order);
  const { placedAt } = order;
  if (!placedAt) return customer;
  if (areGoodsTakenBack(order)) {
    return before && areGoodsTakenBack(before)
      ? customer
      : { ...customer, owned: customer.owned.flatMap((one) => withoutPieces(one, placedAt)) };
  }
  const isNowForOther = isForOther(order) && before !== undefined && !isForOther(before);
  const goods = isNowForOther ? customer.owned.flatMap((one) => given(one, placedAt)) : customer.owned;
  const owned = goods.flatMap((one) => {
    const pieces = piecesGone(order, one.productId) - (before ? piecesGone(before, one.productId) : 0);
    return pieces > 0 ? withoutPieces(one, placedAt, pieces) : [one];
  });
  return { ...customer, owned };
}

function withBought(customer: Customer, event: StoreEvent, order: LedgerOrder): Customer {
  if (areGoodsTakenBack(order)) return customer;
  const bought = Map.groupBy(event.detail.order?.items ?? [], ({ productId }) => productId);
  const owned = new Map(customer.owned.map((one) => [goodsKey(one), one]));
  for (const [id, items] of bought) {
    const gone = piecesGone(order, id);
    const stated: OwnedProduct = {
      ...ownedOf(id, items, event),
      ...(isForOther(order) && { forOther: true }),
    };
    const [left] = gone > 0 ? withoutPieces(stated, event.occurredAt, gone) : [stated];
    if (left) owned.set(goodsKey(left), joined(owned.get(goodsKey(left)), left));
  }
  return { ...customer, owned: ownFirst([...owned.values()]) };
}

/** Of too much what was bought for others goes first: presents of forty lines leave what the customer uses where it is. */
function ownFirst(goods: readonly OwnedProduct[]): readonly OwnedProduct[] {
  const own = newest(
    goods.filter(({ forOther }) => !forOther),
    mostOwned,
    goodsKey,
  );
  const left = { entries: mostOwned.entries - own.length, bytes: mostOwned.bytes - jsonBytes(own) };
  if (left.entries <= 0 || left.bytes <= 0) return own;
  const others = newest(
    goods.filter(({ forOther }) => forOther),
    left,
    goodsKey,
  );
  return newest([...own, ...others], mostOwned, goodsKey);
}

const jsonBytes = (value: unknown): number => utf8Bytes(JSON.stringify(value));

/** What is bought for somebody else lies beside what the customer bought of it for herself. */
export const goodsKey = ({ productId, forOther }: OwnedProduct) =>
  forOther ? `other ${productId}` : `own ${productId}`;

/** One product, where the purchase of that moment turns out to have been for somebody else. */
function given(one: OwnedProduct, placedAt: Temporal.Instant): OwnedProduct[] {
  const { firstAt, ...known } = one;
  const isLast = one.at.equals(placedAt);
  if (one.forOther || !(isLast || firstAt?.equals(placedAt))) return [one];
  const other = isLast ? known : { ...known, at: placedAt, quantity: undefined, supplyDays: undefined };
  return [...withoutPieces(one, placedAt), { ...other, forOther: true }];
}

/** One product without so many pieces of the purchase of that moment; without all of them where no number is given. */
function withoutPieces(
  { firstAt, ...one }: OwnedProduct,
  placedAt: Temporal.Instant,
  pieces = Number.POSITIVE_INFINITY,
): OwnedProduct[] {
  if (firstAt?.equals(placedAt)) return [one];
  const { quantity = 1, supplyDays } = one;
  const kept = { ...one, ...(firstAt && { firstAt }) };
  if (!one.at.equals(placedAt)) return [kept];
  const left = quantity - pieces;
  if (left > 0) {
    const days = supplyDays === undefined ? undefined : (supplyDays * left) / quantity;
    return [{ ...kept, quantity: left === 1 ? undefined : left, supplyDays: days }];
  }
  return firstAt ? [{ ...one, at: firstAt, quantity: undefined, supplyDays: undefined }] : [];
}

function ownedOf(productId: string, items: readonly OrderItem[], { occurredAt }: StoreEvent): OwnedProduct {
  const days = items.reduce((sum, { supplyDays = 0, quantity = 1 }) => sum + supplyDays * quantity, 0);
  const pieces = piecesIn(items);
  return {
    productId,
    at: occurredAt,
    category: shortened(items[0]?.category, maxName),
    quantity: pieces === 1 ? undefined : pieces,
    supplyDays: days > 0 ? days : undefined,
  };
}

/** One purchase more: the newer tells, the older dates the first. */
function joined(known: OwnedProduct | undefined, stated: OwnedProduct): OwnedProduct {
  if (!known) return stated;
  const [older, newer] = isBefore(stated.at, known.at) ? [stated, known] : [known, stated];
  const { firstAt: _, ...word } = newer;
  if (older.at.equals(newer.at)) return word;
  return { ...word, firstAt: earliest([known.firstAt ?? known.at, stated.at]) };
}

/**
 * What the event says of who waits for a product: asking begins it, an order of it ends it.
 *
 * @param customer as the record was before the event
 */
export function askingsIn(event: StoreEvent, { done }: Pick<Customer, 'done'>): (KeepAsking | EndAsking)[] {
  const { name, detail, occurredAt: at } = event;
  const asked = name === 'RestockRequested' ? detail.product?.id : undefined;
  if (asked !== undefined) return [{ do: 'asking', product: asked, at }];
  if (name !== 'OrderPlaced') return [];
  const ordered = new Set((detail.order?.items ?? []).map(({ productId }) => productId));
  return [...ordered]
    .filter((product) => done.includes(askingKey(product)))
    .map((product) => ({ do: 'no-asking', product, at }));
}
