/** The invented stores that a dictionary is made of, and the others on which it is measured: no customer is in both. */
import type { StoredRecord } from '../../../shared/core/record/record-codec.ts';
import { populationOf, type SavedRecord } from './population.ts';

interface Stores {
  readonly seeds: readonly string[];
  readonly customers: number;
  readonly days: number;
}

const seeds = (word: string, count: number) =>
  Array.from({ length: count }, (_, nth) => `${word} ${nth + 1}`);
const ordersPerYear = 3;
const year_days = 365;

const young: Stores = { seeds: seeds('young', 16), customers: 8, days: 400 };
const grown: Stores = { seeds: seeds('grown', 3), customers: 2, days: 4 * year_days };
const others: Stores = { seeds: seeds('other', 5), customers: 8, days: 400 };
const old: Stores = { seeds: seeds('old', 3), customers: 2, days: 10 * year_days };
/** In the last of ten years. */
const tenYears_days = 9 * year_days;

async function recordsOf({ seeds, customers, days }: Stores, keepsEach: number): Promise<SavedRecord[]> {
  const kept: SavedRecord[] = [];
  for (const seed of seeds) {
    const saved = await populationOf({ seed, customers, days, ordersPerYear });
    kept.push(...saved.filter((_, nth) => nth % keepsEach === 0));
  }
  return kept;
}

const recordOf = ({ record }: SavedRecord): StoredRecord => record;

/** Records as they were saved, some thousand. */
export const recordsToLearn = async (): Promise<StoredRecord[]> =>
  [...(await recordsOf(young, 8)), ...(await recordsOf(grown, 12))].map(recordOf);

/** Of customers of some 400 days. */
export const recordsOfOthers = async (): Promise<StoredRecord[]> =>
  (await recordsOf(others, 3)).map(recordOf);

/** Of customers with three orders a year, in their tenth year. */
export const recordsOfTenYears = async (): Promise<StoredRecord[]> =>
  (await recordsOf(old, 3)).filter(({ age_days }) => age_days >= tenYears_days).map(recordOf);
