/** Wakes a customer whose timers never came: their messages go into the lanes again. */
import type { LaneMessage } from '../../core/events/lane-message.ts';
import type { Customer } from '../../core/record/customer.ts';
import { timerOfLook } from '../../core/record/look-timer.ts';
import { timerOf } from '../../core/record/timer-effect.ts';
import type { Lane } from '../../core/record/touchpoint.ts';
import { isBefore } from '../../core/values/civil-time.ts';
import type { Engine } from '../saving/engine.ts';

export type WakePorts = 'clock' | 'customers' | 'lanes' | 'log';

/** With more than this in a lane, what is overdue of it most likely waits there. */
const behindFrom = 1000;
/** Whoever was woken, or could not be, is looked away from so long. */
export const wokenFor = { hours: 1 };

export const isBehind = async ({ world }: Pick<Engine<'lanes'>, 'world'>, lane: Lane): Promise<boolean> =>
  (await world.lanes.backlog(lane)) >= behindFrom;

/** Enqueues what of these lanes is overdue for the customer. Returns how many; never throws: one must not keep the others asleep. */
export async function wake(engine: Engine<WakePorts>, id: string, lanes: readonly Lane[]): Promise<number> {
  const { world } = engine;
  try {
    const customer = await world.customers.load(id);
    const owed = customer ? overdueTimers(engine, customer).filter(({ lane }) => lanes.includes(lane)) : [];
    // The message goes without the address hint: the sender then reads the address by itself.
    for (const { lane, message } of owed) await world.lanes.enqueue(lane, message, 0);
    return owed.length;
  } catch (error) {
    world.log.error('cannot wake', { because: error instanceof Error ? error.name : 'unknown' });
    return 0;
  }
}

interface Owed {
  readonly lane: Lane;
  readonly message: LaneMessage;
}

function overdueTimers(engine: Engine<WakePorts>, customer: Customer): Owed[] {
  const now = engine.world.clock.now();
  const timers: Owed[] = customer.enrolments
    .filter((enrolment) => !enrolment.ended && isBefore(enrolment.due, now))
    .map((enrolment) =>
      timerOf(customer, enrolment, engine.book.find(enrolment.scenario, enrolment.version)),
    );
  const look = timerOfLook(customer);
  return look && isBefore(look.due, now) ? [...timers, { lane: 'marketing', message: look.message }] : timers;
}
