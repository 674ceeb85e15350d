/** The fields of an enrolment's entry that the record has no room for. */
import { fieldsFromItem } from '../../core/facts/orders/order-item-facts.ts';
import type { Customer, Enrolment } from '../../core/record/customer.ts';
import type { KeptOrder } from '../../core/record/orders/kept-order.ts';
import type { Fields } from '../../core/values/pick-fields.ts';
import type { Engine } from './engine.ts';

/** Undefined where the enrolment has all of them itself; throws `UnknownScenarioVersion`. */
export async function entryFields(
  { world, book }: Pick<Engine<'contexts' | 'orderFacts'>, 'world' | 'book'>,
  { id }: Pick<Customer, 'id'>,
  { id: enrolment, context, order, scenario, version }: Enrolment,
  read?: KeptOrder,
): Promise<Fields | undefined> {
  if (!context) return undefined;
  if (context !== 'order' || order === undefined) return world.contexts.load(id, enrolment);
  const item = read?.id === order ? read : await world.orderFacts.load(id, order);
  return fieldsFromItem(item, book.fieldsOf(book.find(scenario, version)));
}
