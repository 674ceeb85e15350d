/** `map`: all journeys on one page, as Markdown and as HTML. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import { switched } from '../../../shared/core/language/switches/scenario-switches.ts';
import { scenarios, shippedLibrary } from '../../../shared/library.ts';

import type { Report } from '../../terminal/report.ts';
import { acting } from '../acting.ts';
import { hasOwn, loadLibrary, productRoot, storeFolder } from '../library.ts';
import { mapMarkdown } from './map-markdown.ts';
import { gapsOf, type JourneyMap, journeyMap, mapCounts } from './map-model.ts';
import { mapPage } from './map-page.ts';
import { ownPrograms, withPrograms } from './map-programs.ts';
import { ownSource, shippedSource } from './map-source.ts';
import type { MapLocale } from './map-words.ts';

interface Options {
  readonly locale: MapLocale;
  readonly out?: string;
  readonly markdown?: string;
}

/** The pages of the product's documentation, in English: what ships, whatever a store owns. */
export const mapDocument = resolve(productRoot, 'docs', 'journey-map.md');
export const programsDocument = resolve(productRoot, 'docs', 'scenarios.md');
/** Those of a store that owns some of it: the whole library. */
export const ownMapDocument = resolve(productRoot, storeFolder, 'journey-map.md');
export const ownProgramsDocument = resolve(productRoot, storeFolder, 'programs.md');
const usualPage = resolve(productRoot, 'dist', 'journey-map.html');

/** Adds the command to the program. */
export function addMap(program: Command): void {
  program
    .command('map')
    .description('draws all scenarios by stage, with their flows and the gaps: Markdown and one page of HTML')
    .addOption(new Option('--locale <locale>', 'the language of the map').choices(['en', 'ja']).default('en'))
    .option('--out <file>', 'where the page goes (else dist/journey-map.html)')
    .option('--markdown <file>', 'where the Markdown goes (else to the documents, in English alone)')
    .action(acting<Options>((_, options) => writeMap(scenarios, options)));
}

/** Writes what is asked for and tells where. A map in another language leaves the documents alone. */
export async function writeMap(drawn: readonly Scenario[], options: Options): Promise<Report> {
  const source = ownSource();
  const map = await journeyMap(drawn, options.locale, source);
  const page = options.out === undefined ? usualPage : resolve(options.out);
  write(page, mapPage(map));
  const markdown = options.markdown === undefined ? undefined : resolve(options.markdown);
  if (markdown !== undefined) write(markdown, mapMarkdown(map));
  const isDocumented = markdown === undefined && options.locale === 'en';
  const documents = isDocumented ? await writeDocuments(map, switched(drawn, source.switches)) : [];
  const written = [page, markdown, ...documents].filter((file) => file !== undefined).map(shown);
  const counts = mapCounts(map);
  const gaps = gapsOf(map);
  return {
    lines: [
      `${counts.scenarios} scenarios, ${counts.messages} messages. Stages without a scenario: ${gaps.join(', ') || 'none'}.`,
      ...written.map((file) => `wrote ${file}`),
    ],
    data: { ...counts, gaps, written },
  };
}

async function writeDocuments(map: JourneyMap, drawn: readonly Scenario[]): Promise<string[]> {
  const ships = shippedLibrary.scenarios;
  write(mapDocument, mapMarkdown(await journeyMap(ships, 'en', shippedSource())));
  write(programsDocument, withPrograms(readFileSync(programsDocument, 'utf8'), ships));
  if (!hasOwn(await loadLibrary(productRoot))) return [mapDocument, programsDocument];
  write(ownMapDocument, mapMarkdown(map));
  write(ownProgramsDocument, ownPrograms(drawn));
  return [mapDocument, programsDocument, ownMapDocument, ownProgramsDocument];
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Short where it lies below the working folder. */
function shown(file: string): string {
  const short = relative(process.cwd(), file);
  return short.startsWith('..') ? file : short;
}
