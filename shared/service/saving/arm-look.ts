/** Makes a look real, like any timer, in the marketing lane: nothing that concerns a customer's own order waits for it. */
import type { Customer } from '../../core/record/customer.ts';
import type { ArmLook } from '../../core/record/effect.ts';
import { timerOfLook } from '../../core/record/look-timer.ts';
import type { Engine } from './engine.ts';

/** The longest delay a queue takes. */
const laneDelay_s = 900;

/** Arms the look that the saved record speaks of, where there is one. Safe to repeat. */
export async function armLookOf(
  engine: Engine<'clock' | 'timers' | 'lanes'>,
  customer: Customer,
): Promise<void> {
  const look = timerOfLook(customer);
  if (look) await armLook(engine, look);
}

export async function armLook(
  { world }: Engine<'clock' | 'timers' | 'lanes'>,
  { name, due, message }: ArmLook,
): Promise<void> {
  const wait_s = Math.ceil(world.clock.now().until(due).total('seconds'));
  if (wait_s <= laneDelay_s) return world.lanes.enqueue('marketing', message, Math.max(0, wait_s));
  const armed = await world.timers.arm({ name, due, lane: 'marketing', message });
  if (armed === 'past') await world.lanes.enqueue('marketing', message, 0);
}
