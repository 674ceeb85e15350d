/** Which products to show her: what she looked at lately, has not bought, and can be had. */
import { Temporal } from 'temporal-polyfill';
import type { ProductFacts } from '../../core/events/product-facts.ts';
import { goodsAt } from '../../core/questions/purchases.ts';
import type { Customer } from '../../core/record/customer.ts';

const most = 4;

/** A product as a message shows it; what is not known is undefined. */
export type ShownProduct = Pick<ProductFacts, 'name' | 'url' | 'imageUrl' | 'price' | 'currency'>;

/** At most four, the newest view first; only those with a name and an address to lead to. */
export function recommend(
  customer: Pick<Customer, 'views' | 'owned' | 'orders'>,
  products: ReadonlyMap<string, ProductFacts>,
  at: Temporal.Instant,
): ShownProduct[] {
  const hers = new Set(goodsAt(customer, at).map(({ productId }) => productId));
  return customer.views
    .toSorted((a, b) => Temporal.Instant.compare(b.at, a.at))
    .filter(({ productId }) => !hers.has(productId) && products.get(productId)?.stock !== 0)
    .map(({ productId, name, url }) => {
      const known = products.get(productId);
      return {
        name: known?.name ?? name,
        url: known?.url ?? url,
        imageUrl: known?.imageUrl,
        price: known?.price,
        currency: known?.currency,
      };
    })
    .filter((product) => product.name !== undefined && product.url !== undefined)
    .slice(0, most);
}
