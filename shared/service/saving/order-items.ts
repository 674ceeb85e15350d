/** The items that orders have beside the record: read where a fact may be about one that left it, written before each save. */
import type { StoreEvent } from '../../core/events/event.ts';
import { orderOf } from '../../core/facts/event-identity.ts';
import { mayHaveLeft } from '../../core/facts/orders/order-ledger.ts';
import type { Customer } from '../../core/record/customer.ts';
import type { Effect, KeepOrder } from '../../core/record/effect.ts';
import type { KeptOrder } from '../../core/record/orders/kept-order.ts';
import type { LedgerOrder } from '../../core/record/orders/ledger-entry.ts';
import type { Engine } from './engine.ts';

/** So many items are written side by side. */
const together = 10;

/** What the record had of orders that have left it and that these events tell of. Reads nothing where the ledger has them all. */
export async function ordersBeyond(
  { world }: Engine<'orderFacts'>,
  customer: Customer,
  events: readonly StoreEvent[],
): Promise<ReadonlyMap<string, LedgerOrder> | undefined> {
  const asked = events.filter((event) => mayHaveLeft(event, customer)).map(orderOf);
  const ids = [...new Set(asked)].filter((id) => id !== undefined);
  if (ids.length === 0) return undefined;
  const items = await Promise.all(ids.map((id) => world.orderFacts.load(customer.id, id)));
  return new Map(items.flatMap((item) => (item?.entry ? [[item.id, item.entry] as const] : [])));
}

/** One write for each order. What was beyond an item's bounds is counted. */
export async function keepOrders(
  { world }: Engine<'orderFacts' | 'metrics'>,
  customer: string,
  effects: readonly Effect[],
): Promise<void> {
  const kept = effects.filter((effect) => effect.do === 'order');
  const leftOut = kept.filter(({ isLeftOut }) => isLeftOut).length;
  if (leftOut > 0) world.metrics.count('OrderFactLeftOut', leftOut);
  await writeOrders({ world }, customer, [...joined(kept).values()]);
}

export async function writeOrders(
  { world }: Pick<Engine<'orderFacts'>, 'world'>,
  customer: string,
  items: readonly KeptOrder[],
): Promise<void> {
  for (let start = 0; start < items.length; start += together) {
    const some = items.slice(start, start + together);
    await Promise.all(some.map((item) => world.orderFacts.put(customer, item)));
  }
}

function joined(kept: readonly KeepOrder[]): ReadonlyMap<string, KeptOrder> {
  const items = new Map<string, KeptOrder>();
  for (const { id, facts, entry = items.get(id)?.entry } of kept)
    items.set(id, { id, facts: { ...items.get(id)?.facts, ...facts }, entry });
  return items;
}
