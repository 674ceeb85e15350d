/** The sparse index of customers who wait for a transactional timer: only items with `sweepShard` and `sweepAt` are in it. */
import { QueryCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { Sweep } from '../ports/sweep.ts';
import { addressed, type DynamoTables, fromItem, unlessRefused } from './dynamo-table.ts';
import { fromSeconds, seconds } from './epoch.ts';
import { customerOf, recordPlace, shardKey } from './table-keys.ts';

interface Options extends DynamoTables {
  /** The name of the index. */
  readonly index: string;
}

/** `sweep` on DynamoDB. The index lags a little behind the table; `push` is decided on the table itself. */
export function dynamoSweep(options: Options): Sweep {
  const { client, tables, store, index } = options;
  return {
    async overdue(shard, before, limit) {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: tables.records,
          IndexName: index,
          KeyConditionExpression: 'sweepShard = :shard AND sweepAt <= :before',
          ExpressionAttributeValues: {
            ':shard': { S: shardKey(shard) },
            ':before': { N: String(Math.floor(before.epochMilliseconds / 1000)) },
          },
          Limit: limit,
        }),
      );
      return Items.map(fromItem).map((item) => ({
        customer: customerOf(store, item.pk as string),
        sweepAt: fromSeconds(item.sweepAt as number),
      }));
    },

    async push({ customer, sweepAt }, to) {
      return unlessRefused(
        client.send(
          new UpdateItemCommand({
            ...addressed(options, recordPlace(store, customer)),
            UpdateExpression: 'SET sweepAt = :to',
            ConditionExpression: 'sweepAt = :from',
            ExpressionAttributeValues: {
              ':from': { N: String(seconds(sweepAt)) },
              ':to': { N: String(seconds(to)) },
            },
          }),
        ),
      );
    },
  };
}
