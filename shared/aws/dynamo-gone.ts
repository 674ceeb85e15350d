/** Who was erased, by the keyed hash of her id: one small item without end, and the proofs of consent that outlive her. */
import { PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { readInstant, storedInstant } from '../core/values/stored-instant.ts';
import type { Gone, Tombstone } from '../ports/gone.ts';
import { type DynamoTable, readItem, readPartition, toItem, unlessRefused } from './dynamo-table.ts';
import { fromMilliseconds, fromSeconds, milliseconds, seconds } from './epoch.ts';
import { goneKey, keyIdOf, proofKey } from './table-keys.ts';

type Moment = keyof Tombstone;

/** `gone` on DynamoDB. */
export function dynamoGone(options: DynamoTable): Gone {
  const { client, table, store } = options;

  async function note(who: string, what: Moment, at: Parameters<typeof milliseconds>[0]): Promise<void> {
    await unlessRefused(
      client.send(
        new UpdateItemCommand({
          TableName: table,
          Key: goneKey(store, who),
          UpdateExpression: 'SET #what = :at',
          ConditionExpression: 'attribute_not_exists(#what) OR #what < :at',
          ExpressionAttributeNames: { '#what': what },
          ExpressionAttributeValues: { ':at': { N: String(milliseconds(at)) } },
        }),
      ),
    );
  }

  return {
    async load(who) {
      const item = await readItem(options, goneKey(store, who));
      return item && { ...momentOf('erased', item.erased), ...momentOf('lifted', item.lifted) };
    },

    bury: (who, at) => note(who, 'erased', at),
    lift: (who, at) => note(who, 'lifted', at),

    async keepEvidence(who, evidence) {
      for (const { id, at, until, ...fields } of evidence) {
        const item = toItem({ ...fields, at: storedInstant(at), ttl: seconds(until) });
        const Item = { ...item, ...proofKey(store, who, id) };
        await client.send(new PutItemCommand({ TableName: table, Item }));
      }
    },

    async evidence(who) {
      const items = await readPartition(options, proofKey(store, who, '').pk, 'CONSENT#');
      return items.map(({ sk, at, ttl, granted, topics, source, wording, pending }) => ({
        id: keyIdOf(sk as string),
        at: readInstant(at as number | string),
        granted: granted as boolean,
        topics: topics as string[],
        source: source as string,
        ...(wording === undefined ? {} : { wording: wording as string }),
        ...(pending === true ? { pending } : {}),
        until: fromSeconds(ttl as number),
      }));
    },
  };
}

const momentOf = (what: Moment, stored: unknown): Tombstone =>
  stored === undefined ? {} : { [what]: fromMilliseconds(stored as number) };
