import { shopAmount } from './minor-units.ts';
import { firstOf, idOf, listOf, type PayloadFields, stated, textOf } from './payload-fields.ts';

const most = 1000;

/**
 * The `items` of the wire shape. A line without a product (a service, a custom line) is known by its SKU, its variant
 * or, at last, by itself.
 */
export function itemsOf(lines: unknown, currency: string | undefined): PayloadFields[] {
  return listOf(lines)
    .slice(0, most)
    .flatMap((line) => {
      const productId = productOf(line);
      return productId === undefined ? [] : [itemOf(line, productId, currency)];
    });
}

/** What a parcel holds of these lines. */
export const itemsSent = (lines: unknown): PayloadFields[] =>
  itemsOf(
    listOf(lines).filter(({ requires_shipping }) => requires_shipping !== false),
    undefined,
  );

function productOf(line: PayloadFields): string | undefined {
  const sku = textOf(line.sku, 100);
  const named = (kind: string, id: string | undefined) => (id === undefined ? undefined : `${kind}:${id}`);
  const other = named('variant', idOf(line.variant_id)) ?? named('line', idOf(firstOf(line.id, line.key)));
  return idOf(line.product_id) ?? named('sku', sku) ?? other?.slice(0, 128).toWellFormed();
}

function itemOf(line: PayloadFields, productId: string, currency: string | undefined): PayloadFields {
  return stated({
    productId,
    variantId: idOf(line.variant_id),
    sku: textOf(line.sku, 100),
    name: textOf(firstOf(line.name, line.title), 500),
    quantity: quantityOf(line.quantity),
    unitPrice: shopAmount(line, 'price', currency),
    requiresShipping: line.requires_shipping === false ? false : undefined,
  });
}

function quantityOf(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 0 && value <= 1_000_000 ? value : undefined;
}
