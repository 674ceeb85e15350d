/**
 * Preloaded (`node --import ./test/simulation/mutate.ts …`), it breaks the product as the mutant named in TSUNAGU_MUTANT
 * says, in the text of its files as they are loaded. TSUNAGU_ASSERTIONS is `off`, or `tell`: the first broken one ends
 * the run. No product file knows of it.
 */
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { type Edit, mutants, withoutAssertions, withTellingAssertions } from './mutants.ts';

const root = new URL('../../', import.meta.url);

class UnknownMutant extends Error {
  override readonly name = 'UnknownMutant';
  readonly code = 'UNKNOWN_MUTANT';
}

/** The source has changed under a mutant: it would break nothing, or something else than it says. */
export class MutantOutOfDate extends Error {
  override readonly name = 'MutantOutOfDate';
  readonly code = 'MUTANT_OUT_OF_DATE';
}

/**
 * The source with the edits of its file made, one after the other.
 *
 * @throws {@link MutantOutOfDate} where the text to replace is not there exactly once
 */
export function mutated(source: string, edits: readonly Edit[]): string {
  return edits.reduce((text, { file, find, replace }) => {
    const times = text.split(find).length - 1;
    if (times === 1) return text.replace(find, () => replace);
    throw new MutantOutOfDate(
      `${file} holds ${times} times, not once, the text that a mutant replaces; bring the mutant up to date: ${find}`,
    );
  }, source);
}

/** Every edit of a mutant is made in the sources as they are now. */
export function checkEdits(edits: readonly Edit[]): void {
  for (const [file, ofFile] of byFile(edits)) mutated(readFileSync(new URL(file, root), 'utf8'), ofFile);
}

function byFile(edits: readonly Edit[]): Map<string, Edit[]> {
  return Map.groupBy(edits, ({ file }) => file);
}

function editsOf(name: string | undefined, assertions: string | undefined): Edit[] {
  const extra = { off: [withoutAssertions], tell: [withTellingAssertions] }[assertions ?? ''] ?? [];
  if (name === undefined) return extra;
  const mutant = mutants.find((one) => one.name === name);
  if (mutant) return [...mutant.edits, ...extra];
  throw new UnknownMutant(`There is no mutant "${name}"; mutants.ts has them all.`);
}

const edits = editsOf(process.env.TSUNAGU_MUTANT, process.env.TSUNAGU_ASSERTIONS);
checkEdits(edits);
const editsByUrl = new Map([...byFile(edits)].map(([file, ofFile]) => [new URL(file, root).href, ofFile]));
if (editsByUrl.size > 0) {
  registerHooks({
    load(url, context, nextLoad) {
      const loaded = nextLoad(url, context);
      const mine = editsByUrl.get(url);
      if (!mine) return loaded;
      const source = mutated(readFileSync(new URL(url), 'utf8'), mine);
      return { ...loaded, format: 'module-typescript', source };
    },
  });
}
