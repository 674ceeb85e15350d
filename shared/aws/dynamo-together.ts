/** Reads that are asked for in the same moment go together, in one request. */
import type { Clock } from '../ports/clock.ts';
import { placeName, readBatch } from './dynamo-batch.ts';
import { type DynamoTables, type Plain, readItem } from './dynamo-table.ts';
import type { TablePlace } from './table-keys.ts';

/** A consistent read of one item; undefined where there is none. */
export type ReadOne = (place: TablePlace) => Promise<Plain | undefined>;

interface Waiting {
  readonly place: TablePlace;
  readonly resolve: (item: Plain | undefined) => void;
  readonly reject: (error: unknown) => void;
}

/** A reader that collects the keys of one turn of the event loop. */
export function readTogether(options: DynamoTables & { readonly clock: Clock }): ReadOne {
  let waiting: Waiting[] = [];

  const readAll = async () => {
    const all = waiting;
    waiting = [];
    try {
      const items = await readPlaces(
        options,
        all.map(({ place }) => place),
      );
      for (const { place, resolve } of all) resolve(items.get(placeName(place)));
    } catch (error) {
      for (const { reject } of all) reject(error);
    }
  };

  return (place) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) queueMicrotask(readAll);
      waiting.push({ place, resolve, reject });
    });
}

async function readPlaces(
  options: DynamoTables & { readonly clock: Clock },
  places: readonly TablePlace[],
): Promise<ReadonlyMap<string, Plain>> {
  const [only, ...others] = places;
  if (only === undefined || others.length > 0) return readBatch(options, options.clock, places);
  const item = await readItem(options, only);
  return new Map(item === undefined ? [] : [[placeName(only), item]]);
}
