/** What all that lies in an order's item says together, for whoever asks of an order that the ledger no longer has. */
import { Temporal } from 'temporal-polyfill';
import type { EventDetail, StoreEvent } from '../../events/event.ts';
import { isEventName } from '../../events/event-catalogue.ts';
import type { KeptOrder, OrderFact } from '../../record/orders/kept-order.ts';
import type { LedgerOrder } from '../../record/orders/ledger-entry.ts';
import { type ToldBy, withFact } from './order-entry.ts';

/**
 * The entry with the facts that it has not seen, oldest first, so that it is the same in whatever order they came. The record
 * need not have taken all of them: it is asked by nothing that decides.
 */
export function stateOfItem({ id, facts, entry }: KeptOrder, by: ToldBy): LedgerOrder | undefined {
  const told = Object.entries(facts)
    .filter(([word]) => !entry?.seen.includes(word))
    .flatMap(([word, fact]) => eventOf(id, word, fact))
    .toSorted((a, b) => Temporal.Instant.compare(a.occurredAt, b.occurredAt) || (a.name < b.name ? -1 : 1));
  const [first] = told;
  const start = entry ?? (first && { id, seen: [], at: first.occurredAt });
  return start && told.reduce((known, event) => withFact(known, event, by), start);
}

function eventOf(id: string, word: string, { at, ...told }: OrderFact): StoreEvent[] {
  const [name = ''] = word.split(':');
  if (!isEventName(name)) return [];
  const parts = told as Partial<EventDetail>;
  const detail: EventDetail = {
    eventId: word,
    customer: { id: '' },
    ...parts,
    order: { ...parts.order, id },
  };
  return [{ name, occurredAt: Temporal.Instant.from(at), detail }];
}
