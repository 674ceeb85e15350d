/**
 * Everybody, by a scan of the table in 16 segments: it reaches also who waits for nothing, costs nothing between two
 * scans, and half a read unit for each 8 KB of all items (a million customers of 8 KB with what lies beside them: a
 * million units, about $0.13), where an index of all customers would cost a write for each of them at every turn.
 */
import { ScanCommand } from '@aws-sdk/client-dynamodb';
import type { Everybody } from '../ports/everybody.ts';
import { sweepShards } from '../ports/sweep.ts';
import type { DynamoTable, Item } from './dynamo-table.ts';
import { customerOf, recordKey } from './table-keys.ts';

/** Touchpoints and evidence lie between the records: so many requests at most for one page of ids. */
const requestsForPage = 10;

/** `everybody` on DynamoDB. The cursor is the key of the last item read, as JSON. A page may be empty before the end. */
export function dynamoEverybody({ client, table, store }: DynamoTable): Everybody {
  const before = customerPrefix(store);
  return {
    async page(share, cursor, limit) {
      const ids: string[] = [];
      let start = cursor === undefined ? undefined : keyOf(cursor);
      for (let request = 0; request < requestsForPage; request += 1) {
        const { Items = [], LastEvaluatedKey } = await client.send(
          new ScanCommand({
            TableName: table,
            Segment: share,
            TotalSegments: sweepShards,
            ExclusiveStartKey: start,
            Limit: limit - ids.length,
            // Said in words too: the right to scan depends on it.
            Select: 'SPECIFIC_ATTRIBUTES',
            ProjectionExpression: 'pk, sk',
            FilterExpression: 'sk = :record AND begins_with(pk, :store)',
            ExpressionAttributeValues: { ':record': recordKey(store, '').sk, ':store': { S: before } },
          }),
        );
        for (const { pk } of Items) if (pk?.S !== undefined) ids.push(customerOf(store, pk.S));
        start = LastEvaluatedKey;
        if (start === undefined || ids.length >= limit) break;
      }
      return { ids, next: start === undefined ? undefined : cursorOf(start) };
    },
  };
}

const customerPrefix = (store: string) => recordKey(store, '').pk.S;

const cursorOf = ({ pk, sk }: Item) => JSON.stringify([pk?.S, sk?.S]);

function keyOf(cursor: string): Item {
  const [pk, sk] = JSON.parse(cursor) as [string, string];
  return { pk: { S: pk }, sk: { S: sk } };
}
