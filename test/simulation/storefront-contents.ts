/** What each parcel of an order holds, in the words of shops that tell this instead of how many parcels there will be. */
import type { Random } from './random.ts';
import type { Item, Placed } from './storefront-placed.ts';

export interface Contents {
  /** Of each parcel, in place of its number of so many. */
  readonly parcels: readonly {
    readonly number: undefined;
    readonly of: undefined;
    readonly items: readonly Pick<Item, 'productId' | 'quantity'>[];
  }[];
  /** The last of them says that nothing more will come, whatever they hold. */
  readonly isClosed: boolean;
}

/** None of a shop that counts its parcels. Each holds something; now and then a piece never leaves. */
export function contentsOf(own: Random, { whole }: Placed, atMost: number): Contents | undefined {
  if (!own.chance(0.35)) return undefined;
  const pieces = whole.items
    .filter(({ requiresShipping }) => requiresShipping !== false)
    .flatMap(({ productId, quantity }) => Array.from({ length: quantity }, () => productId));
  const isShort = pieces.length > 1 && own.chance(0.15);
  const isClosed = own.chance(isShort ? 0.5 : 0.1);
  const held = Array.from({ length: atMost }, () => new Map<string, number>());
  for (const product of isShort ? pieces.slice(1) : pieces) {
    const parcel = own.pick(held);
    parcel.set(product, (parcel.get(product) ?? 0) + 1);
  }
  const parcels = held
    .filter(({ size }) => size > 0)
    .map((goods) => ({
      number: undefined,
      of: undefined,
      items: [...goods].map(([productId, quantity]) => ({ productId, quantity })),
    }));
  return parcels.length > 0 ? { parcels, isClosed } : undefined;
}
