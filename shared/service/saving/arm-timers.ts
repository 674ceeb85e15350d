/** Makes timers real: the lane's own delay for what is due soon, an alarm on Scheduler for the rest. Safe to repeat. */

import { isAwake } from '../../core/record/alarm/timer-effect.ts';
import type { Customer } from '../../core/record/customer.ts';
import type { ArmAlarm, ArmTimer } from '../../core/record/effect.ts';
import { laneHolds_s } from '../../core/values/lane.ts';
import { addressHash } from './address-hash.ts';
import type { Engine } from './engine.ts';

type Waiting = ArmTimer | ArmAlarm;
type Ports = Engine<'clock' | 'timers' | 'lanes' | 'log' | 'metrics'>;

/** No part of the hour after which refused mail is tried again: else both would meet each time, and bring each other anew. */
const askedAgain_s = 13 * 60;

/** Puts what is near into its lane and arms alarms, after the record was saved. */
export async function armTimers(
  engine: Engine<'clock' | 'timers' | 'lanes' | 'keys' | 'log' | 'metrics'>,
  customer: Customer,
  waiting: readonly Waiting[],
): Promise<void> {
  const { email } = customer.profile;
  const hasAddress = email !== undefined && waiting.some(({ message }) => message.kind === 'timer');
  const address = hasAddress ? addressHash(await engine.world.keys(), email) : undefined;
  const putBack = new Set<unknown>();
  for (const one of distinct(waiting)) {
    if (isForNobody(customer, one)) continue;
    const { message } = one;
    const whole = message.kind === 'timer' ? { ...one, message: { ...message, address } } : one;
    const armed = await arm(engine, whole);
    if (one.do === 'arm' || armed !== 'busy') continue;
    const { askedBy } = one;
    if (askedBy === undefined) await engine.world.lanes.enqueue(one.lane, whole.message, laneHolds_s);
    else if (!putBack.has(askedBy)) await engine.world.lanes.enqueue(one.lane, askedBy, askedAgain_s);
    putBack.add(askedBy);
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

/** `busy`: Scheduler had no room, and something must come back for it. */
async function arm({ world }: Ports, one: Waiting): Promise<'busy' | undefined> {
  const wait_s = Math.ceil(world.clock.now().until(one.due).total('seconds'));
  const isKnownByName = one.do === 'alarm' && one.askedBy !== undefined;
  if (wait_s <= laneHolds_s && !isKnownByName) {
    await world.lanes.enqueue(one.lane, one.message, Math.max(0, wait_s));
    return undefined;
  }
  // Whatever waits longer has an alarm of the record to stand for it.
  if (one.do === 'arm') return undefined;
  const armed = await world.timers.arm(one);
  if (armed === 'past') await world.lanes.enqueue(one.lane, one.message, 0);
  if (armed !== 'busy') return undefined;
  world.metrics.count('AlarmPutOff');
  world.log.warn('alarm put off: the scheduler is busy', { lane: one.lane });
  return armed;
}
