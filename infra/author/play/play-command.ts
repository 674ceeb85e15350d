/** `play`: the calendar of a scenario, as one customer would live it. */
import type { Command } from 'commander';
import { machineClock } from '../../operator/target/cli-clock.ts';
import { WrongUsage } from '../../terminal/refusal.ts';
import type { Report } from '../../terminal/report.ts';
import { acting } from '../acting.ts';
import { readJsonFile } from '../event/event-file.ts';
import { playScenario } from './play.ts';
import { playData, playText } from './play-report.ts';

interface Options extends Record<string, unknown> {
  readonly event?: string;
  readonly customer?: string;
  readonly all?: boolean;
}

/** Adds the command to the program. */
export function addPlay(program: Command): void {
  const command = program
    .command('play [scenario]')
    .description(
      "plays a scenario in virtual time and prints its calendar: day, the customer's clock, step, what, because",
    )
    .option(
      '--all',
      'with everything that is live by the settings of cdk.json: what the customer really gets; begins with an order unless a scenario is named',
    )
    .option(
      '--event <file>',
      'the event that begins it, as JSON: its detail, or an entry with DetailType and Detail; a scenario that begins with a segment, a date, a schedule or a command lets the customer in at once where none is given',
    )
    .option(
      '--customer <file>',
      'fields of the customer, as JSON; or a list of what the customer did and said before, as events with DetailType and Detail',
    )
    .option('--until <span>', 'how long, such as 90d (else to its end)')
    .option('--start <when>', 'a date or a moment (else today at noon)')
    .option('--locale <locale>', 'the language of the mails: ja or en')
    .option('--zone <zone>', "the customer's time zone");
  const acts = {
    click: 'the customer clicks in the mail of a step: step@8d',
    order: 'the customer orders again: @20d',
    ship: 'the order is shipped: @2d',
    deliver: 'it arrives: @4d',
    return: 'the customer returns it: @10d',
    cancel: 'it is cancelled: @1d',
    unsubscribe: 'the customer unsubscribes: @9d',
    tell: 'any other event of the customer: SurveyAnswered@20d',
  };
  for (const [name, words] of Object.entries(acts)) command.option(`--${name} <when>`, words, gathered);
  command
    .addHelpText(
      'after',
      '\nActs may be given more than once. The time is a span since the start: 20d, 36h, 45m, 2w, 7d12h.\n' +
        'An act about an order means the newest one placed by then; o-1@22d names another.\n' +
        'All settings are those of cdk.json, but that mail goes out (in memory) and that no jitter is added.',
    )
    .action(acting<Options>(([scenario], options) => reportPlay(scenario, options)));
}

/** A first buyer's. */
const usually = 'order-thanks';

async function reportPlay(named: string | undefined, options: Options): Promise<Report> {
  if (named === undefined && !options.all)
    throw new WrongUsage('Name a scenario, or say --all to play everything that is live.');
  const scenario = named ?? usually;
  const event = fieldsOf(options.event, '--event');
  const known = options.customer === undefined ? undefined : readJsonFile(options.customer);
  const history = Array.isArray(known) ? known : undefined;
  const customer = history ? undefined : fieldsOf(options.customer, '--customer');
  const played = await playScenario(scenario, {
    ...options,
    event,
    customer,
    history,
    now: await machineClock.now(),
  });
  return { lines: playText(played), data: playData(played), failed: played.enrolments.length === 0 };
}

const gathered = (value: string, before: readonly string[] = []) => [...before, value];

function fieldsOf(path: string | undefined, option: string): Readonly<Record<string, unknown>> | undefined {
  if (path === undefined) return undefined;
  const value = readJsonFile(path);
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Readonly<Record<string, unknown>>;
  throw new WrongUsage(`${option} ${path} holds no JSON object: give one.`);
}
