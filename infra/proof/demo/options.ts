/** The demo's command line. */
import { Command, InvalidArgumentError, Option } from 'commander';
import { Temporal } from 'temporal-polyfill';

export interface DemoOptions {
  readonly customers?: number;
  readonly until?: Temporal.PlainDate | Temporal.Instant;
  readonly events?: string;
  readonly json?: boolean;
  /** Of 100 customers so many get every program; the others the thanks and the letters after a purchase alone. */
  readonly rollout?: number;
}

export function count(text: string): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= 1) return value;
  throw new InvalidArgumentError('Give a whole number from 1 up.');
}

/** An option that takes a whole number from 1 up. */
export const countOption = (flags: string, words: string, usually: number): Option =>
  new Option(flags, words).argParser(count).default(usually);

function percent(text: string): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value <= 100) return value;
  throw new InvalidArgumentError('Give a whole number from 0 to 100.');
}

export function dateOrMoment(text: string): Temporal.PlainDate | Temporal.Instant {
  try {
    return text.includes('T') ? Temporal.Instant.from(text) : Temporal.PlainDate.from(text);
  } catch {
    throw new InvalidArgumentError(
      'Give a day such as 2014-12-31, or a moment such as 2014-12-31T12:00:00-05:00.',
    );
  }
}

/** @param run what the command does; it resolves to the process's exit code */
export function demoCommand(run: (options: DemoOptions) => Promise<void>): Command {
  return new Command('demo')
    .description('Plays four years of real orders through the embedded cloud, in virtual time.')
    .addOption(new Option('--customers <n>', 'play only the first n customers by id').argParser(count))
    .addOption(
      new Option(
        '--until <date>',
        'end the play with this day (90 days after the last order otherwise)',
      ).argParser(dateOrMoment),
    )
    .option('--events <file>', 'play this NDJSON file of PutEvents entries instead of the orders')
    .addOption(
      new Option(
        '--rollout <percent>',
        'of 100 customers so many are pilots: they get every program, all others the thanks and the letters after a purchase',
      )
        .argParser(percent)
        .default(2),
    )
    .option('--json', 'print one JSON object on stdout instead of the report')
    .action(run);
}
