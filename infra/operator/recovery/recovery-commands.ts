/** What can be typed when something was lost: replay, timers, runs. */
import { type Command, InvalidArgumentError } from 'commander';
import type { Report } from '../../terminal/report.ts';
import type { OpenDeployment } from '../composition.ts';
import { replay } from '../replay/replay.ts';
import { catchUp } from './catch-up.ts';
import { rebuildTimers } from './rebuild-timers.ts';

/** How `runOps` runs a command: opens the deployment, does it, tells of it. */
export type Doing = (
  does: (
    target: OpenDeployment,
    words: readonly string[],
    options: Record<string, unknown>,
  ) => Report | Promise<Report>,
) => (...given: unknown[]) => Promise<void>;

type Progress = (line: string) => void;

const wholeFrom = (least: number, most: number) => (text: string) => {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  throw new InvalidArgumentError(`Give a whole number from ${least} to ${most}.`);
};

/** @param progress told of each step of what takes long */
export function addRecovery(program: Command, doing: Doing, progress: Progress): void {
  addReplay(program, doing, progress);
  const timers = program.command('timers').description('the one-shot schedules of those who wait');
  overWaiting(timers.command('rebuild'))
    .description(
      "arms each customer's alarms anew, from the records alone. What is armed already stays as it is",
    )
    .option('--rate <number>', 'timers a second', wholeFrom(1, 2000), 100)
    .action(
      doing(async (target, _, { dryRun, rate, fromShard }) => {
        const options = { dryRun: dryRun === true, rate: Number(rate), fromShard: Number(fromShard) };
        return rebuildTimers(target, await target.engine(), options, progress);
      }),
    );
  const runs = program.command('runs').description('the enrolments that customers are in');
  overWaiting(runs.command('catch-up'))
    .description(
      'after a restore: moves open enrolments past the messages that touchpoints say were decided already, so that none goes twice. Only while all mail is paused',
    )
    .action(
      doing(async (target, _, { dryRun, fromShard }) => {
        const options = { dryRun: dryRun === true, fromShard: Number(fromShard) };
        return catchUp(target, await target.engine(), options, progress);
      }),
    );
}

function addReplay(program: Command, doing: Doing, progress: Progress): void {
  program
    .command('replay')
    .description(
      'puts archived events through the rule again: rebuilds profile and numbers and, without --send, sends nothing',
    )
    .requiredOption('--from <when>', 'a moment, or a date: its first moment in the zone of the store')
    .requiredOption('--to <when>', 'a moment, or a date: its last')
    .option('--dry-run', 'only says what would be done')
    .option('--send', 'lets in whoever was not let in yet and whose event is still fresh; asks for --yes')
    .option('--yes', 'says that it is meant')
    .option('--shopify', "Shopify's webhooks instead of the storefront's own events")
    .option('--no-wait', 'does not wait for its end')
    .action(
      doing((target, _, { from, to, dryRun, send, yes, shopify, wait }) =>
        replay(
          target,
          {
            from: String(from),
            to: String(to),
            dryRun: dryRun === true,
            send: send === true,
            yes: yes === true,
            shopify: shopify === true,
            wait: wait !== false,
          },
          progress,
        ),
      ),
    );
}

const overWaiting = (command: Command) =>
  command
    .option('--dry-run', 'only counts')
    .option('--from-shard <number>', 'goes on from a share of everybody, 0 to 15', wholeFrom(0, 15), 0);
