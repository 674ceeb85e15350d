/** Does what a saved record says is to be done, whoever saved it. All of it has derived ids: safe to repeat, in any order. */
import type { AfterSave } from '../../core/enrolments/after-save.ts';
import type { Customer } from '../../core/record/customer.ts';
import { armTimers } from './arm-timers.ts';
import type { Engine } from './engine.ts';

export type AfterSavePorts =
  | 'clock'
  | 'touchpoints'
  | 'timers'
  | 'lanes'
  | 'bus'
  | 'keys'
  | 'log'
  | 'metrics';

/**
 * Publishes, writes touchpoints down, arms, and takes back alarms, in this order. Resolves once all is done: only then may whoever asked be
 * told so, and the message be acknowledged.
 */
export async function performAfterSave(
  engine: Engine<AfterSavePorts>,
  customer: Customer,
  after: readonly AfterSave[],
): Promise<void> {
  const { bus, touchpoints } = engine.world;
  const events = after.filter((effect) => effect.do === 'publish').map(({ event }) => event);
  if (events.length > 0) await bus.publish(events);
  for (const effect of after) if (effect.do === 'record') await touchpoints.settle(effect.touchpoint);
  const waiting = after.filter((effect) => effect.do === 'arm' || effect.do === 'alarm');
  await armTimers(engine, customer, waiting);
  // Last: where it is not done, the alarm rings and finds nothing.
  for (const effect of after) if (effect.do === 'disarm') await engine.world.timers.disarm(effect.name);
}
