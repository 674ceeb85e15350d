import type { Customer } from '../../core/record/customer.ts';
import type { Engine } from './engine.ts';

/**
 * Puts the events on the bus that the record keeps for what was decided by `by`. Called after the save and before the
 * message is acknowledged; a redelivery publishes the same again, and readers know it by its id.
 */
export async function publishPending(engine: Engine<'bus'>, customer: Customer, by: string): Promise<void> {
  const events = customer.pending.filter((event) => event.by === by);
  if (events.length === 0) return;
  await engine.world.bus.publish(events.map(({ by: _, ...event }) => event));
}
