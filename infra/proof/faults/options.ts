/** The command line of `npm run faults`. */
import { Command, Option } from 'commander';
import type { DatabaseKind } from '../../laptop/table/database.ts';
import { count, dateOrMoment } from '../demo/options.ts';
import type { ShopperChoice } from '../demo/schedule.ts';

export interface FaultsOptions extends ShopperChoice {
  readonly customers: number;
  readonly seed: number;
  readonly database: DatabaseKind;
  readonly json?: boolean;
}

/** @param run what the command does; it resolves when it is done */
export function faultsCommand(run: (options: FaultsOptions) => Promise<void>): Command {
  return new Command('faults')
    .description(
      'Plays real orders twice through the embedded cloud, once with faults between the workers and AWS, and compares.',
    )
    .addOption(new Option('--customers <n>', 'play the first n customers by id').argParser(count).default(40))
    .addOption(
      new Option(
        '--until <date>',
        'end the play with this day (90 days after the last order otherwise)',
      ).argParser(dateOrMoment),
    )
    .addOption(
      new Option('--seed <n>', 'draws the faults, by the count of requests alone: processes run as they like')
        .argParser(count)
        .default(7),
    )
    .addOption(
      new Option('--database <name>', 'what stands for DynamoDB')
        .choices(['dynalite', 'dynamodb-local'])
        .default('dynalite'),
    )
    .option('--json', 'print one JSON object on stdout instead of the tables')
    .action(run);
}
