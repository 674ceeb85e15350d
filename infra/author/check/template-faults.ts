/** What is wrong with the messages: files that are missing, variables nobody declared, footers without their duties. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isMessage } from '../../../shared/core/language/steps.ts';
import type { Library } from '../library.ts';
import { catalogueFile } from '../library.ts';
import { sketchWords } from '../new/sketch-words.ts';
import type { Problem } from '../templates/problems.ts';
import { contentHash, isUpToDate } from '../templates/up-to-date.ts';
import { type Finding, type Findings, noFindings } from './finding.ts';

const folder = 'shared/templates';

/** Builds the messages into dist/templates unless they are there already; what hinders that comes back as faults. */
export async function templateFaults({ root, catalogue, locales }: Library): Promise<Findings> {
  const from = path.join(root, folder);
  const to = path.join(root, 'dist', 'templates');
  const sources = contentHash([
    from,
    path.join(root, 'infra', 'author', 'templates'),
    path.join(root, 'package-lock.json'),
  ]);
  if (isUpToDate(to, sources)) return noFindings;
  // Loaded only when there is something to do: the compiler takes longer to load than all else together.
  const { buildTemplates } = await import('../templates/build-templates.ts');
  try {
    await buildTemplates({ from, to, catalogue, locales, sources });
    return noFindings;
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'TemplateProblems') throw error;
    const { problems } = error as Error & { problems: readonly Problem[] };
    return { faults: problems.map(findingOf), warnings: [] };
  }
}

function findingOf({ file, line, what }: Problem): Finding {
  return { file: `${folder}/${file}${line === undefined ? '' : `:${line}`}`, says: what };
}

/** Messages that no scenario sends, and those that still hold the words a sketch began with. */
export function templateWarnings({ root, scenarios, catalogue, locales }: Library): Finding[] {
  const sent = new Set<string>(
    scenarios
      .flatMap((scenario) => scenario.steps ?? [])
      .flatMap((step) => (isMessage(step) ? step.template : [])),
  );
  const unsent = Object.keys(catalogue).filter((template) => !sent.has(template));
  const files = Object.keys(catalogue).flatMap((template) =>
    locales.map((locale) => `${folder}/${template}.${locale}.mjml`),
  );
  return [
    ...unsent.map((template) => ({
      file: catalogueFile,
      says: `no scenario sends "${template}": send it, or remove it with its files`,
    })),
    ...files
      .filter((file) => holdsSketch(path.join(root, file)))
      .map((file) => ({
        file,
        says: 'still has the words its sketch began with: write the message before it goes to customers',
      })),
  ];
}

function holdsSketch(file: string): boolean {
  if (!existsSync(file)) return false;
  const text = readFileSync(file, 'utf8');
  return Object.values(sketchWords).some((words) => text.includes(words));
}
