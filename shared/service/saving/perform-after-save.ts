/** Does what a saved record says is to be done. All of it has derived ids: safe to repeat, in any order. */
import type { AfterSave } from '../../core/enrolments/after-save.ts';
import type { Customer } from '../../core/record/customer.ts';
import type { ArmTimer, Publish } from '../../core/record/effect.ts';
import { armLook } from './arm-look.ts';
import { armTimers } from './arm-timers.ts';
import type { Engine } from './engine.ts';

/** Resolves once everything is published and armed: only then may whoever asked be told that it is done. */
export async function performAfterSave(
  engine: Engine<'clock' | 'timers' | 'lanes' | 'bus' | 'keys'>,
  customer: Customer,
  after: readonly AfterSave[],
): Promise<void> {
  const events = after.filter((effect): effect is Publish => effect.do === 'publish');
  if (events.length > 0) await engine.world.bus.publish(events.map(({ event }) => event));
  const timers = after.filter((effect): effect is ArmTimer => effect.do === 'arm');
  await armTimers(engine, customer, timers);
  for (const effect of after) if (effect.do === 'look') await armLook(engine, effect);
}
