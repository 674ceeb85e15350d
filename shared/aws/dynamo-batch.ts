/** Reads many items of both tables in as few requests as DynamoDB allows, and asks again for what it left out. */
import { BatchGetItemCommand, type KeysAndAttributes } from '@aws-sdk/client-dynamodb';
import type { Clock } from '../ports/clock.ts';
import { type DynamoTables, fromItem, type Item, type Plain } from './dynamo-table.ts';
import type { TablePlace, TableRole } from './table-keys.ts';

/** DynamoDB's bound for one request, whatever number of tables it is about. */
const keysInRequest = 100;
const tries = 8;
const longestPause_ms = 2_000;

/** DynamoDB left keys unread again and again: a table is throttled. The message may be tried again later. */
export class TableTooBusy extends Error {
  override readonly name = 'TableTooBusy';
  readonly code = 'TABLE_TOO_BUSY';
}

/** The name of a place, or of an item that was read from it. */
const nameOf = (table: TableRole, { pk, sk }: TablePlace['key'] | Item): string =>
  JSON.stringify(table === 'records' ? [table, pk?.S] : [table, pk?.S, sk?.S]);

export const placeName = ({ table, key }: TablePlace): string => nameOf(table, key);

/** `now`: a consistent read. `lately`: for half the price, what was written a moment ago may be missing. */
export type AsOf = 'now' | 'lately';

/**
 * Reads in batches of 100, of both tables in one request. What was found, by {@link placeName}; missing items
 * are left out. Throws {@link TableTooBusy}.
 */
export async function readBatch(
  options: DynamoTables,
  clock: Clock,
  places: readonly TablePlace[],
  asOf: AsOf = 'now',
): Promise<ReadonlyMap<string, Plain>> {
  const distinct = [...new Map(places.map((place) => [placeName(place), place])).values()];
  const found = new Map<string, Plain>();
  for (let from = 0; from < distinct.length; from += keysInRequest) {
    const wanted = wantedOf(options, distinct.slice(from, from + keysInRequest), asOf);
    await readRequest(options, clock, wanted, (name, item) => found.set(name, item));
  }
  return found;
}

type Wanted = Record<string, KeysAndAttributes>;

async function readRequest(
  options: DynamoTables,
  clock: Clock,
  all: Wanted,
  found: (name: string, item: Plain) => void,
): Promise<void> {
  const roles = new Map(Object.entries(options.tables).map(([role, name]) => [name, role as TableRole]));
  let wanted = all;
  for (let attempt = 0; attempt < tries; attempt++) {
    // Full jitter: workers that were throttled together must not come back together.
    if (attempt > 0) await clock.sleep(Math.random() * Math.min(longestPause_ms, 50 * 2 ** attempt));
    const answer = await options.client.send(new BatchGetItemCommand({ RequestItems: wanted }));
    for (const [table, items] of Object.entries(answer.Responses ?? {})) {
      for (const item of items) found(nameOf(roles.get(table) ?? 'beside', item), fromItem(item));
    }
    wanted = leftOver(all, answer.UnprocessedKeys ?? {});
    if (Object.keys(wanted).length === 0) return;
  }
  const left = Object.entries(wanted).map(([table, { Keys = [] }]) => `${Keys.length} of ${table}`);
  throw new TableTooBusy(
    `${countOf(all)} items were asked for, and ${left.join(', ')} stayed unread after ${tries} tries: look at the ` +
      "tables' throttled reads. The message comes back by itself.",
  );
}

const countOf = (wanted: Wanted): number =>
  Object.values(wanted).reduce((sum, { Keys = [] }) => sum + Keys.length, 0);

function wantedOf({ tables }: DynamoTables, places: readonly TablePlace[], asOf: AsOf): Wanted {
  const wanted: Wanted = {};
  for (const { table, key } of places) {
    const { Keys = [] } = wanted[tables[table]] ?? {};
    wanted[tables[table]] = { Keys: [...Keys, { ...key }], ConsistentRead: asOf === 'now' };
  }
  return wanted;
}

/** Each table's own leftovers; one that answered in full is not asked again. */
const leftOver = (all: Wanted, unprocessed: Wanted): Wanted =>
  Object.fromEntries(
    Object.entries(unprocessed).flatMap(([table, { Keys = [] }]) =>
      Keys.length === 0 ? [] : [[table, { ...all[table], Keys }]],
    ),
  );
