/** What can be typed about people and the scenarios they are in. */
import type { Command } from 'commander';
import { scenarios } from '../../../shared/library.ts';
import type { Doing } from '../recovery/recovery-commands.ts';
import { enrol, orderLook } from './enrol.ts';
import { inside } from './inside.ts';

export function addPeople(program: Command, doing: Doing): void {
  program
    .command('enrol <customer> <scenario>')
    .description(
      'lets a customer into a scenario that begins with a command, a segment, a date or a schedule',
    )
    .option('--key <text>', 'lets the customer in once for this key, however often it is typed')
    .action(
      doing((target, [customer = '', scenario = ''], { key }) =>
        enrol(target, { customer, scenario, key: key as string | undefined }, scenarios),
      ),
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
