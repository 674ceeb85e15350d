/** The library as it was at a revision: its files laid out beside the checkout's packages, read, and removed again. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import { OperatorRefusal } from '../../terminal/refusal.ts';
import { type Library, loadLibrary } from '../library.ts';
import { readText } from '../templates/text-files.ts';
import { flatLibrary, isFlat } from './flat-library.ts';

/** What of a library `diff` compares. `texts`: the source of each message by `template` and then by locale. */
export interface Snapshot {
  readonly scenarios: readonly Scenario[];
  readonly texts: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

export type Compared = Pick<Library, 'scenarios' | 'catalogue' | 'locales' | 'texts'>;

/** Of the working tree, or of a laid out revision. A message whose file is missing has no text. */
export function snapshotOf({ scenarios, catalogue, locales, texts: files }: Compared): Snapshot {
  const texts = Object.keys(catalogue).map((template) => {
    const byLocale = locales.flatMap((locale) => {
      const file = readText(files, `${template}.${locale}.mjml`);
      // An older revision names its layout files by where they lay.
      return file ? [[locale, file.text.replaceAll('path="../layout/', 'path="layout/')] as const] : [];
    });
    return [template, new Map(byLocale)] as const;
  });
  return { scenarios, texts: new Map(texts) };
}

/** Throws {@link OperatorRefusal} for a revision that git does not know, or that has no library yet. */
export async function snapshotAt(root: string, revision: string): Promise<Snapshot> {
  const commit = git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]);
  if (!commit)
    throw new OperatorRefusal(`git knows no revision "${revision}" here: name a commit, branch or tag.`);
  const folder = mkdtempSync(path.join(tmpdir(), 'scenario-diff-'));
  try {
    const archive = git(root, [
      'archive',
      '--format=tar',
      commit.toString().trim(),
      'shared',
      'package.json',
    ]);
    if (!archive) throw new OperatorRefusal(`${revision} has no scenarios yet: name a later revision.`);
    execFileSync('tar', ['-x', '-C', folder], { input: archive });
    symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'dir');
    return snapshotOf(await (isFlat(folder) ? flatLibrary(folder) : loadLibrary(folder)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function git(root: string, words: readonly string[]): Buffer | undefined {
  try {
    return execFileSync('git', ['-C', root, ...words], {
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 2 ** 28,
    });
  } catch {
    return undefined;
  }
}
