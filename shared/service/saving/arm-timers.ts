/** Makes timers real: the lane's own delay for what is due soon, Scheduler for the rest. Safe to repeat. */
import type { Customer } from '../../core/record/customer.ts';
import type { ArmTimer } from '../../core/record/effect.ts';
import { addressHash } from './address-hash.ts';
import type { Engine } from './engine.ts';

/** The longest delay a queue takes. */
const laneDelay_s = 900;

/** Arms the timers of one customer's enrolments, after her record was saved. */
export async function armTimers(
  engine: Engine<'clock' | 'timers' | 'lanes' | 'keys'>,
  customer: Customer,
  timers: readonly ArmTimer[],
): Promise<void> {
  if (timers.length === 0) return;
  const { email } = customer.profile;
  const address = email === undefined ? undefined : addressHash(await engine.world.keys(), email);
  for (const timer of timers) await armTimer(engine, { ...timer, message: { ...timer.message, address } });
}

async function armTimer(engine: Engine<'clock' | 'timers' | 'lanes'>, timer: ArmTimer): Promise<void> {
  const wait_s = Math.ceil(engine.world.clock.now().until(timer.due).total('seconds'));
  if (wait_s <= laneDelay_s) {
    await engine.world.lanes.enqueue(timer.lane, timer.message, Math.max(0, wait_s));
    return;
  }
  const armed = await engine.world.timers.arm(timer);
  if (armed === 'past') await engine.world.lanes.enqueue(timer.lane, timer.message, 0);
}
