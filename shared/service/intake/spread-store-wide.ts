/**
 * What concerns many customers at once goes to everybody, page by page, through the intake queue. For each customer
 * about a third of a queue request ($0.12 for a million), one read, and a write only for whom it does concern; besides
 * one scan of the table (`aws/dynamo-everybody.ts`).
 */
import { concernsAnybody, segmentsUnknown } from '../../core/enrolments/apply-store-wide.ts';
import type { ManyMessage } from '../../core/events/intake-message.ts';
import type { ProductFacts } from '../../core/events/product-facts.ts';
import type { StoreWideEvent } from '../../core/events/store-wide-event.ts';
import { pickFields } from '../../core/values/pick-fields.ts';
import { sweepShards } from '../../ports/sweep.ts';
import type { Engine } from '../saving/engine.ts';
import { type TellPorts, tellAskers } from './tell-askers.ts';

/** Tells an event of the store's goods: the catalogue keeps it, and each customer it may concern hears of it; of a restock, who asked. */
export async function spreadStoreWide(
  engine: Engine<TellPorts | 'products'>,
  event: StoreWideEvent,
): Promise<void> {
  const { world, book } = engine;
  const { product } = event.detail;
  if (product) await world.products.put(factsOf(product), event.occurredAt);
  for (const _ of segmentsUnknown(event, book)) world.log.did(`unread ${event.name} sale.segments`);
  if (event.replay === 'facts' || !concernsAnybody(event.name, book)) return;
  const fields = book.current.flatMap((scenario) => book.fieldsOf(scenario));
  // The parts it is about, and what scenarios name: every customer's message carries this.
  const detail = {
    ...pickFields(event.detail, [...fields, 'sale', 'product']),
    eventId: event.detail.eventId,
  };
  const { name, occurredAt } = event;
  const each = { kind: 'told', name, at: occurredAt.toString(), detail } as const;
  if (name === 'ProductRestocked') return tellAskers(engine, { kind: 'askers', each });
  await toEverybody(engine, each);
  world.log.info('told to everybody', { event: name });
}

/** The first page of each share; each page sends for the next. Safe to repeat. */
export async function toEverybody(
  { world }: Pick<Engine<'intake'>, 'world'>,
  each: ManyMessage['each'],
): Promise<void> {
  const shares = Array.from({ length: sweepShards }, (_, share) => share);
  await world.intake.put(shares.map((share) => ({ kind: 'many', share, each })));
}

function factsOf({
  id,
  name,
  category,
  url,
  imageUrl,
  price,
  currency,
  stock,
  replacedBy,
}: ProductFacts): ProductFacts {
  return { id, name, category, url, imageUrl, price, currency, stock, replacedBy };
}
