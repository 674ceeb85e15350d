/** The goods that the customer has bought, without those of orders that came to nothing though they may still be told otherwise. */
import type { Customer } from '../customer.ts';
import type { OwnedProduct } from '../customer-facts.ts';
import type { LedgerOrder } from './ledger-entry.ts';

/** Of a product bought more than once what is left goes back to the first purchase. */
export function goodsHeld(
  { owned, orders }: Pick<Customer, 'owned' | 'orders'>,
  cameToNothing: (order: LedgerOrder) => boolean,
): readonly OwnedProduct[] {
  const off = orders.filter(cameToNothing).flatMap(({ placedAt }) => placedAt ?? []);
  if (off.length === 0) return owned;
  const isOff = (at: OwnedProduct['at']) => off.some((moment) => moment.equals(at));
  return owned.flatMap((one): OwnedProduct[] => {
    const { firstAt, ...known } = one;
    const first = firstAt && !isOff(firstAt) ? firstAt : undefined;
    if (!isOff(one.at)) return [first === firstAt ? one : known];
    return first ? [{ ...known, at: first, quantity: undefined, supplyDays: undefined }] : [];
  });
}
