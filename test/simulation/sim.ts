/** `npm run sim`: plays the store on a faulty world, seed after seed, and stops at the first promise that breaks. */
import { appendFileSync, writeFileSync } from 'node:fs';
import { Command, InvalidArgumentError, Option } from 'commander';
import { type ScenarioChoice, scenarioChoices } from './books.ts';
import { allFaults, Dealer, type Fault } from './faults.ts';
import type { Violation } from './oracle-parts.ts';
import { randomOf } from './random.ts';
import { commandFor, shrink } from './shrink.ts';
import {
  addTo,
  brokenSummary,
  faultTable,
  noTotals,
  type Played,
  seedTable,
  totalsTables,
} from './sim-report.ts';
import { type SimulationOptions, simulate } from './simulation.ts';

interface Options {
  readonly seed: number;
  readonly customers: number;
  readonly days: number;
  readonly faults: readonly Fault[];
  readonly scenarios: ScenarioChoice;
  readonly steps: number;
  readonly runs?: number;
  readonly only?: readonly string[];
  readonly trace?: string;
  readonly shrink: boolean;
  readonly markdown?: boolean;
  readonly summary?: string;
  readonly json?: boolean;
}

function whole(text: string): number {
  if (/^\d+$/.test(text) && Number(text) >= 1) return Number(text);
  throw new InvalidArgumentError('Give a whole number from 1 up.');
}

function seedOf(text: string): number {
  return text === 'random' ? Math.floor(Math.random() * 1_000_000_000) + 1 : whole(text);
}

function faultsOf(text: string): readonly Fault[] {
  if (text === 'all') return allFaults;
  if (text === 'none') return [];
  const named = text.split(',');
  const unknown = named.find((name) => !allFaults.includes(name as Fault));
  if (unknown === undefined) return named as Fault[];
  throw new InvalidArgumentError(
    `There is no fault "${unknown}". Say all, none, or some of: ${allFaults.join(', ')}.`,
  );
}

const say = (line: string) => process.stdout.write(`${line}\n`);

async function run(options: Options): Promise<void> {
  const tell = options.json || options.markdown ? () => {} : say;
  const totals = noTotals();
  const played: Played[] = [];
  const goesOn = () =>
    options.runs === undefined ? totals.steps < options.steps : totals.runs < options.runs;
  tell(`seed ${options.seed}`);
  tell(faultTable(new Dealer(randomOf(options.seed), options.faults)));
  for (let seed = options.seed; seed === options.seed || goesOn(); seed += 1) {
    const play: SimulationOptions = { ...options, seed, keepTrace: options.trace !== undefined };
    const result = await simulate(play);
    addTo(totals, result);
    if (options.trace !== undefined) writeFileSync(options.trace, `${result.trace.lines.join('\n')}\n`);
    if (result.violation) {
      await tellOf(result.violation, options, play);
      return;
    }
    const { steps, mails, trace } = result;
    played.push({ seed, steps });
    tell(`seed ${seed}: ${steps} steps, ${mails} mails, trace ${trace.digest()}: every promise kept`);
  }
  tell(totalsTables(totals));
  if (options.markdown) say(seedTable(played, totals));
  if (options.summary !== undefined) appendFileSync(options.summary, seedTable(played, totals));
  const { dealt, asked, ...sums } = totals;
  if (options.json)
    say(JSON.stringify({ ...sums, dealt: Object.fromEntries(dealt), asked: Object.fromEntries(asked) }));
}

async function tellOf(violation: Violation, options: Options, play: SimulationOptions): Promise<void> {
  process.exitCode = 1;
  if (options.summary !== undefined) appendFileSync(options.summary, brokenSummary(violation, play));
  if (options.json) {
    say(JSON.stringify({ violation, replay: commandFor(play) }));
    return;
  }
  say(
    `\nBROKEN: ${violation.invariant}\n  ${violation.detail}\n  at step ${violation.step}, ${violation.at}`,
  );
  say(`\nPlay it again:\n  ${commandFor(play)}`);
  if (!options.shrink) return;
  const small = await shrink(play, violation);
  say(
    `\nThe same in small (${small.runs} runs to find it):\n  ${commandFor(small.options)}\n  ${small.violation.detail}`,
  );
}

await new Command('sim')
  .description(
    'Plays generated customers through the real service code on a world full of faults, all from one seed.',
  )
  .addOption(
    new Option('--seed <n>', 'where all chance comes from; "random" draws one').argParser(seedOf).default(1),
  )
  .addOption(new Option('--customers <n>', 'how many customers').argParser(whole).default(25))
  .addOption(new Option('--days <n>', 'how many days they buy').argParser(whole).default(150))
  .addOption(
    new Option('--faults <list>', 'all, none, or names with commas')
      .argParser(faultsOf)
      .default(allFaults, 'all'),
  )
  .addOption(
    new Option('--scenarios <which>', 'those that ship, random ones, or both')
      .choices(scenarioChoices)
      .default('both'),
  )
  .addOption(
    new Option('--steps <n>', 'goes on with the next seeds until so many steps are done')
      .argParser(whole)
      .default(150_000),
  )
  .addOption(new Option('--runs <n>', 'plays so many seeds instead, whatever their steps').argParser(whole))
  .addOption(
    new Option('--only <customers>', 'plays only these, with commas').argParser((text) => text.split(',')),
  )
  .option('--trace <file>', 'writes every step of the last run')
  .option('--no-shrink', 'does not look for a smaller run that fails the same way')
  .option('--markdown', 'prints the seeds and their steps as a table of a document')
  .option(
    '--summary <file>',
    'adds to a file, in Markdown, the seeds and their steps, or what broke and its replay',
  )
  .option('--json', 'prints one JSON object')
  .action(run)
  .parseAsync();
