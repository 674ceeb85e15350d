/** Lines of an order by their pieces: how many they are, and what of them came back or was paid back, within bounds. */
import type { OrderItem } from '../../events/event.ts';
import type { GoodsBack } from '../../record/orders/ledger-entry.ts';

const maxGoods = { entries: 12, bytes: 640 };

/** The goods with more of them: one entry for each product, within the bounds. */
export function goodsAdded(
  known: readonly GoodsBack[] = [],
  items: readonly Pick<OrderItem, 'productId' | 'quantity'>[] = [],
): readonly GoodsBack[] {
  const goods = new Map(known.map(({ productId, quantity }) => [productId, quantity]));
  for (const { productId, quantity = 1 } of items)
    goods.set(productId, (goods.get(productId) ?? 0) + quantity);
  return bounded([...goods].map(([productId, quantity]) => ({ productId, quantity })));
}

/** Of too many the pieces are counted on, under the last that has a name. */
function bounded(goods: readonly GoodsBack[]): readonly GoodsBack[] {
  let bytes = 0;
  const fits = goods.filter(({ productId }, nth) => {
    bytes += productId.length + 8;
    return nth < maxGoods.entries && bytes <= maxGoods.bytes;
  });
  const last = fits.at(-1);
  if (!last || fits.length === goods.length) return fits;
  const all = goods.reduce((sum, { quantity }) => sum + quantity, 0);
  const named = fits.slice(0, -1).reduce((sum, { quantity }) => sum + quantity, 0);
  return [...fits.slice(0, -1), { ...last, quantity: all - named }];
}

/** How many pieces the lines are, where any are told. */
export const piecesIn = (items: readonly OrderItem[] = []): number | undefined =>
  items.length > 0 ? items.reduce((sum, { quantity = 1 }) => sum + quantity, 0) : undefined;

/** Without those that no parcel brings, such as a gift card. */
export const piecesSent = (items: readonly OrderItem[] = []): number | undefined =>
  piecesIn(items.filter(({ requiresShipping }) => requiresShipping !== false));
