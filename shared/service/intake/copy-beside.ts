/** What lies beside the record that goes is put beside the one that stays, before that is saved. Safe to repeat. */

import { isAsking } from '../../core/facts/event-identity.ts';
import { runNameUnder } from '../../core/facts/run-names.ts';
import { joinedLedger, type WithItems } from '../../core/promises/merge-orders.ts';
import type { Customer } from '../../core/record/customer.ts';
import type { KeptOrder } from '../../core/record/orders/kept-order.ts';
import { besideNameOf } from '../../core/record/waiting-state.ts';
import type { Engine } from '../saving/engine.ts';
import { writeOrders } from '../saving/order-items.ts';

/** The fields of an entry that have an item of their own; those of an order go with the order. */
export async function copyContexts(
  { world }: Pick<Engine<'contexts'>, 'world'>,
  gone: Customer,
  to: Customer,
): Promise<void> {
  for (const enrolment of gone.enrolments) {
    if (enrolment.context !== true || enrolment.ended?.because !== 'merged') continue;
    const event = await world.contexts.load(gone.id, enrolment.id);
    if (event) await world.contexts.put(to.id, runNameUnder(to, enrolment, gone), event);
  }
}

/** The fields of entries that wait and that have an item of their own. */
export async function copyWaiting(
  { world }: Pick<Engine<'contexts'>, 'world'>,
  gone: Customer,
  to: Customer,
): Promise<void> {
  for (const waiter of gone.waiting ?? []) {
    const event = waiter.beside && (await world.contexts.load(gone.id, besideNameOf(gone, waiter)));
    if (event) await world.contexts.put(to.id, besideNameOf(to, waiter), event);
  }
}

/** A record that holds no orders has no items of them, or those of somebody else, who had the browser before. */
const hasOrders = ({ orders, horizon }: Customer) => orders.length > 0 || horizon !== undefined;

/** What lies beside both of all orders; nothing is read where the record that goes has none. */
export async function orderItems(
  { world }: Pick<Engine<'orderFacts'>, 'world'>,
  gone: Customer,
  to: Customer,
): Promise<readonly [to: WithItems, gone: WithItems]> {
  const list = async (customer: Customer) => ({
    customer,
    items: hasOrders(gone) ? await world.orderFacts.list(customer.id) : [],
  });
  return Promise.all([list(to), list(gone)]);
}

/** The items of all orders, and the entries of those that leave the ledger by the merge. */
export async function copyOrders(
  { world }: Pick<Engine<'orderFacts'>, 'world'>,
  { customer: to, items: known }: WithItems,
  { customer: gone, items: told }: WithItems,
): Promise<void> {
  const items = new Map(told.map((item) => [item.id, item]));
  const own = new Map(known.map((item) => [item.id, item]));
  const left = new Map(joinedLedger(to, gone).left.map((entry) => [entry.id, entry]));
  const joined = [...new Set([...items.keys(), ...left.keys()])].map((id): KeptOrder => {
    const entry = left.get(id) ?? own.get(id)?.entry ?? items.get(id)?.entry;
    return { id, facts: items.get(id)?.facts ?? {}, entry };
  });
  await writeOrders({ world }, to.id, joined);
}

/** Whoever waits for a product keeps the earlier place of the two. An id that is no more takes none. */
export async function moveAskings(
  { world }: Pick<Engine<'askers'>, 'world'>,
  gone: Customer,
  to: string,
): Promise<void> {
  if (!gone.done.some(isAsking)) return;
  const askings = await world.askers.of(gone.id);
  for (const asking of askings) await world.askers.note({ ...asking, customer: to });
  await world.askers.forget(askings);
}

/** Of a browser that changes hands nothing of the orders stays for whoever has it next: they are with whoever made them. */
export async function removeOrders(
  { world }: Pick<Engine<'orderFacts' | 'beside'>, 'world'>,
  browser: Customer,
): Promise<void> {
  if (!hasOrders(browser)) return;
  const items = await world.orderFacts.list(browser.id);
  await world.beside.remove(
    browser.id,
    items.map(({ id }) => `ORDER#${id}`),
  );
}
