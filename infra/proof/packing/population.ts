/** Plays the customers of an invented store through the shipped library, in memory, and keeps the records that were saved. */
import type { Temporal } from 'temporal-polyfill';
import { parseEvent, parseStoreWideEvent } from '../../../shared/core/events/event-schema.ts';
import { encodeRecord, type StoredRecord } from '../../../shared/core/record/record-codec.ts';
import { facts, shippedLibrary } from '../../../shared/library.ts';
import { memoryWorld } from '../../../shared/memory/memory-world.ts';
import type { Customers } from '../../../shared/ports/customers.ts';
import { ingest } from '../../../shared/service/intake/ingest.ts';
import { spreadStoreWide } from '../../../shared/service/intake/spread-store-wide.ts';
import { deployedBook } from '../../../shared/service/saving/deployed-book.ts';
import { engineOf } from '../../../shared/service/saving/engine.ts';
import { handleLaneMessage } from '../../../shared/service/sending/handle-lane-message.ts';
import { localSettings } from '../../../shared/settings/local-settings.ts';
import { drainIntake } from '../../author/play/play-intake.ts';
import type { Told } from './life.ts';
import { endOf, livesOf, type PopulationOptions } from './lives.ts';

/** A record as it was saved, and how many days after the customer came. */
export interface SavedRecord {
  readonly record: StoredRecord;
  readonly age_days: number;
}

const day_ms = 86_400_000;
/** What a message says is in no record. */
const templates = { load: async (name: string) => ({ subject: name, html: name, text: name }) };

/** Every save of every customer, in the order they were made. */
export async function populationOf(options: PopulationOptions): Promise<SavedRecord[]> {
  const told = livesOf(options);
  const first = told[0]?.at;
  if (first === undefined) return [];
  const saved: SavedRecord[] = [];
  const store = storeOf(first, saved);
  const run = (until: Temporal.Instant) =>
    store.world.run(until, async (_, message) => {
      await handleLaneMessage(store.sending, message);
      await drainIntake(store);
    });
  for (const event of told) {
    await run(event.at);
    await take(store, event);
    await drainIntake(store);
  }
  await run(endOf(options));
  return saved;
}

function storeOf(startAt: Temporal.Instant, saved: SavedRecord[]) {
  const settings = localSettings({ store: 'shop' });
  const world = memoryWorld({ startAt, settings, templates, keepMails: 1, keepLogLines: 1 });
  const came = new Map<string, number>();
  const customers: Customers = {
    ...world.customers,
    async save(customer, sweepAt) {
      const outcome = await world.customers.save(customer, sweepAt);
      if (outcome === 'conflict') return outcome;
      const now_ms = world.clock.now().epochMilliseconds;
      const since_ms = came.get(customer.id) ?? now_ms;
      came.set(customer.id, since_ms);
      saved.push({ record: encodeRecord(outcome), age_days: (now_ms - since_ms) / day_ms });
      return outcome;
    },
  };
  const book = deployedBook({ ...shippedLibrary, catalogue: shippedLibrary.messages, facts }, settings);
  const engine = engineOf({ ...world, customers }, book, settings);
  const sending = { ...engine, linkBaseUrl: 'https://links.example.com', remaining_ms: () => 60_000 };
  return { world, engine, sending };
}

async function take({ engine }: ReturnType<typeof storeOf>, { name, detail, at }: Told): Promise<void> {
  const storeWide = parseStoreWideEvent(name, detail, at);
  if (storeWide) await spreadStoreWide(engine, storeWide);
  const event = parseEvent(name, detail, at);
  if (event) await ingest(engine, event.detail.customer.id, [event]);
}
