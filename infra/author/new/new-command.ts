/** `new`: a program of the store, with its scenario, messages and calendar test from a sketch, right from the start. */

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import { Temporal } from 'temporal-polyfill';
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import { exampleSettings } from '../../../shared/example/settings.ts';
import { engineSettings } from '../../../shared/settings/engine-settings.ts';
import { parseSettings } from '../../../shared/settings/settings.ts';
import { OperatorRefusal } from '../../terminal/refusal.ts';
import type { Report } from '../../terminal/report.ts';
import { acting } from '../acting.ts';
import { ofScenario } from '../check/check-library.ts';
import { findingLine } from '../check/finding.ts';
import { type Rehearsed, rehearsal } from '../check/rehearse.ts';
import { settingsOf } from '../checkout-settings.ts';
import { formatFiles } from '../format-files.ts';
import { type Library, loadLibrary, productRoot, shippedFolder, storeFile, storeFolder } from '../library.ts';
import { withProgram } from './listed.ts';
import { type SketchOptions, sketchOf } from './sketch.ts';
import {
  messagesText,
  messageText,
  programText,
  scenarioText,
  templatesOf,
  testStart,
  testText,
} from './sketched-files.ts';

export function addNew(program: Command): void {
  program
    .command('new <id>')
    .description('writes a program of the store: a scenario, its messages in ja and en, its calendar test')
    .option('--kind <kind>', 'marketing or transactional', 'marketing')
    .option('--trigger <event>', 'the event that lets in', 'OrderPlaced')
    .option(
      '--waits <times>',
      'when each message goes, counted from entry: now, 30m, 1h, 1d (at ten)',
      '1d,4d,10d',
    )
    .option('--topic <topic>', 'what marketing is about (else tips)')
    .option('--stage <stage>', 'its place on the journey', 'retention')
    .option('--purpose <sentence>', 'what the journey is for')
    .action(
      acting<SketchOptions>(async ([id = ''], options) => begin(await loadLibrary(productRoot), id, options)),
    );
}

/** Throws `WrongUsage`, or {@link OperatorRefusal} for what is there already or could never go; then writes nothing. */
function begin(library: Library, id: string, options: SketchOptions): Report {
  const { root } = library;
  const scenario = sketchOf(id, options);
  if (library.scenarios.some((other) => other.id === id)) {
    throw new OperatorRefusal(`There is a scenario "${id}" already: choose another id, or change that one.`);
  }
  if (existsSync(path.join(root, shippedFolder, id))) {
    throw new OperatorRefusal(`A program "${id}" ships, and yours would replace it: choose another id.`);
  }
  refuseIfWrong(library, scenario);
  const folder = `${storeFolder}/programs/${id}`;
  const files = new Map<string, string>([
    [`${folder}/program.ts`, programText(scenario)],
    [`${folder}/${id}.ts`, scenarioText(scenario)],
    [`${folder}/messages.ts`, messagesText(scenario)],
    ...templatesOf(scenario).flatMap((template, at) =>
      (['ja', 'en'] as const).map((locale): [string, string] => [
        `${folder}/texts/${template}.${locale}.mjml`,
        messageText(scenario.kind, locale, at + 1),
      ]),
    ),
    [`test/store/${id}/${id}.test.ts`, calendarTest(library, scenario)],
  ]);
  const there = [...files.keys()].find((file) => existsSync(path.join(root, file)));
  if (there) throw new OperatorRefusal(`${there} is there already: choose another id, or remove it.`);
  files.set(storeFile, withProgram(readFileSync(path.join(root, storeFile), 'utf8'), id));
  for (const [file, text] of files) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  const names = [...files.keys()];
  formatFiles(
    root,
    names.filter((file) => file.endsWith('.ts')),
  );
  const next = 'Now write the messages, then: npm run scenario -- check';
  return { lines: [...names.map((file) => `wrote  ${file}`), next], data: { scenario, files: names } };
}

/** The library with the sketched messages declared in it. */
function withSketched({ catalogue, ...library }: Library, { kind, ...scenario }: Scenario): Library {
  const entry = { kind, eventFields: [], variables: [] };
  const sketched = templatesOf({ kind, ...scenario } as Scenario).map(
    (template) => [template, entry] as const,
  );
  return { ...library, catalogue: { ...catalogue, ...Object.fromEntries(sketched) } };
}

function refuseIfWrong(library: Library, scenario: Scenario): void {
  const { faults } = ofScenario(withSketched(library, scenario), scenario, settingsOf(library.root));
  if (faults.length === 0) return;
  const lines = faults.map((fault) =>
    findingLine({ ...fault, file: `${storeFolder}/programs/${scenario.id}/${scenario.id}.ts` }),
  );
  throw new OperatorRefusal(`The sketch would be wrong, and nothing is written:\n${lines.join('\n')}`);
}

/** The settings that the sketch's calendar test will have. */
const testSettings = parseSettings(exampleSettings);

function calendarTest(library: Library, scenario: Scenario): string {
  const start = Temporal.Instant.from(testStart);
  const { catalogue } = withSketched(library, scenario);
  const messages = rehearsal(scenario, scenario.steps, engineSettings(testSettings), catalogue)(start);
  const last = messages.at(-1)?.at ?? start;
  const days = Math.ceil(last.since(start).total('hours') / 24) + 1;
  return testText(scenario, messages.filter((message) => message.sent).map(calendarLine), days);
}

function calendarLine({ at, template }: Rehearsed): string {
  const wall = at.toZonedDateTimeISO('Asia/Tokyo').toPlainDateTime().toString({ smallestUnit: 'minute' });
  return `${wall.replace('T', ' ')} ${template.replaceAll('/', '__')}`;
}
