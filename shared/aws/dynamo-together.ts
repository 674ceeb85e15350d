/** Reads that are asked for in the same moment go together, in one request. */
import type { Clock } from '../ports/clock.ts';
import { readBatch } from './dynamo-batch.ts';
import { type DynamoTable, type Plain, readItem } from './dynamo-table.ts';
import type { Key } from './table-keys.ts';

/** A consistent read of one item; undefined where there is none. */
export type ReadOne = (key: Key) => Promise<Plain | undefined>;

interface Waiting {
  readonly key: Key;
  readonly resolve: (item: Plain | undefined) => void;
  readonly reject: (error: unknown) => void;
}

/** A reader that collects the keys of one turn of the event loop. */
export function readTogether(options: DynamoTable & { readonly clock: Clock }): ReadOne {
  let waiting: Waiting[] = [];

  const readAll = async () => {
    const all = waiting;
    waiting = [];
    try {
      const items = await readKeys(
        options,
        all.map(({ key }) => key),
      );
      for (const { key, resolve } of all) {
        resolve(items.find((item) => item.pk === key.pk.S && item.sk === key.sk.S));
      }
    } catch (error) {
      for (const { reject } of all) reject(error);
    }
  };

  return (key) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) queueMicrotask(readAll);
      waiting.push({ key, resolve, reject });
    });
}

async function readKeys(
  options: DynamoTable & { readonly clock: Clock },
  keys: readonly Key[],
): Promise<Plain[]> {
  const [only, ...others] = keys;
  if (only === undefined) return [];
  if (others.length > 0) return readBatch(options, options.clock, keys);
  const item = await readItem(options, only);
  return item === undefined ? [] : [item];
}
