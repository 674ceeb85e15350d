/** The command line of `npm run load`. */
import { Command } from 'commander';
import { countOption } from '../demo/options.ts';

export interface LoadOptions {
  /** Orders at once, each with its thank-you. */
  readonly thanks: number;
  /** Marketing messages due within one minute, without the service behind them. */
  readonly timers: number;
  /** The same through the service code. */
  readonly sample: number;
  /** Order mails that come while as many marketing mails are going. */
  readonly both: number;
  /** Sign-ups within a minute, each asked to confirm, beside orders that trickle in. */
  readonly confirms: number;
  /** Orders of one customer within a minute. */
  readonly ofOne: number;
  readonly json?: boolean;
}

/** @param run what the command does; it resolves when it is done */
export function loadCommand(run: (options: LoadOptions) => Promise<void>): Command {
  return new Command('load')
    .description(
      'Fills the send lanes in virtual time, with workers, pacer and settings as they are deployed and a mail service that throttles by the second, and judges how fast they empty.',
    )
    .addOption(countOption('--thanks <n>', 'thank-yous at once, at 14 mails a second', 100_000))
    .addOption(
      countOption('--timers <n>', 'marketing timers due within one minute, at 50 a second', 1_000_000),
    )
    .addOption(countOption('--sample <n>', 'so many of them through the whole service code', 5_000))
    .addOption(countOption('--both <n>', 'order mails, and as many of marketing, at 14 a second', 5_000))
    .addOption(countOption('--confirms <n>', 'sign-ups to confirm within a minute, at 14 a second', 2_000))
    .addOption(countOption('--of-one <n>', 'orders of one customer within a minute', 1_000))
    .option('--json', 'print one JSON object on stdout instead of the text')
    .action(run);
}
