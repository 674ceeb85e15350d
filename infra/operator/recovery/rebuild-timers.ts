/** `timers rebuild`: each customer's alarms armed anew, from what the records say. */
import { setTimeout as sleep } from 'node:timers/promises';
import { alarmsAnew } from '../../../shared/core/record/alarm/alarms-owed.ts';
import type { Customer } from '../../../shared/core/record/customer.ts';
import type { ArmAlarm, ArmTimer } from '../../../shared/core/record/effect.ts';
import { armTimers } from '../../../shared/service/saving/arm-timers.ts';
import { OperatorRefusal } from '../../terminal/refusal.ts';
import type { Report } from '../../terminal/report.ts';
import type { AskedEngine } from '../composition.ts';
import type { Target } from '../target/target.ts';
import { eachCustomer } from './everyone.ts';
import { isNotUnderstood } from './not-understood.ts';

export interface RebuildOptions {
  readonly dryRun: boolean;
  /** Timers a second. Scheduler takes 5,000 a second in its large regions, 250 elsewhere, and the functions need theirs. */
  readonly rate: number;
  readonly fromShard: number;
}

/** So many are armed side by side. */
const together = 10;

interface Counts {
  customers: number;
  /** Timers by what becomes of them: a schedule, or, due within 15 minutes or overdue, a message in its lane. */
  schedules: number;
  messages: number;
  /** Customers whom this code does not understand; newer code wrote them. */
  notUnderstood: number;
}

type Arming = AskedEngine<
  'clock' | 'customers' | 'everybody' | 'timers' | 'lanes' | 'keys' | 'log' | 'metrics'
>;
type Hers = { readonly customer: Customer; readonly timers: readonly (ArmTimer | ArmAlarm)[] };

const lane_s = 900;

/** The timers of one customer's open enrolments and look; `gone`: the record is; `left`: this code does not understand it. */
async function timersOf(engine: Arming, id: string): Promise<Hers | 'gone' | 'left'> {
  try {
    const customer = await engine.world.customers.load(id);
    if (!customer) return 'gone';
    return { customer, timers: alarmsAnew(customer, engine.world.clock.now()) };
  } catch (error) {
    if (isNotUnderstood(error)) return 'left';
    throw error;
  }
}

async function arm(engine: Arming, { customer, timers }: Hers): Promise<void> {
  try {
    await armTimers(engine, customer, timers);
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ResourceNotFoundException') throw error;
    throw new OperatorRefusal('There is no schedule group to arm timers in: deploy the stack first.');
  }
}

/** One after the other the page's chunks, each no sooner than the rate allows. */
async function onPage(
  engine: Arming,
  ids: readonly string[],
  { dryRun, rate }: RebuildOptions,
  counts: Counts,
): Promise<void> {
  const { clock } = engine.world;
  await clock.ask();
  const now = clock.now();
  for (let start = 0; start < ids.length; start += together) {
    const started_ms = performance.now();
    const chunk = await Promise.all(ids.slice(start, start + together).map((id) => timersOf(engine, id)));
    const known = chunk.filter((hers) => typeof hers === 'object');
    counts.customers += known.filter(({ timers }) => timers.length > 0).length;
    counts.notUnderstood += chunk.filter((hers) => hers === 'left').length;
    const dues = known.flatMap(({ timers }) => timers.map(({ due }) => due));
    const soon = dues.filter((due) => now.until(due).total('seconds') <= lane_s).length;
    counts.messages += soon;
    counts.schedules += dues.length - soon;
    if (dryRun) continue;
    // Whoever is told that it failed must not find more armed afterwards.
    const armed = await Promise.allSettled(known.map((hers) => arm(engine, hers)));
    const failed = armed.find((one) => one.status === 'rejected');
    if (failed) throw failed.reason;
    const least_ms = (dues.length / rate) * 1000;
    await sleep(Math.max(0, least_ms - (performance.now() - started_ms)));
  }
}

/** @param progress told after each share of everybody */
export async function rebuildTimers(
  target: Target,
  engine: Arming,
  options: RebuildOptions,
  progress: (line: string) => void,
): Promise<Report> {
  const counts: Counts = { customers: 0, schedules: 0, messages: 0, notUnderstood: 0 };
  await eachCustomer(
    engine.world.everybody,
    options.fromShard,
    (ids) => onPage(engine, ids, options, counts),
    (shard) =>
      progress(
        `shard ${shard} done: ${counts.customers} customers, ${counts.schedules + counts.messages} timers so far`,
      ),
  );
  const { customers, schedules, messages, notUnderstood } = counts;
  const lines = [
    target.called,
    `${customers} customers wait for ${schedules + messages} timers: ${schedules} ${options.dryRun ? 'would be' : 'are'} set, ${messages} due within 15 minutes or overdue ${options.dryRun ? 'would go' : 'went'} straight into their lanes.`,
  ];
  if (notUnderstood > 0) {
    lines.push(
      `${notUnderstood} customers were left out: this code does not know their shape or scenario version. Run it again from the newer code.`,
    );
  }
  if (options.dryRun) lines.push('Nothing was armed: that was a dry run.');
  return { lines, data: { ...counts, dryRun: options.dryRun }, failed: notUnderstood > 0 };
}
