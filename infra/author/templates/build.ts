/** `npm run build:templates`: compiles the messages into dist/templates, unless they are there already. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { OperatorRefusal } from '../../terminal/refusal.ts';
import { hasOwn, type Library, loadLibrary, productRoot } from '../library.ts';
import { buildOf, compiledFolder, shippedCompiledFolder } from './library-build.ts';
import { isUpToDate } from './up-to-date.ts';

try {
  const library = await loadLibrary(productRoot);
  await build(library, compiledFolder);
  if (hasOwn(library)) await build(await loadLibrary(productRoot, 'shipped'), shippedCompiledFolder);
  else rmSync(path.join(productRoot, shippedCompiledFolder), { recursive: true, force: true });
} catch (error) {
  const isTold =
    error instanceof OperatorRefusal || (error instanceof Error && error.name === 'TemplateProblems');
  if (!isTold) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function build(library: Library, folder: string): Promise<void> {
  const wanted = buildOf(library, folder);
  if (isUpToDate(wanted.to, wanted.sources)) return;
  // Loaded only when there is something to do: the compiler takes longer to load than all else together.
  const { buildTemplates } = await import('./build-templates.ts');
  console.error(`built ${await buildTemplates(wanted)} messages into ${folder}`);
}
