/** What is known of the goods that a message shows: read only for a message that may go, and only the kinds that its scenario shows. */
import type { Temporal } from 'temporal-polyfill';
import type { ProductFacts } from '../../core/events/product-facts.ts';
import type { Scenario } from '../../core/language/scenario.ts';
import type { ScenarioBook } from '../../core/language/scenario-book.ts';
import { isMessage } from '../../core/language/steps.ts';
import { showsAny } from '../../core/language/template-facts.ts';
import { goodsAt } from '../../core/questions/purchases.ts';
import type { Customer } from '../../core/record/customer.ts';
import type { Engine } from '../saving/engine.ts';

/** True where the texts of the message show goods: whether and how it goes is asked with what is known of them. */
export const showsGoods = (book: ScenarioBook, template: string): boolean =>
  showsAny(book.template(template), 'cart.', 'products.');

/** By product id, of all that any message of the scenario may show the customer; undefined where none shows any. */
export async function loadGoods(
  { world, book }: Engine<'products' | 'clock'>,
  { steps }: Scenario,
  customer: Customer,
): Promise<ReadonlyMap<string, ProductFacts> | undefined> {
  const shows = (kind: 'cart.' | 'products.') =>
    steps.some((step) => isMessage(step) && showsAny(book.template(step.template), kind));
  const [showsCart, showsProducts] = [shows('cart.'), shows('products.')];
  if (!showsCart && !showsProducts) return undefined;
  const ids = [
    ...(showsCart ? inCarts(customer) : []),
    ...(showsProducts ? lookedAt(customer, world.clock.now()) : []),
  ];
  return world.products.loadMany([...new Set(ids)]);
}

const inCarts = ({ carts }: Customer): string[] =>
  carts.flatMap(({ lines }) => lines.map(({ productId }) => productId));

/** What is the customer's already is recommended to nobody. */
function lookedAt(customer: Customer, at: Temporal.Instant): string[] {
  const hers = new Set(goodsAt(customer, at).map(({ productId }) => productId));
  return customer.views.map(({ productId }) => productId).filter((id) => !hers.has(id));
}
