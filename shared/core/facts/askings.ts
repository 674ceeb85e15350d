/** What an event says of who waits for a product: asking begins it, an order of it ends it. */
import type { StoreEvent } from '../events/event.ts';
import type { Customer } from '../record/customer.ts';
import type { EndAsking, KeepAsking } from '../record/effect.ts';
import { askingKey } from './event-identity.ts';

/** @param customer as the record was before the event */
export function askingsIn(event: StoreEvent, { done }: Pick<Customer, 'done'>): (KeepAsking | EndAsking)[] {
  const { name, detail, occurredAt: at } = event;
  const asked = name === 'RestockRequested' ? detail.product?.id : undefined;
  if (asked !== undefined) return [{ do: 'asking', product: asked, at }];
  if (name !== 'OrderPlaced') return [];
  const ordered = new Set((detail.order?.items ?? []).map(({ productId }) => productId));
  return [...ordered]
    .filter((product) => done.includes(askingKey(product)))
    .map((product) => ({ do: 'no-asking', product, at }));
}
