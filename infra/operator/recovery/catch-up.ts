/** `runs catch-up`: after a restore, no open enrolment stands before a message that was decided already. */
import { isPausedAt } from '../../../shared/core/record/brakes.ts';
import type { Engine } from '../../../shared/service/saving/engine.ts';
import { type CatchUpPorts, type CaughtUp, catchUpCustomer } from '../../../shared/service/sweep/catch-up.ts';
import { OperatorRefusal } from '../../terminal/refusal.ts';
import type { Report } from '../../terminal/report.ts';
import type { AskedEngine } from '../composition.ts';
import type { Target } from '../target/target.ts';
import { eachCustomer } from './everyone.ts';
import { isNotUnderstood } from './not-understood.ts';

export interface CatchUpOptions {
  readonly dryRun: boolean;
  readonly fromShard: number;
}

const together = 10;

async function one(
  engine: AskedEngine<CatchUpPorts>,
  id: string,
  dryRun: boolean,
): Promise<CaughtUp | 'gone' | 'left'> {
  try {
    return (await catchUpCustomer(engine, id, dryRun)) ?? 'gone';
  } catch (error) {
    if (isNotUnderstood(error)) return 'left';
    throw error;
  }
}

/** Refuses while mail may go: a timer that fires before its enrolment is caught up would send a second time. */
async function refuseUnlessPaused({ world }: Engine<'clock' | 'control'>): Promise<void> {
  if (isPausedAt(await world.control.read(), 'all', world.clock.now())) return;
  throw new OperatorRefusal('Mail may go while enrolments are at old steps: "pause all" first.');
}

export async function catchUp(
  target: Target,
  engine: AskedEngine<CatchUpPorts | 'control' | 'everybody'>,
  { dryRun, fromShard }: CatchUpOptions,
  progress: (line: string) => void,
): Promise<Report> {
  if (!dryRun) await refuseUnlessPaused(engine);
  const counts = { customers: 0, runs: 0, ended: 0, sends: 0, notUnderstood: 0 };
  const page = async (ids: readonly string[]) => {
    await engine.world.clock.ask();
    for (let start = 0; start < ids.length; start += together) {
      const some = ids.slice(start, start + together);
      for (const caught of await Promise.all(some.map((id) => one(engine, id, dryRun)))) {
        if (caught === 'left') counts.notUnderstood += 1;
        if (typeof caught === 'string') continue;
        counts.customers += 1;
        counts.runs += caught.runs;
        counts.ended += caught.ended;
        counts.sends += caught.sends;
      }
    }
  };
  await eachCustomer(engine.world.everybody, fromShard, page, (shard) =>
    progress(`shard ${shard} done: ${counts.customers} customers, ${counts.runs} enrolments moved so far`),
  );
  const lines = [
    target.called,
    `${counts.customers} customers were checked. ${counts.runs} enrolments ${dryRun ? 'would move' : 'moved'} past messages that were decided already (${counts.ended} to their end), and ${counts.sends} sends ${dryRun ? 'would be' : 'are'} remembered again.`,
  ];
  if (counts.notUnderstood > 0) {
    lines.push(
      `${counts.notUnderstood} customers were left out: this code does not know their shape or scenario version. Stay paused, and run it again from the newer code.`,
    );
  }
  if (dryRun) lines.push('Nothing was changed: that was a dry run.');
  return { lines, data: { ...counts, dryRun }, failed: counts.notUnderstood > 0 };
}
