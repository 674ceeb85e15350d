/** What the store's events have told of its goods: one item for each product. */
import {
  type DatedFacts,
  factsWithAge,
  newerFacts,
  type ProductFacts,
} from '../core/events/product-facts.ts';
import type { Clock } from '../ports/clock.ts';
import type { Products } from '../ports/products.ts';
import { readBatch } from './dynamo-batch.ts';
import { type DynamoTables, type Plain, putAfter, readItem, toItem } from './dynamo-table.ts';
import { fromMilliseconds, milliseconds } from './epoch.ts';
import { productOf, productPlace } from './table-keys.ts';

const tries = 6;

/** Others kept writing the same product. Telling it again is safe: the newest word of each field stays. */
class ProductBusy extends Error {
  override readonly name = 'ProductBusy';
  readonly code = 'PRODUCT_BUSY';
}

interface Options extends DynamoTables {
  readonly clock: Clock;
}

/** `products` on DynamoDB. `put` throws {@link ProductBusy}. */
export function dynamoProducts(options: Options): Products {
  const { store, clock } = options;

  /** True once the product is as told; false where another write came between. */
  async function written(product: ProductFacts, at: Parameters<Products['put']>[1]): Promise<boolean> {
    const item = await readItem(options, productPlace(store, product.id));
    const { facts, asOf } = factsOf(item, product.id);
    const after = newerFacts(facts, asOf, product, at);
    if (!after) return true;
    const before = (item?.rev as number | undefined) ?? 0;
    const { id: _, ...known } = after.facts;
    const dated = Object.entries(after.asOf).map(([field, since]) => [field, milliseconds(since)] as const);
    const fields = toItem({ facts: known, asOf: Object.fromEntries(dated), rev: before + 1 });
    return putAfter(options, productPlace(store, product.id), fields, ['rev', before]);
  }

  return {
    async loadMany(ids) {
      if (ids.length === 0) return new Map();
      const places = ids.map((id) => productPlace(store, id));
      const items = await readBatch(options, clock, places, 'lately');
      return new Map(
        [...items.values()].map((item) => {
          const id = productOf(store, item.pk as string);
          return [id, factsWithAge(factsOf(item, id))];
        }),
      );
    },

    async put(product, at) {
      for (let attempt = 0; attempt < tries; attempt += 1) {
        if (attempt > 0) await clock.sleep(Math.random() * 50 * 2 ** attempt);
        if (await written(product, at)) return;
      }
      throw new ProductBusy('Others kept writing this product; the message comes back by itself.');
    },
  };
}

function factsOf(item: Plain | undefined, id: string): DatedFacts {
  const known = (item?.facts as Omit<ProductFacts, 'id'> | undefined) ?? {};
  const dated = Object.entries((item?.asOf as Record<string, number> | undefined) ?? {});
  return {
    facts: { ...known, id },
    asOf: Object.fromEntries(dated.map(([field, since]) => [field, fromMilliseconds(since)])),
  };
}
