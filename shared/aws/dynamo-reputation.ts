/** How mail was received: one item for each hour and shard, added to by whoever hears of the mails. */
import { type AttributeValue, QueryCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { addedByKind, type CountsByKind, hourOf, noCountsByKind } from '../core/record/breaker.ts';
import { type JudgedKind, judgedKinds } from '../core/values/judged-kind.ts';
import type { SenderReputation } from '../ports/reputation.ts';
import { addressed, type DynamoTables, fromItem, type Plain } from './dynamo-table.ts';
import { milliseconds, seconds } from './epoch.ts';
import { reputationPlace, reputationShards, shardOf } from './table-keys.ts';

const keptHours = 24 * 7;

const fields = ['sent', 'bounced', 'complained'] as const;

/** Marketing's counts have the plain names: they were here first. */
const fieldOf = (kind: JudgedKind, field: (typeof fields)[number]) =>
  kind === 'marketing' ? field : `${kind}_${field}`;

function countsOf(item: Plain): CountsByKind {
  const count = (kind: JudgedKind, field: (typeof fields)[number]) => Number(item[fieldOf(kind, field)] ?? 0);
  const of = (kind: JudgedKind) => ({
    sent: count(kind, 'sent'),
    bounced: count(kind, 'bounced'),
    complained: count(kind, 'complained'),
  });
  return { unconfirmed: of('unconfirmed'), marketing: of('marketing'), transactional: of('transactional') };
}

/** `standing` on DynamoDB. Reading takes one query for each shard; 25 hours of one are about 3 KB. */
export function dynamoReputation(options: DynamoTables): SenderReputation {
  const { client, store, tables } = options;

  async function sinceInShard(shard: number, first_ms: number): Promise<CountsByKind> {
    const { table, key } = reputationPlace(store, shard, first_ms);
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: tables[table],
        KeyConditionExpression: 'pk = :pk AND sk >= :first',
        ExpressionAttributeValues: { ':pk': key.pk, ':first': key.sk as AttributeValue },
      }),
    );
    return Items.map(fromItem).map(countsOf).reduce(addedByKind, noCountsByKind);
  }

  return {
    async add(hour, counts, spreadBy) {
      const start = hourOf(hour);
      const number = (value: number) => ({ N: String(value) });
      const given = judgedKinds.flatMap((kind) =>
        fields.map((field) => [fieldOf(kind, field), counts[kind]?.[field] ?? 0] as const),
      );
      const adding = given.filter(([, value]) => value !== 0);
      if (adding.length === 0) return;
      await client.send(
        new UpdateItemCommand({
          ...addressed(
            options,
            reputationPlace(store, shardOf(spreadBy) % reputationShards, milliseconds(start)),
          ),
          UpdateExpression: `ADD ${adding.map(([name]) => `#${name} :${name}`).join(', ')} SET #ttl = :ttl`,
          ExpressionAttributeNames: {
            ...Object.fromEntries(adding.map(([name]) => [`#${name}`, name])),
            '#ttl': 'ttl',
          },
          ExpressionAttributeValues: {
            ...Object.fromEntries(adding.map(([name, value]) => [`:${name}`, number(value)])),
            ':ttl': number(seconds(start.add({ hours: keptHours }))),
          },
        }),
      );
    },

    async since(from) {
      const first_ms = milliseconds(hourOf(from));
      const shards = Array.from({ length: reputationShards }, (_, shard) => sinceInShard(shard, first_ms));
      return (await Promise.all(shards)).reduce(addedByKind, noCountsByKind);
    },
  };
}
