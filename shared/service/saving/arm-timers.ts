/** Makes timers real: the lane's own delay for what is due soon, Scheduler for the rest. Safe to repeat. */
import type { Customer } from '../../core/record/customer.ts';
import type { ArmLook, ArmTimer } from '../../core/record/effect.ts';
import type { Arming } from '../../ports/timers.ts';
import { addressHash } from './address-hash.ts';
import type { Engine } from './engine.ts';

/** The longest delay a queue takes. */
const laneDelay_s = 900;

/** Arms the timers of one customer's enrolments and of the look, after the record was saved. */
export async function armTimers(
  engine: Engine<'clock' | 'timers' | 'lanes' | 'keys'>,
  customer: Customer,
  waiting: readonly (ArmTimer | ArmLook)[],
): Promise<void> {
  const timers = waiting.filter((one) => one.do === 'arm');
  const { email } = customer.profile;
  const hasAddress = timers.length > 0 && email !== undefined;
  const address = hasAddress ? addressHash(await engine.world.keys(), email) : undefined;
  for (const timer of timers) await arm(engine, { ...timer, message: { ...timer.message, address } });
  for (const one of waiting) {
    if (one.do !== 'look') continue;
    const { name, due, message } = one;
    await arm(engine, { name, due, lane: 'marketing', message });
  }
}

async function arm({ world }: Engine<'clock' | 'timers' | 'lanes'>, timer: Arming): Promise<void> {
  const wait_s = Math.ceil(world.clock.now().until(timer.due).total('seconds'));
  if (wait_s <= laneDelay_s) return world.lanes.enqueue(timer.lane, timer.message, Math.max(0, wait_s));
  const armed = await world.timers.arm(timer);
  if (armed === 'past') await world.lanes.enqueue(timer.lane, timer.message, 0);
}
