/**
 * The sweep: finds enrolments whose transactional timer never came, and begins the rounds that find all others. Looks at the
 * mail account and at the sender reputation too, and has order mail tried once more that never went.
 */
import { sweepShards } from '../../ports/sweep.ts';
import { checkAccount } from '../feedback/check-account.ts';
import { watchReputation } from '../feedback/watch-reputation.ts';
import { lookAtEverybodyOnce } from '../intake/look-at-everybody.ts';
import { isBehind, wake, wokenFor } from '../intake/wake.ts';
import { beginRound } from '../intake/wake-in-pages.ts';
import type { Engine } from '../saving/engine.ts';
import { type ResendPorts, resendUnknownMail } from './resend-unknown.ts';

export type ReconcilePorts =
  | 'clock'
  | 'customers'
  | 'sweep'
  | 'rounds'
  | 'lanes'
  | 'control'
  | 'intake'
  | 'account'
  | 'reputation'
  | 'audit'
  | 'log'
  | 'metrics'
  | ResendPorts;

/** Of transactional timers; what else is overdue the rounds find. */
export interface Swept {
  readonly overdue: number;
  readonly enqueued: number;
  /** True when the transactional lane was so far behind that nothing was enqueued. */
  readonly onlyCounted: boolean;
}

const pageSize = 100;
const pagesForEachShard = 10;

/**
 * Publishes how the mail account stands, has everybody looked at after a deployment that asks for it, sweeps all shards, begins
 * a round where it is time for one, and asks for order mail of unknown outcome that never went.
 */
export async function reconcile(engine: Engine<ReconcilePorts>): Promise<Swept> {
  const { world } = engine;
  await checkAccount(engine);
  await watchReputation(engine);
  await lookAtEverybodyOnce(engine);
  const onlyCounted = await isBehind(engine, 'transactional');
  let overdue = 0;
  let enqueued = 0;
  for (let shard = 0; shard < sweepShards; shard += 1) {
    for (let page = 0; page < pagesForEachShard; page += 1) {
      const found = await world.sweep.overdue(shard, world.clock.now(), pageSize);
      overdue += found.length;
      for (const one of onlyCounted ? [] : found) {
        enqueued += await wake(engine, one.customer, ['transactional']);
        await world.sweep.push(one, world.clock.now().add(wokenFor));
      }
      if (onlyCounted || found.length < pageSize) break;
    }
  }
  if (overdue > 0) world.metrics.count('Overdue', overdue);
  world.log.info('swept', { overdue, enqueued, onlyCounted });
  await beginRound(engine);
  await resendUnknownMail(engine);
  return { overdue, enqueued, onlyCounted };
}
