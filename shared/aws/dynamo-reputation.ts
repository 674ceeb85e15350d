/** How marketing mail was received: one item for each hour and shard, added to by whoever hears of the mails. */
import { QueryCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { addedUp, hourOf, noStanding, type Standing } from '../core/record/breaker.ts';
import type { MarketingStanding } from '../ports/reputation.ts';
import { type DynamoTable, fromItem } from './dynamo-table.ts';
import { milliseconds, seconds } from './epoch.ts';
import { shardOf, standingKey, standingShards } from './table-keys.ts';

const keptHours = 24 * 7;

/** `standing` on DynamoDB. Reading takes one query for each shard; 25 hours of one are about 3 KB. */
export function dynamoStanding({ client, table, store }: DynamoTable): MarketingStanding {
  async function sinceInShard(shard: number, first_ms: number): Promise<Standing> {
    const { pk, sk } = standingKey(store, shard, first_ms);
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk AND sk >= :first',
        ExpressionAttributeValues: { ':pk': pk, ':first': sk },
      }),
    );
    const counts = Items.map(fromItem) as Partial<Standing>[];
    return counts.reduce<Standing>((sum, one) => addedUp(sum, { ...noStanding, ...one }), noStanding);
  }

  return {
    async add(hour, { sent, bounced, complained }, spreadBy) {
      const start = hourOf(hour);
      const count = (value: number) => ({ N: String(value) });
      await client.send(
        new UpdateItemCommand({
          TableName: table,
          Key: standingKey(store, shardOf(spreadBy) % standingShards, milliseconds(start)),
          UpdateExpression: 'ADD #sent :sent, #bounced :bounced, #complained :complained SET #ttl = :ttl',
          ExpressionAttributeNames: {
            '#sent': 'sent',
            '#bounced': 'bounced',
            '#complained': 'complained',
            '#ttl': 'ttl',
          },
          ExpressionAttributeValues: {
            ':sent': count(sent),
            ':bounced': count(bounced),
            ':complained': count(complained),
            ':ttl': count(seconds(start.add({ hours: keptHours }))),
          },
        }),
      );
    },

    async since(from) {
      const first_ms = milliseconds(hourOf(from));
      const shards = Array.from({ length: standingShards }, (_, shard) => sinceInShard(shard, first_ms));
      return (await Promise.all(shards)).reduce(addedUp, noStanding);
    },
  };
}
