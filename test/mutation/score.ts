/** What share of a room's mutants its own tests find. */
import { readFileSync, writeFileSync } from 'node:fs';
import { floors } from '../rooms.ts';

/** Each room that is mutated, as its folder below `shared` and `test`. */
export const mutatedRooms: readonly string[] = Object.entries(floors).flatMap(([house, names]) =>
  names.map((name) => `${house.replace('shared/', '')}/${name}`),
);

/** A part of the report that Stryker writes. */
export interface MutationReport {
  readonly files: Readonly<Record<string, { readonly mutants: readonly { readonly status: string }[] }>>;
}

/** In percent, of all mutants that could be run; undefined where there are none. */
export function scoreOf(report: MutationReport): number | undefined {
  const states = Object.values(report.files).flatMap(({ mutants }) => mutants.map(({ status }) => status));
  const count = (...those: string[]) => states.filter((status) => those.includes(status)).length;
  const found = count('Killed', 'Timeout');
  const all = found + count('Survived', 'NoCoverage');
  return all === 0 ? undefined : (100 * found) / all;
}

/** What a room must reach from now on: half a point is left to chance, since some tests draw their cases. */
export const toKeep = (score: number): number => Math.max(0, Math.floor(score - 0.5));

/** By room; null for what nobody has measured yet. */
export type Scores = Readonly<Record<string, number | null>>;
const file = new URL('scores.json', import.meta.url);

export const keptScores = (): Scores => JSON.parse(readFileSync(file, 'utf8'));

/** Raises a room's score; one that is lower stays as it was. */
export function keep(room: string, score: number): void {
  const kept = keptScores();
  const raised = { ...kept, [room]: Math.max(kept[room] ?? 0, toKeep(score)) };
  writeFileSync(file, `${JSON.stringify(raised, null, 2)}\n`);
}
