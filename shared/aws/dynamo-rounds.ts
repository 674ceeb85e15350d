/**
 * Rounds over the records' table. A page is one request for 1 MB of records, half a read unit for each 4 KB: 128 units,
 * $0.000016. No record is unpacked: the scan asks for `wakeAt`, a number beside it, and sees the keys alone.
 */
import { ScanCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { Temporal } from 'temporal-polyfill';
import type { Rounds } from '../ports/rounds.ts';
import { addressed, type DynamoTables, readItem, unlessRefused } from './dynamo-table.ts';
import { milliseconds, seconds } from './epoch.ts';
import { customerOf, recordPlace, sweepRoundPlace } from './table-keys.ts';

/** `rounds` on DynamoDB. The cursor is the key of the last record read, kept beside the brakes. */
export function dynamoRounds(options: DynamoTables): Rounds {
  const { client, tables, store } = options;
  return {
    async begin(now, lastBefore) {
      const item = await readItem(options, sweepRoundPlace(store));
      const begun = item?.begun as number | undefined;
      if (begun !== undefined && begun > milliseconds(lastBefore)) return undefined;
      const isMine = await unlessRefused(
        client.send(
          new UpdateItemCommand({
            ...addressed(options, sweepRoundPlace(store)),
            UpdateExpression: 'SET begun = :now',
            ConditionExpression: begun === undefined ? 'attribute_not_exists(begun)' : 'begun = :before',
            ExpressionAttributeValues: {
              ':now': { N: String(milliseconds(now)) },
              ...(begun !== undefined && { ':before': { N: String(begun) } }),
            },
          }),
        ),
      );
      return isMine ? { cursor: item?.cursor as string | undefined } : undefined;
    },

    async asleep(cursor, before) {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new ScanCommand({
          TableName: tables.records,
          ...(cursor !== undefined && { ExclusiveStartKey: { pk: { S: cursor } } }),
          // Said in words too: the right to scan depends on it.
          Select: 'SPECIFIC_ATTRIBUTES',
          ProjectionExpression: 'pk',
          FilterExpression: 'wakeAt <= :before AND begins_with(pk, :store)',
          ExpressionAttributeValues: {
            ':before': { N: String(Math.floor(before.epochMilliseconds / 1000)) },
            ':store': recordPlace(store, '').key.pk,
          },
        }),
      );
      const ids = Items.flatMap(({ pk }) => (pk?.S === undefined ? [] : [customerOf(store, pk.S)]));
      return { ids, next: LastEvaluatedKey?.pk?.S };
    },

    async putOff(customer, before, to) {
      return unlessRefused(
        client.send(
          new UpdateItemCommand({
            ...addressed(options, recordPlace(store, customer)),
            UpdateExpression: 'SET wakeAt = :to',
            ConditionExpression: 'wakeAt <= :before',
            ExpressionAttributeValues: {
              ':before': { N: String(Math.floor(before.epochMilliseconds / 1000)) },
              ':to': { N: String(seconds(to)) },
            },
          }),
        ),
      );
    },

    reached: (round, from, to) => reached(options, { round, from, to }),
  };
}

interface Progress {
  readonly round: Temporal.Instant;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

function reached(options: DynamoTables, { round, from, to }: Progress): Promise<boolean> {
  const stands = from === undefined ? 'attribute_not_exists(#cursor)' : '#cursor = :from';
  return unlessRefused(
    options.client.send(
      new UpdateItemCommand({
        ...addressed(options, sweepRoundPlace(options.store)),
        UpdateExpression: to === undefined ? 'REMOVE #cursor' : 'SET #cursor = :to',
        ConditionExpression: `begun = :round AND ${stands}`,
        ExpressionAttributeNames: { '#cursor': 'cursor' },
        ExpressionAttributeValues: {
          ':round': { N: String(milliseconds(round)) },
          ...(from !== undefined && { ':from': { S: from } }),
          ...(to !== undefined && { ':to': { S: to } }),
        },
      }),
    ),
  );
}
