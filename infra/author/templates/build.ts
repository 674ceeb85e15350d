/** `npm run build:templates`: compiles the messages into dist/templates, unless they are there already. */
import { join } from 'node:path';
import { catalogue, locales } from '../../../shared/templates/catalogue.ts';
import { contentHash, isUpToDate } from './up-to-date.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const from = join(root, 'shared', 'templates');
const to = join(root, 'dist', 'templates');

const sources = contentHash([from, import.meta.dirname, join(root, 'package-lock.json')]);
if (!isUpToDate(to, sources)) {
  // Loaded only when there is something to do: the compiler takes longer to load than all else together.
  const { buildTemplates } = await import('./build-templates.ts');
  try {
    const count = await buildTemplates({ from, to, catalogue, locales, sources });
    console.error(`built ${count} messages into dist/templates`);
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'TemplateProblems') throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
