/** What a page does, it does by the product's own events: checked like any other, taken in before the page answers. */

import type { StoreEvent } from '../../core/events/event.ts';
import type { EventName } from '../../core/events/event-catalogue.ts';
import { parseEvent } from '../../core/events/event-schema.ts';
import { digest } from '../../core/values/ids.ts';
import { ingest } from '../intake/ingest.ts';
import type { Visit } from './visit.ts';

export interface OwnEvent {
  readonly name: EventName;
  /** What tells it from the others of the same visit; part of its id. */
  readonly about: string;
  readonly detail: Readonly<Record<string, unknown>>;
  /** Given where it can happen once only, however often it is posted; else it is the moment's. */
  readonly id?: string;
}

/**
 * Takes the events in, in their order; they have happened at the moment of the visit. Resolves once all is saved.
 *
 * @throws whatever `ingest` throws: nothing was saved
 */
export async function takeIn(visit: Visit, customer: string, events: readonly OwnEvent[]): Promise<void> {
  const parsed = events.map((event) => storeEventOf(visit, customer, event));
  if (parsed.length > 0) await ingest(visit.engine, customer, parsed);
}

/** Publishes to the store's other programs over the bus, under the same id. */
export async function publishOwnEvent(visit: Visit, customer: string, event: OwnEvent): Promise<void> {
  const detail = { customer: { id: customer }, ...event.detail };
  await visit.engine.world.bus.publish([
    { id: idOf(visit, customer, event), name: event.name, at: visit.at, detail },
  ]);
}

function idOf(visit: Visit, customer: string, { name, about, id }: Omit<OwnEvent, 'detail'>): string {
  return `page-${id ?? digest(['page', customer, name, about, visit.at.toString()], 32)}`;
}

function storeEventOf(visit: Visit, customer: string, event: OwnEvent): StoreEvent {
  const { customer: customerFields, ...parts } = event.detail as { customer?: object };
  const detail = {
    eventId: idOf(visit, customer, event),
    occurredAt: visit.at.toString(),
    customer: { id: customer, ...customerFields },
    ...parts,
  };
  const parsed = parseEvent(event.name, detail, visit.at);
  if (!parsed) throw new TypeError(`${event.name} is not about a customer: take it from the catalogue.`);
  return parsed;
}
