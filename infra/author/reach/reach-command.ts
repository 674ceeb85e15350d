/** `reach`: who of a population gets which message of all that is live, and what is in the way of the rest. */
import { readFileSync, writeFileSync } from 'node:fs';
import { type Command, InvalidArgumentError } from 'commander';
import { scenarios as registered } from '../../../shared/library.ts';
import type { Report } from '../../terminal/report.ts';
import { acting } from '../acting.ts';
import { liveOf } from '../live.ts';
import { reachBar } from './reach-bar.ts';
import { withReach } from './reach-markdown.ts';
import { reachPage } from './reach-page.ts';
import { reachData, reachLines } from './reach-report.ts';
import { settingsFor } from './reach-settings.ts';
import { rehearsePopulation } from './rehearse-population.ts';
import { rehearsedOf } from './rehearsed.ts';
import { whoIsRehearsed } from './who-is-rehearsed.ts';

interface Options {
  readonly population: string;
  readonly variations: number;
  readonly customers?: number;
  readonly life?: string;
  readonly seed: number;
  readonly html?: string;
  readonly markdown?: string;
}

/** Adds the command to the program. */
export function addReach(program: Command): void {
  program
    .command('reach')
    .description(
      'plays a population through all live scenarios: who should get each message, who got it, and what took its place',
    )
    .option(
      '--population <name>',
      'lives, every-life (with those of what happens to few), superstore, or a file of events as the demo takes them',
      'lives',
    )
    .option('--variations <n>', 'of each life, beside the life as it is written', wholeNumber, 20)
    .option(
      '--customers <n>',
      'draws so many from the lives by weight instead; of others the first',
      wholeNumber,
    )
    .option('--life <id>', 'one life alone')
    .option('--seed <n>', 'of the variations', wholeNumber, 1)
    .option('--html <file>', 'writes a page with the calendar of each life and what took whose place')
    .option(
      '--markdown <file>',
      'writes the table between the marks of the population in a page such as docs/reach.md',
    )
    .addHelpText(
      'after',
      '\nA customer should get a message where its scenario began, the way leads there, consent stood and the goal was not\n' +
        'reached, whether or not something else kept her out. All settings are those of cdk.json.',
    )
    .action(acting<Options>((_, options) => reportReach(options)));
}

async function reportReach({ html, markdown, ...asked }: Options): Promise<Report> {
  const settings = settingsFor(asked.population);
  const who = { ...asked, timeZone: settings.timeZone };
  const rehearsals = await rehearsePopulation({ who, settings }, reachBar);
  const live = liveOf(registered, settings.scenarios);
  const rehearsed = rehearsedOf(live, rehearsals);
  if (html !== undefined) writeFileSync(html, reachPage(rehearsed, await whoIsRehearsed(who)));
  if (markdown !== undefined)
    writeFileSync(markdown, withReach(readFileSync(markdown, 'utf8'), asked.population, rehearsed));
  const wrote = [html, markdown].filter((file) => file !== undefined).map((file) => `wrote ${file}`);
  return { lines: [...reachLines(rehearsed), ...wrote], data: reachData(rehearsed) };
}

function wholeNumber(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError('Give a whole number.');
  return Number(text);
}
