/** Reads many items in as few requests as DynamoDB allows, and asks again for what it left out. */
import { BatchGetItemCommand } from '@aws-sdk/client-dynamodb';
import type { Clock } from '../ports/clock.ts';
import { type DynamoTable, fromItem, type Plain } from './dynamo-table.ts';
import type { Key } from './table-keys.ts';

const keysInRequest = 100;
const tries = 8;
const longestPause_ms = 2_000;

/** DynamoDB left keys unread again and again: the table is throttled. The message may be tried again later. */
export class TableTooBusy extends Error {
  override readonly name = 'TableTooBusy';
  readonly code = 'TABLE_TOO_BUSY';
}

/** Consistent reads in batches of 100. Missing items are left out; the order is DynamoDB's. Throws {@link TableTooBusy}. */
export async function readBatch(table: DynamoTable, clock: Clock, keys: readonly Key[]): Promise<Plain[]> {
  const distinct = [...new Map(keys.map((key) => [JSON.stringify([key.pk.S, key.sk.S]), key])).values()];
  const items: Plain[] = [];
  for (let from = 0; from < distinct.length; from += keysInRequest) {
    items.push(...(await readRequest(table, clock, distinct.slice(from, from + keysInRequest))));
  }
  return items;
}

async function readRequest({ client, table }: DynamoTable, clock: Clock, keys: Key[]): Promise<Plain[]> {
  const items: Plain[] = [];
  let wanted: Record<string, unknown>[] = keys;
  for (let attempt = 0; attempt < tries; attempt++) {
    // Full jitter: workers that were throttled together must not come back together.
    if (attempt > 0) await clock.sleep(Math.random() * Math.min(longestPause_ms, 50 * 2 ** attempt));
    const answer = await client.send(
      new BatchGetItemCommand({ RequestItems: { [table]: { Keys: wanted as Key[], ConsistentRead: true } } }),
    );
    items.push(...(answer.Responses?.[table] ?? []).map(fromItem));
    wanted = answer.UnprocessedKeys?.[table]?.Keys ?? [];
    if (wanted.length === 0) return items;
  }
  throw new TableTooBusy(
    `${wanted.length} of ${keys.length} items stayed unread after ${tries} tries: look at the table's throttled ` +
      'reads. The message comes back by itself.',
  );
}
