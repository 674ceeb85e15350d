/** What of a cart a message may still show: not what she has bought since, and not what is sold out. */
import { isBefore } from './civil-time.ts';
import type { Customer, Enrolment } from './customer.ts';
import type { CartState } from './customer-facts.ts';
import type { ProductFacts } from './product-facts.ts';

/** The cart the run is about, else her newest; undefined where nothing is left in it. */
export function cartToShow(
  customer: Pick<Customer, 'carts' | 'owned'>,
  run: Pick<Enrolment, 'about'>,
  products: ReadonlyMap<string, ProductFacts> | undefined,
): CartState | undefined {
  const cart = cartOf(customer, run);
  if (!cart) return undefined;
  const lines = cart.lines.filter(
    ({ productId }) =>
      products?.get(productId)?.stock !== 0 &&
      !customer.owned.some((owned) => owned.productId === productId && !isBefore(owned.at, cart.at)),
  );
  if (lines.length === 0) return undefined;
  if (lines.length === cart.lines.length) return cart;
  const isPriced = lines.every(({ unitPrice }) => unitPrice !== undefined);
  const total = lines.reduce((sum, { unitPrice = 0, quantity = 1 }) => sum + unitPrice * quantity, 0);
  return { ...cart, lines, total: isPriced ? total : undefined };
}

function cartOf({ carts }: Pick<Customer, 'carts'>, { about }: Pick<Enrolment, 'about'>) {
  const own = carts.find(({ id }) => about === `cart:${id}`);
  if (own) return own;
  return carts
    .filter(({ lines }) => lines.length > 0)
    .reduce<CartState | undefined>((newest, cart) => {
      return newest && isBefore(cart.at, newest.at) ? newest : cart;
    }, undefined);
}
