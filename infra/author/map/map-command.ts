/** `map`: all journeys on one page, as Markdown and as HTML. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import { scenarios as registered } from '../../../shared/scenarios/registry.ts';
import type { Report } from '../../terminal/report.ts';
import { acting } from '../acting.ts';
import { productRoot } from '../library.ts';
import { mapMarkdown } from './map-markdown.ts';
import { gapsOf, journeyMap, mapCounts } from './map-model.ts';
import { mapPage } from './map-page.ts';
import { withPrograms } from './map-programs.ts';
import type { MapLocale } from './map-words.ts';

interface Options {
  readonly locale: MapLocale;
  readonly out?: string;
  readonly markdown?: string;
}

/** The page of the product's documentation, in English. */
export const mapDocument = resolve(productRoot, 'docs', 'journey-map.md');
/** Whose table of programs is kept current. */
export const programsDocument = resolve(productRoot, 'docs', 'scenarios.md');
const usualPage = resolve(productRoot, 'dist', 'journey-map.html');

/** Adds the command to the program. */
export function addMap(program: Command): void {
  program
    .command('map')
    .description('draws all scenarios by stage, with their flows and the gaps: Markdown and one page of HTML')
    .addOption(new Option('--locale <locale>', 'the language of the map').choices(['en', 'ja']).default('en'))
    .option('--out <file>', 'where the page goes (else dist/journey-map.html)')
    .option('--markdown <file>', 'where the Markdown goes (else docs/journey-map.md, in English alone)')
    .action(acting<Options>((_, options) => writeMap(registered, options)));
}

/** Writes both and tells where. A map in another language leaves the document of the product alone. */
export async function writeMap(scenarios: readonly Scenario[], options: Options): Promise<Report> {
  const map = await journeyMap(scenarios, options.locale);
  const page = options.out === undefined ? usualPage : resolve(options.out);
  const usualMarkdown = options.locale === 'en' ? mapDocument : undefined;
  const markdown = options.markdown === undefined ? usualMarkdown : resolve(options.markdown);
  write(page, mapPage(map));
  if (markdown !== undefined) write(markdown, mapMarkdown(map));
  const programs = markdown === mapDocument && existsSync(programsDocument) ? programsDocument : undefined;
  if (programs !== undefined) write(programs, withPrograms(readFileSync(programs, 'utf8'), scenarios));
  const written = [page, markdown, programs].filter((file) => file !== undefined).map(shown);
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

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Short where it lies below the working folder. */
function shown(file: string): string {
  const short = relative(process.cwd(), file);
  return short.startsWith('..') ? file : short;
}
