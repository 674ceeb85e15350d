/** What of a cart a message may still show: not what she has bought since, not what is sold out, and each at its price of now. */
import type { ProductFacts } from '../events/product-facts.ts';
import { liveCarts } from '../facts/cart-facts.ts';
import { mayBeOrderOf } from '../facts/two-clocks.ts';
import type { Customer, Enrolment } from '../record/customer.ts';
import type { CartLine, CartState } from '../record/customer-facts.ts';
import type { Surroundings } from '../record/surroundings.ts';
import { isBefore } from '../values/civil-time.ts';

/** The cart the enrolment is about, else her newest; undefined where nothing is left in it. */
export function cartToShow(
  customer: Pick<Customer, 'carts' | 'owned'>,
  enrolment: Pick<Enrolment, 'about'>,
  { at, products }: Pick<Surroundings, 'at' | 'products'>,
): CartState | undefined {
  const cart = cartOf(liveCarts(customer.carts, at), enrolment);
  if (!cart) return undefined;
  const lines = cart.lines
    .filter(
      ({ productId }) =>
        products?.get(productId)?.stock !== 0 &&
        !customer.owned.some((owned) => owned.productId === productId && mayBeOrderOf(owned.at, cart.at)),
    )
    .map((line) => atPresentPrice(line, cart, products?.get(line.productId)));
  if (lines.length === 0) return undefined;
  const isUnchanged = lines.length === cart.lines.length && lines.every((line, n) => line === cart.lines[n]);
  if (isUnchanged) return cart;
  const isPriced = lines.every(({ unitPrice }) => unitPrice !== undefined);
  const total = lines.reduce((sum, { unitPrice = 0, quantity = 1 }) => sum + unitPrice * quantity, 0);
  return { ...cart, lines, total: isPriced ? total : undefined };
}

/** A price that the store has told since the cart was filled goes before the one in the cart. */
function atPresentPrice(line: CartLine, cart: CartState, known: ProductFacts | undefined): CartLine {
  const { price, priceAt, currency = cart.currency } = known ?? {};
  const isNewer = priceAt !== undefined && isBefore(cart.at, priceAt) && currency === cart.currency;
  return isNewer && price !== undefined && price !== line.unitPrice ? { ...line, unitPrice: price } : line;
}

function cartOf(carts: readonly CartState[], { about }: Pick<Enrolment, 'about'>) {
  const own = carts.find(({ id }) => about === `cart:${id}`);
  if (own) return own;
  return carts
    .filter(({ lines }) => lines.length > 0)
    .reduce<CartState | undefined>((newest, cart) => {
      return newest && isBefore(cart.at, newest.at) ? newest : cart;
    }, undefined);
}
