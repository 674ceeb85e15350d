/** What is wrong with the messages: files that are missing, variables nobody declared, footers without their duties. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isMessage } from '../../../shared/core/language/steps.ts';
import { type Library, programFolderOf } from '../library.ts';
import { sketchWords } from '../new/sketch-words.ts';
import { buildOf } from '../templates/library-build.ts';
import type { Problem } from '../templates/problems.ts';
import { isUpToDate } from '../templates/up-to-date.ts';
import { type Finding, type Findings, noFindings } from './finding.ts';

/** Builds the messages into dist/templates unless they are there already; what hinders that comes back as faults. */
export async function templateFaults(library: Library): Promise<Findings> {
  const build = buildOf(library);
  if (isUpToDate(build.to, build.sources)) return noFindings;
  // Loaded only when there is something to do: the compiler takes longer to load than all else together.
  const { buildTemplates } = await import('../templates/build-templates.ts');
  try {
    await buildTemplates(build);
    return noFindings;
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'TemplateProblems') throw error;
    const { problems } = error as Error & { problems: readonly Problem[] };
    return { faults: problems.map(findingOf), warnings: [] };
  }
}

function findingOf({ file, line, what }: Problem): Finding {
  return { file: `${file}${line === undefined ? '' : `:${line}`}`, says: what };
}

/** Messages that no scenario sends, and those that still hold the words a sketch began with. */
export function templateWarnings(library: Library): Finding[] {
  const { root, scenarios, catalogue, texts } = library;
  const sent = new Set<string>(
    scenarios
      .flatMap((scenario) => scenario.steps ?? [])
      .flatMap((step) => (isMessage(step) ? step.template : [])),
  );
  const unsent = Object.keys(catalogue).filter((template) => !sent.has(template));
  return [
    ...unsent.map((template) => ({
      file: `${programFolderOf(library, template)}/messages.ts`,
      says: `no scenario sends "${template}": send it, or remove it with its files`,
    })),
    ...[...texts.files.values()]
      .filter((file) => file.endsWith('.mjml') && holdsSketch(path.join(root, file)))
      .map((file) => ({
        file,
        says: 'still has the words its sketch began with: write the message before it goes to customers',
      })),
  ];
}

function holdsSketch(file: string): boolean {
  const text = readFileSync(file, 'utf8');
  return Object.values(sketchWords).some((words) => text.includes(words));
}
