/** Wakes a customer whose alarms never came: the messages that are overdue go into the lanes. */
import { overdueIn } from '../../core/record/alarm/alarms-owed.ts';
import type { Lane } from '../../core/values/lane.ts';
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
    const owed = customer
      ? overdueIn(customer, world.clock.now()).filter(({ lane }) => lanes.includes(lane))
      : [];
    // The message goes without the address hint: the sender then reads the address by itself.
    for (const { lane, message } of owed) await world.lanes.enqueue(lane, message, 0);
    return owed.length;
  } catch (error) {
    world.log.error('cannot wake', { because: error instanceof Error ? error.name : 'unknown' });
    return 0;
  }
}
