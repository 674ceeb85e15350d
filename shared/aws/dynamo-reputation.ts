/** How marketing mail was received: one item for each hour and shard, added to by whoever hears of the mails. */
import { type AttributeValue, QueryCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { addedUp, hourOf, noReputationCounts, type ReputationCounts } from '../core/record/breaker.ts';
import type { SenderReputation } from '../ports/reputation.ts';
import { addressed, type DynamoTables, fromItem } from './dynamo-table.ts';
import { milliseconds, seconds } from './epoch.ts';
import { reputationPlace, reputationShards, shardOf } from './table-keys.ts';

const keptHours = 24 * 7;

/** `standing` on DynamoDB. Reading takes one query for each shard; 25 hours of one are about 3 KB. */
export function dynamoReputation(options: DynamoTables): SenderReputation {
  const { client, store, tables } = options;

  async function sinceInShard(shard: number, first_ms: number): Promise<ReputationCounts> {
    const { table, key } = reputationPlace(store, shard, first_ms);
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: tables[table],
        KeyConditionExpression: 'pk = :pk AND sk >= :first',
        ExpressionAttributeValues: { ':pk': key.pk, ':first': key.sk as AttributeValue },
      }),
    );
    const counts = Items.map(fromItem) as Partial<ReputationCounts>[];
    return counts.reduce<ReputationCounts>(
      (sum, one) => addedUp(sum, { ...noReputationCounts, ...one }),
      noReputationCounts,
    );
  }

  return {
    async add(hour, { sent, bounced, complained }, spreadBy) {
      const start = hourOf(hour);
      const count = (value: number) => ({ N: String(value) });
      await client.send(
        new UpdateItemCommand({
          ...addressed(
            options,
            reputationPlace(store, shardOf(spreadBy) % reputationShards, milliseconds(start)),
          ),
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
      const shards = Array.from({ length: reputationShards }, (_, shard) => sinceInShard(shard, first_ms));
      return (await Promise.all(shards)).reduce(addedUp, noReputationCounts);
    },
  };
}
