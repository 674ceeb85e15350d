/**
 * A round: everybody whose timer never came, and whoever is to be forgotten, is found by a scan of all records, page by page
 * through the intake queue. It is a backstop, so it is slow and cheap: an hourly round of at most `sweepPages` pages goes on
 * where the last one stood.
 */
import { Temporal } from 'temporal-polyfill';
import type { SweepMessage } from '../../core/events/intake-message.ts';
import { type AskToForgetPorts, askToForget } from '../rights/forget-unconfirmed.ts';
import type { Engine } from '../saving/engine.ts';
import { isBehind, type WakePorts, wake, wokenFor } from './wake.ts';

export type RoundPorts = WakePorts | AskToForgetPorts | 'rounds' | 'metrics';

/** Rounds are hourly; what asks for one is some minutes early or late. */
const roundEvery = { minutes: 55 };
/** So many are woken side by side. */
const together = 10;

/** Begins a round where the last is an hour old. Where its message is lost on the way, the next round takes its place. */
export async function beginRound({
  world,
  settings,
}: Pick<Engine<'clock' | 'rounds' | 'intake'>, 'world' | 'settings'>): Promise<void> {
  const round = Temporal.Instant.fromEpochMilliseconds(world.clock.now().epochMilliseconds);
  const begun = await world.rounds.begin(round, round.subtract(roundEvery));
  if (!begun) return;
  const { cursor } = begun;
  const left = settings.sweepPages;
  await world.intake.put([
    { kind: 'sweep', round: round.toString(), left, ...(cursor !== undefined && { cursor }) },
  ]);
}

/** One page; the next follows by a message, while this round is the newest and has pages left. Safe to repeat. */
export async function wakePage(
  engine: Engine<RoundPorts>,
  { round, cursor, left }: SweepMessage,
): Promise<void> {
  const { world } = engine;
  // Then most of what is overdue waits in the lane. The next round begins at this page.
  if (await isBehind(engine, 'marketing')) {
    world.log.info('the round rests: the marketing lane is behind', { left });
    return;
  }
  const now = world.clock.now();
  const { ids, next } = await world.rounds.asleep(cursor, now);
  const { enqueued, forgotten } = await wakeAll(engine, ids, now);
  const overdue = ids.length - forgotten;
  if (overdue > 0) world.metrics.count('Overdue', overdue);
  const goesOn = await world.rounds.reached(Temporal.Instant.from(round), cursor, next);
  if (ids.length > 0 || !goesOn) world.log.info('woken by a page', { overdue, enqueued, forgotten, goesOn });
  if (!goesOn || next === undefined || left <= 1) return;
  await world.intake.put([{ kind: 'sweep', round, cursor: next, left: left - 1 }]);
}

async function wakeAll(
  engine: Engine<RoundPorts>,
  ids: readonly string[],
  now: Temporal.Instant,
): Promise<{ readonly enqueued: number; readonly forgotten: number }> {
  if (ids.length === 0) return { enqueued: 0, forgotten: 0 };
  const lanes = (await isBehind(engine, 'transactional'))
    ? (['marketing'] as const)
    : (['transactional', 'marketing'] as const);
  let enqueued = 0;
  let forgotten = 0;
  for (let start = 0; start < ids.length; start += together) {
    const some = ids.slice(start, start + together).map(async (id) => {
      if (await isForgotten(engine, id)) {
        forgotten += 1;
      } else enqueued += await wake(engine, id, lanes);
      await engine.world.rounds.putOff(id, now, now.add(wokenFor));
    });
    await Promise.all(some);
  }
  return { enqueued, forgotten };
}

/** Never throws: one who cannot be forgotten now is found again in an hour, and must not keep the others asleep. */
async function isForgotten(engine: Engine<RoundPorts>, id: string): Promise<boolean> {
  try {
    return await askToForget(engine, id);
  } catch (error) {
    engine.world.log.error('cannot forget', { because: error instanceof Error ? error.name : 'unknown' });
    return false;
  }
}
