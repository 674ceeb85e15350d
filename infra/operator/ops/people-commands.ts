/** What can be typed about people and the scenarios they are in. */
import type { Command } from 'commander';
import { scenarios } from '../../../shared/library.ts';
import { WrongUsage } from '../../terminal/refusal.ts';
import type { Doing } from '../recovery/recovery-commands.ts';
import { enrol, orderLook } from './enrol.ts';
import { enrolSegment } from './enrol-segment.ts';
import { inside } from './inside.ts';

export function addPeople(program: Command, doing: Doing): void {
  program
    .command('enrol [customer] [scenario]')
    .description(
      'lets a customer, or so many a day of a segment, into a scenario that begins with a command, a segment, a date or a schedule',
    )
    .option('--key <text>', 'lets each customer in once for this key, however often it is typed')
    .option('--segment <name>', 'whoever is in it now, instead of one customer')
    .option('--scenario <id>', 'which one, where more than one begins with the segment')
    .option('--paced <number/day>', 'so many of the segment on each day, such as 200/day')
    .option('--dry-run', 'only says how many, and when')
    .action(
      doing((target, [customer, scenario], { key, segment, scenario: named, paced, dryRun }) => {
        const asked = { scenario: scenario ?? (named as string | undefined), key: key as string | undefined };
        if (typeof segment === 'string')
          return enrolSegment(
            target,
            { ...asked, segment, paced: paced as string | undefined, dryRun: dryRun === true },
            scenarios,
          );
        if (customer === undefined || asked.scenario === undefined)
          throw new WrongUsage('Name a customer and a scenario, or a segment by --segment.');
        return enrol(target, { customer, scenario: asked.scenario, key: asked.key }, scenarios);
      }),
    );
  program
    .command('look [customer]')
    .description("asks a customer's segments, dates and schedules anew; everybody's unless one is named")
    .action(doing((target, [customer]) => orderLook(target, customer)));
  program
    .command('inside [scenario]')
    .description('who is still inside: by scenario, version and step')
    .action(doing((target, [scenario]) => inside(target, scenario, scenarios)));
}
