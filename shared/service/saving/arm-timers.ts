/** Makes timers real: the lane's own delay for what is due soon, an alarm on Scheduler for the rest. Safe to repeat. */
import type { Customer } from '../../core/record/customer.ts';
import type { ArmAlarm, ArmTimer } from '../../core/record/effect.ts';
import { isAwake } from '../../core/record/timer-effect.ts';
import { laneHolds_s } from '../../core/values/lane.ts';
import { addressHash } from './address-hash.ts';
import type { Engine } from './engine.ts';

type Waiting = ArmTimer | ArmAlarm;
type Ports = Engine<'clock' | 'timers' | 'lanes' | 'log' | 'metrics'>;

/** Puts what is near into its lane and arms alarms, after the record was saved. */
export async function armTimers(
  engine: Engine<'clock' | 'timers' | 'lanes' | 'keys' | 'log' | 'metrics'>,
  customer: Customer,
  waiting: readonly Waiting[],
): Promise<void> {
  const { email } = customer.profile;
  const hasAddress = email !== undefined && waiting.some(({ message }) => message.kind === 'timer');
  const address = hasAddress ? addressHash(await engine.world.keys(), email) : undefined;
  for (const one of distinct(waiting)) {
    if (isForNobody(customer, one)) continue;
    const { message } = one;
    await arm(engine, message.kind === 'timer' ? { ...one, message: { ...message, address } } : one);
  }
}

/** A walk may have come to where nothing has an effect any more, or in the save to its end. */
function isForNobody({ enrolments }: Customer, { do: what, message }: Waiting): boolean {
  if (what === 'alarm' || message.kind !== 'timer') return false;
  const enrolment = enrolments.find(({ id }) => id === message.enrolment);
  return enrolment !== undefined && !isAwake(enrolment);
}

/** A walk and the alarm that rings may both name what is next. */
function distinct(waiting: readonly Waiting[]): Waiting[] {
  return [...new Map(waiting.map((one) => [nameOf(one), one])).values()];
}

function nameOf(one: Waiting): string {
  if (one.do === 'alarm') return one.name;
  const { message } = one;
  return `${message.kind === 'timer' ? message.enrolment : 'look'}/${message.arm}`;
}

async function arm({ world }: Ports, one: Waiting): Promise<void> {
  const wait_s = Math.ceil(world.clock.now().until(one.due).total('seconds'));
  if (wait_s <= laneHolds_s) return world.lanes.enqueue(one.lane, one.message, Math.max(0, wait_s));
  // Whatever waits longer has an alarm of the record to stand for it.
  if (one.do === 'arm') return;
  const armed = await world.timers.arm(one);
  if (armed === 'armed') return;
  if (armed === 'busy') {
    world.metrics.count('AlarmPutOff');
    world.log.warn('alarm put off: the scheduler is busy', { lane: one.lane });
  }
  await world.lanes.enqueue(one.lane, one.message, armed === 'busy' ? laneHolds_s : 0);
}
