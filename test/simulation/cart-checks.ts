/** What was ordered is not asked for again, though cart and order are told by two clocks. */

import type { ClaimMoment } from './claim-checks.ts';
import type { Oracle } from './oracle.ts';
import type { OracleParts } from './oracle-parts.ts';
import { minute_ms } from './storefront-moments.ts';

/** Ten minutes, but for what the clocks of the functions themselves may be wrong by. */
const apart_ms = 9.5 * minute_ms;

/** A record knows no more. */
const mostCarts = 3;

export interface CartTold {
  readonly at_ms: number;
  readonly products: readonly string[];
}

interface WireCart {
  readonly id?: string;
  readonly items?: readonly { readonly productId: string }[];
}

/** What the storefront said last of each cart, by its own clock. */
export class CartsTold {
  readonly #carts = new Map<string, CartTold>();

  learn(customer: string, detail: Readonly<Record<string, unknown>>, at_ms: number): void {
    const { id, items = [] } = (detail.cart ?? {}) as WireCart;
    if (id === undefined) return;
    const key = `${customer}\n${id}`;
    if ((this.#carts.get(key)?.at_ms ?? at_ms) > at_ms) return;
    this.#carts.set(key, { at_ms, products: items.map(({ productId }) => productId) });
  }

  takenOver(from: string, to: string): void {
    for (const [key, cart] of this.#carts) {
      const [whose, id] = key.split('\n');
      const mine = `${to}\n${id}`;
      if (whose === from && (this.#carts.get(mine)?.at_ms ?? 0) <= cart.at_ms) this.#carts.set(mine, cart);
    }
  }

  /** What was said last of it; undefined once newer ones push it out of the record, and a reminder shows one of those. */
  shown(customer: string, id: string): CartTold | undefined {
    const told = this.#carts.get(`${customer}\n${id}`);
    if (!told) return undefined;
    const hers = [...this.#carts].filter(([key]) => key.startsWith(`${customer}\n`));
    return hers.filter(([, { at_ms }]) => at_ms > told.at_ms).length < mostCarts ? told : undefined;
  }
}

export function cartFault(oracle: Oracle, parts: OracleParts, moment: ClaimMoment, who: string): void {
  const { enrolment, send, after } = moment;
  const [, id] = /^cart:(.*)$/.exec(enrolment?.about ?? '') ?? [];
  if (id === undefined || parts.book.find(send.scenario, send.version).group !== 'cart') return;
  const { storefront, carts } = parts.truth;
  const cart = carts.shown(after.id, id);
  if (!cart || cart.products.length === 0) return;
  const taken = [...storefront.orders(after.id)].find(([, { isBought, lines, placedAt_ms = 0 }]) => {
    const bought = lines.map(({ productId }) => productId);
    const isAfter = placedAt_ms >= cart.at_ms - apart_ms;
    return isBought && isAfter && cart.products.every((product) => bought.includes(product));
  });
  oracle.check('nobody is reminded of what was ordered', taken && `${who}: ${id} was ${taken[0]}`);
}
