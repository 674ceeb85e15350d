/** The library as it was at a revision: its files laid out beside the checkout's packages, read, and removed again. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
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
  readonly segments?: Library['segments'];
}

type Compared = Pick<Library, 'scenarios' | 'catalogue' | 'locales' | 'texts'> &
  Partial<Pick<Library, 'segments'>>;

/** Of the working tree, or of a laid out revision. A message whose file is missing has no text. */
export function snapshotOf({ scenarios, catalogue, locales, texts: files, segments }: Compared): Snapshot {
  const texts = Object.keys(catalogue).map((template) => {
    const byLocale = locales.flatMap((locale) => {
      const file = readText(files, `${template}.${locale}.mjml`);
      // An older revision names its layout files by where they lay.
      return file ? [[locale, file.text.replaceAll('path="../layout/', 'path="layout/')] as const] : [];
    });
    return [template, new Map(byLocale)] as const;
  });
  return { scenarios, texts: new Map(texts), segments };
}

/** Of a folder in which a revision is laid out. */
export const snapshotIn = async (folder: string): Promise<Snapshot> =>
  snapshotOf(await (isFlat(folder) ? flatLibrary(folder) : loadLibrary(folder)));

/**
 * Lays the library of a revision and its `cdk.json` out for as long as they are looked at. Throws {@link OperatorRefusal}
 * for a revision that git does not know, or that has no library yet.
 */
export async function atRevision<Found>(
  root: string,
  revision: string,
  look: (folder: string) => Promise<Found>,
): Promise<Found> {
  const commit = git(root, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${revision}^{commit}`,
  ])?.toString();
  if (!commit)
    throw new OperatorRefusal(`git knows no revision "${revision}" here: name a commit, branch or tag.`);
  const folder = mkdtempSync(path.join(tmpdir(), 'scenario-diff-'));
  try {
    const archive = git(root, ['archive', '--format=tar', commit.trim(), 'shared', 'package.json']);
    if (!archive) throw new OperatorRefusal(`${revision} has no scenarios yet: name a later revision.`);
    execFileSync('tar', ['-x', '-C', folder], { input: archive });
    const settings = git(root, ['show', `${commit.trim()}:cdk.json`]);
    if (settings) writeFileSync(path.join(folder, 'cdk.json'), settings);
    symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'dir');
    return await look(folder);
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
