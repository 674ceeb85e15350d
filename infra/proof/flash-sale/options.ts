/** The command line of `npm run flash-sale`. */
import { Command, Option } from 'commander';
import { count, countOption } from '../demo/options.ts';

export interface FlashSaleOptions {
  readonly orders: number;
  /** All orders come within so many; half of them in the first fifteenth. */
  readonly minutes: number;
  /** CreateSchedule a second, as the Region grants them. */
  readonly rate: number;
  /** Mails a second, as the mail service grants them. */
  readonly sendRate: number;
  /** Played on for so many days, so that alarms ring; else until every alarm stands. */
  readonly days?: number;
  readonly json?: boolean;
}

/** @param run what the command does; it resolves when it is done */
export function flashSaleCommand(run: (options: FlashSaleOptions) => Promise<void>): Command {
  return new Command('flash-sale')
    .description(
      'Plays the orders of a flash sale through the service code, in memory, where Scheduler takes so many schedules a second and refuses the others.',
    )
    .addOption(countOption('--orders <n>', 'as many new customers order once each', 100_000))
    .addOption(countOption('--minutes <n>', 'they come within so many minutes, most of them early', 30))
    .addOption(countOption('--rate <n>', 'CreateSchedule a second; 5,000 are played beside it', 250))
    .addOption(countOption('--send-rate <n>', 'mails a second', 500))
    .addOption(
      new Option(
        '--days <n>',
        'play on so long, so that alarms ring (until every alarm stands otherwise)',
      ).argParser(count),
    )
    .option('--json', 'print one JSON object on stdout instead of the table')
    .action(run);
}
