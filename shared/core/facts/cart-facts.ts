/** Carts as they are now: the last word on each, without what she ordered since; a cart of 30 days is dead. */
import type { Temporal } from 'temporal-polyfill';
import type { StoreEvent } from '../events/event.ts';
import { idIn } from '../events/event-subject.ts';
import type { Customer } from '../record/customer.ts';
import type { CartLine, CartState } from '../record/customer-facts.ts';
import { ledgerOrder } from '../record/orders/ledger-order.ts';
import { isUndone } from '../record/orders/order-state.ts';
import { newest, shortened, wholeOrNone } from '../values/bounded-list.ts';
import { isBefore } from '../values/civil-time.ts';
import { mayBeOrderOf } from './two-clocks.ts';

type Instant = Temporal.Instant;

const most = { entries: 3, bytes: 3072 };
const maxLines = 8;
const maxName = 60;
const maxUrl_bytes = 512;
const aliveFor_ms = 30 * 24 * 3_600_000;

/** The carts that are not dead at the moment: a record that nobody has saved for long still holds the others. */
export function liveCarts(carts: readonly CartState[], at: Instant): readonly CartState[] {
  return carts.filter((cart) => at.epochMilliseconds < cart.at.epochMilliseconds + aliveFor_ms);
}

/** When each of the carts dies. */
export const cartsDieAt = (carts: readonly CartState[]): Instant[] =>
  carts.map(({ at }) => at.add({ milliseconds: aliveFor_ms }));

/** The customer with the event's word on her carts: what lies in one, or that she has ordered what lay there. */
export function withCarts(customer: Customer, event: StoreEvent, at: Instant): Customer {
  if (event.name === 'CartUpdated' || event.name === 'CheckoutStarted') return withCart(customer, event, at);
  if (event.name !== 'OrderPlaced' || customer.carts.length === 0) return customer;
  const order = ledgerOrder(customer, event.detail.order?.id);
  if (order && isUndone(order)) return customer;
  const ordered = new Set(event.detail.order?.items?.map(({ productId }) => productId));
  const carts = customer.carts.map((cart) =>
    mayBeOrderOf(event.occurredAt, cart.at) ? without(cart, (id) => ordered.has(id)) : cart,
  );
  return { ...customer, carts };
}

function withCart(customer: Customer, event: StoreEvent, at: Instant): Customer {
  const id = idIn(event.detail, 'cart');
  if (id === undefined) return customer;
  const known = customer.carts.find((cart) => cart.id === id);
  if (known && isBefore(event.occurredAt, known.at)) return customer;
  const others = customer.carts.filter((cart) => cart.id !== id);
  const stated = without(cartOf(id, event), (productId) =>
    customer.owned.some((one) => one.productId === productId && mayBeOrderOf(one.at, event.occurredAt)),
  );
  return { ...customer, carts: newest(liveCarts([...others, stated], at), most, (cart) => cart.id) };
}

function cartOf(id: string, { detail, occurredAt }: StoreEvent): CartState {
  const { items = [], currency, total, url } = detail.cart ?? {};
  const lines = items.slice(0, maxLines).map(
    ({ productId, name, quantity, unitPrice }): CartLine => ({
      productId,
      name: shortened(name, maxName),
      quantity,
      unitPrice,
    }),
  );
  return { id, at: occurredAt, lines, currency, total, url: wholeOrNone(url, maxUrl_bytes) };
}

/** Of a cart that lost lines the total is that of the lines left, where their prices are known. */
function without(cart: CartState, isGone: (productId: string) => boolean): CartState {
  const lines = cart.lines.filter(({ productId }) => !isGone(productId));
  if (lines.length === cart.lines.length) return cart;
  const prices = lines.map(({ unitPrice, quantity = 1 }) => (unitPrice ?? Number.NaN) * quantity);
  const total = prices.reduce((sum, price) => sum + price, 0);
  return { ...cart, lines, total: Number.isFinite(total) ? Math.round(total) : undefined };
}
