/**
 * Everybody, by a scan of the records' table in 16 segments: it reaches also who waits for nothing, costs nothing between
 * two scans, and half a read unit for each 4 KB of records (a million of 1 KB: 125,000 units, about $0.016), where an
 * index of all customers would cost a write for each of them at every turn.
 */
import { ScanCommand } from '@aws-sdk/client-dynamodb';
import type { Everybody } from '../ports/everybody.ts';
import { sweepShards } from '../ports/sweep.ts';
import type { DynamoTables } from './dynamo-table.ts';
import { customerOf, recordPlace } from './table-keys.ts';

/**
 * `everybody` on DynamoDB. A page is what one request reads, 1 MB of records: some hundred to some thousand customers.
 * The cursor is the key of the last record read. A page may be empty before the end.
 */
export function dynamoEverybody({ client, tables, store }: DynamoTables): Everybody {
  const { pk: ofStore } = recordPlace(store, '').key;
  return {
    async page(share, cursor) {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new ScanCommand({
          TableName: tables.records,
          Segment: share,
          TotalSegments: sweepShards,
          // A message of the time when all lay in one table holds a cursor of that table: its share begins anew.
          ...(cursor?.startsWith(ofStore.S) && { ExclusiveStartKey: { pk: { S: cursor } } }),
          // Said in words too: the right to scan depends on it.
          Select: 'SPECIFIC_ATTRIBUTES',
          ProjectionExpression: 'pk',
          FilterExpression: 'begins_with(pk, :store)',
          ExpressionAttributeValues: { ':store': ofStore },
        }),
      );
      const ids = Items.flatMap(({ pk }) => (pk?.S === undefined ? [] : [customerOf(store, pk.S)]));
      return { ids, next: LastEvaluatedKey?.pk?.S };
    },
  };
}
