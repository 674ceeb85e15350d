/** Events of one customer into her record: load, decide, save, then arm what the record now says. */
import { type Applied, applyEvents } from '../core/apply-events.ts';
import { type Customer, newCustomer } from '../core/customer.ts';
import type { StoreEvent } from '../core/event.ts';
import { eventHash } from '../core/event-identity.ts';
import { addressKey } from './address-key.ts';
import { armTimers } from './arm-timers.ts';
import { countNotes } from './count-notes.ts';
import type { Engine } from './engine.ts';
import { runsBefore } from './runs-before.ts';
import { saveCustomer } from './save-customer.ts';
import { untilSaved } from './save-race.ts';

export type IngestPorts =
  | 'clock'
  | 'customers'
  | 'contexts'
  | 'addresses'
  | 'evidence'
  | 'touchpoints'
  | 'timers'
  | 'lanes'
  | 'keys'
  | 'log'
  | 'metrics';

/**
 * Applies a batch of events of one customer by one load and one save. Resolves once everything is saved and armed;
 * doing it again with the same events changes nothing and arms again what they armed.
 *
 * @throws `SaveRaceLost`, `UnknownScenarioVersion`, `NewerRecordShape`: nothing was saved
 */
export async function ingest(
  engine: Engine<IngestPorts>,
  customerId: string,
  events: readonly StoreEvent[],
): Promise<void> {
  const { world } = engine;
  const who = events.map(eventHash).join();
  const left = await runsBefore(engine, customerId, events);
  const applied = await untilSaved(world.clock, who, async () => {
    const around = { settings: engine.decisions, book: engine.book, at: world.clock.now(), runsBefore: left };
    const before = (await world.customers.load(customerId)) ?? newCustomer(engine.settings.store, customerId);
    const outcome = applyEvents(before, events, around);
    if (!outcome.changed) return outcome;
    await beforeSave(engine, before, outcome);
    const saved = await saveCustomer(world, before, outcome.customer, around);
    return saved === 'conflict' ? saved : outcome;
  });
  await armTimers(engine, applied.customer, applied.after);
  countNotes(engine, applied.notes);
}

/** What must be there before the record speaks of it. An orphan, if the save is lost, is harmless. */
async function beforeSave(engine: Engine<IngestPorts>, before: Customer, outcome: Applied): Promise<void> {
  const { world } = engine;
  const customer = outcome.customer.id;
  for (const effect of outcome.before) {
    if (effect.do === 'context') await world.contexts.put(customer, effect.enrolment, effect.event);
    else {
      const { do: _, ...evidence } = effect;
      await world.evidence.put({ ...evidence, customer });
    }
  }
  const { email } = outcome.customer.profile;
  if (email !== undefined && email !== before.profile.email) {
    await world.addresses.use(addressKey(await world.keys(), email), customer);
  }
}
