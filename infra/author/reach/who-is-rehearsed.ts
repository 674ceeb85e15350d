/** Whom `reach` rehearses, as its options name them. The same options always give the same people. */
import { isEventName, isOfStore } from '../../../shared/core/events/event-catalogue.ts';
import type { Life } from '../../../shared/core/language/life.ts';
import { lives as twelveLives } from '../../../shared/programs/lives/lives.ts';
import { moreLives } from '../../../shared/programs/lives/more-lives.ts';
import { store } from '../../../shared/store/store.ts';
import { type BusEntry, firstCustomers, inOrder } from '../../proof/demo/bus-entry.ts';
import { readEventsFile } from '../../proof/demo/ndjson.ts';
import { readSuperstore, superstoreCsv } from '../../proof/demo/superstore.ts';
import { superstoreEvents } from '../../proof/demo/superstore-events.ts';
import { WrongUsage } from '../../terminal/refusal.ts';
import { type Announced, hearing } from './announced.ts';
import type { DatedLife } from './dated-life.ts';
import { drawnLives, variedLives } from './population.ts';

export interface WhoIsRehearsed {
  /** `lives`, `every-life`, `superstore`, or a file of PutEvents entries, one JSON object a line. */
  readonly population: string;
  /** Of each life, beside the life as it is written. */
  readonly variations: number;
  /** Drawn from the lives by weight, in place of each with its variations; of other populations the first ones. */
  readonly customers?: number | undefined;
  /** One life alone. */
  readonly life?: string | undefined;
  readonly seed: number;
  readonly timeZone: string;
  /** What the store tells everybody, in each life besides. */
  readonly announced?: readonly Announced[] | undefined;
}

/** Day 0 of each life lies in it; people of a file lead theirs when the file says so. */
const year = 2026;
const ofSuperstore = 100;
/** They are looked at for so long after their last event. */
const after = { hours: 24 * 100 };

/** Throws `WrongUsage`, `EventsFileUnreadable`. */
export async function whoIsRehearsed(options: WhoIsRehearsed): Promise<DatedLife[]> {
  const { population, customers } = options;
  if (population === 'lives' || population === 'every-life') return ofLives(options);
  if (population === 'superstore') {
    const entries = superstoreEvents(readSuperstore(superstoreCsv()), 'superstore');
    return ofEntries(firstCustomers(entries, customers ?? ofSuperstore));
  }
  const { entries, bad } = await readEventsFile(population);
  const [first] = bad;
  if (first) throw new WrongUsage(`${first.origin}: ${first.because}. Mend it, or take the line out.`);
  return ofEntries(customers === undefined ? entries : firstCustomers(entries, customers));
}

/** The twelve, those of what happens to few, and those of the store; of two of one id the store's. */
export const everyLife = (): Life[] => byId([...twelveLives, ...moreLives, ...(store.lives ?? [])]);

const usualLives = (): Life[] => byId([...twelveLives, ...(store.lives ?? [])]);

const byId = (all: readonly Life[]): Life[] => [...new Map(all.map((life) => [life.id, life])).values()];

function ofLives({
  life,
  population,
  customers,
  variations,
  announced = [],
  ...drawing
}: WhoIsRehearsed): DatedLife[] {
  const all = life === undefined && population === 'lives' ? usualLives() : everyLife();
  const chosen = life === undefined ? all : all.filter(({ id }) => id === life);
  const those = chosen.map((one) => hearing(one, announced));
  if (those.length === 0)
    throw new WrongUsage(`There is no life "${life}": take one of ${all.map(({ id }) => id).join(', ')}.`);
  const drawn = { ...drawing, year };
  return customers === undefined
    ? variedLives(those, variations, drawn)
    : drawnLives(those, customers, drawn);
}

function ofEntries(entries: readonly BusEntry[]): DatedLife[] {
  const told = entries.flatMap(({ at, detailType, detail }) =>
    isEventName(detailType) ? [{ at, name: detailType, detail: JSON.parse(detail) }] : [],
  );
  const toAll = told.filter(({ name }) => isOfStore(name));
  const groups = Map.groupBy(
    told.filter(({ name }) => !isOfStore(name)),
    ({ detail }) => whoIn(detail),
  );
  return [...groups].flatMap(([id, own]) => {
    const happens = inOrder([...own, ...toAll]);
    const [first, last] = [happens[0], happens.at(-1)];
    if (!first || !last) return [];
    return [{ id, life: 'of the file', from: first.at, until: last.at.add(after), happens }];
  });
}

type Fields = Readonly<Record<string, unknown>>;

/** A guest is known by an address alone, a browser by its own id; a merge is of whoever stays. */
function whoIn({ customer = {}, merge = {} }: Readonly<Record<string, Fields>>): string {
  const { id, email, anonymousId } = customer;
  return String(id ?? email ?? anonymousId ?? merge.to ?? 'nobody');
}
