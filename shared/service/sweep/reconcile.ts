/** The sweep: finds enrolments and looks whose timer never came, and puts their message into the lane again. Looks at the mail account and at the standing of marketing too. */
import { overdueIn } from '../../core/record/alarms.ts';
import { type Overdue, sweepShards } from '../../ports/sweep.ts';
import { checkAccount } from '../feedback/check-account.ts';
import { watchReputation } from '../feedback/watch-reputation.ts';
import { lookAtEverybodyOnce } from '../intake/look-at-everybody.ts';
import type { Engine } from '../saving/engine.ts';

export type ReconcilePorts =
  | 'clock'
  | 'customers'
  | 'sweep'
  | 'lanes'
  | 'control'
  | 'intake'
  | 'account'
  | 'reputation'
  | 'log'
  | 'metrics';

export interface Swept {
  readonly overdue: number;
  readonly enqueued: number;
  /** True when the lanes were so far behind that nothing was enqueued. */
  readonly onlyCounted: boolean;
}

const pageSize = 100;
const pagesForEachShard = 10;
/** With more than this in the lanes, what is overdue most likely waits in them. */
const lanesBehindFrom = 1000;
const nextLook = { hours: 1 };

/** Publishes how the mail account stands, has everybody looked at after a deployment that asks for it, and sweeps all shards. */
export async function reconcile(engine: Engine<ReconcilePorts>): Promise<Swept> {
  const { world } = engine;
  await checkAccount(engine);
  await watchReputation(engine);
  await lookAtEverybodyOnce(engine);
  const onlyCounted = (await world.lanes.backlog()) >= lanesBehindFrom;
  let overdue = 0;
  let enqueued = 0;
  for (let shard = 0; shard < sweepShards; shard += 1) {
    for (let page = 0; page < pagesForEachShard; page += 1) {
      const found = await world.sweep.overdue(shard, world.clock.now(), pageSize);
      overdue += found.length;
      if (!onlyCounted) for (const one of found) enqueued += await wake(engine, one);
      if (onlyCounted || found.length < pageSize) break;
    }
  }
  if (overdue > 0) world.metrics.count('Overdue', overdue);
  world.log.info('swept', { overdue, enqueued, onlyCounted });
  return { overdue, enqueued, onlyCounted };
}

/** Enqueues one customer's overdue timers, then looks away for an hour. Returns how many. */
async function wake(engine: Engine<ReconcilePorts>, overdue: Overdue): Promise<number> {
  const { world } = engine;
  try {
    const customer = await world.customers.load(overdue.customer);
    const timers = customer ? overdueIn(customer, world.clock.now()) : [];
    // The message goes without the address hint: the sender then reads the address by itself.
    for (const { lane, message } of timers) await world.lanes.enqueue(lane, message, 0);
    await world.sweep.push(overdue, world.clock.now().add(nextLook));
    return timers.length;
  } catch (error) {
    // One customer that cannot be woken (newer code wrote her) must not keep the others asleep.
    world.log.error('cannot wake', { because: error instanceof Error ? error.name : 'unknown' });
    await world.sweep.push(overdue, world.clock.now().add(nextLook));
    return 0;
  }
}
