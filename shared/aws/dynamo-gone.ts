/** Who was erased, by the keyed hash of her id: one small item without end, and the proofs of consent that outlive her. */
import { PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { readInstant, storedInstant } from '../core/values/stored-instant.ts';
import type { Gone, Tombstone } from '../ports/gone.ts';
import {
  addressed,
  type DynamoTables,
  putAt,
  readItem,
  readPartition,
  toItem,
  unlessRefused,
} from './dynamo-table.ts';
import { fromMilliseconds, fromSeconds, milliseconds, seconds } from './epoch.ts';
import { gonePlace, keyIdOf, proofPlace } from './table-keys.ts';

type Moment = 'erased' | 'lifted';

/** `gone` on DynamoDB. */
export function dynamoGone(options: DynamoTables): Gone {
  const { client, store } = options;

  async function note(who: string, what: Moment, at: Parameters<typeof milliseconds>[0]): Promise<void> {
    await unlessRefused(
      client.send(
        new UpdateItemCommand({
          ...addressed(options, gonePlace(store, who)),
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
      const item = await readItem(options, gonePlace(store, who));
      if (!item) return undefined;
      const heard = [...((item.heard as Set<string> | undefined) ?? [])].sort();
      return {
        ...momentOf('erased', item.erased),
        ...momentOf('lifted', item.lifted),
        ...(heard.length > 0 && { heard }),
      };
    },

    bury: (who, at) => note(who, 'erased', at),
    lift: (who, at) => note(who, 'lifted', at),

    async keepHeard(who, heard) {
      if (heard.length === 0) return;
      await client.send(
        new UpdateItemCommand({
          ...addressed(options, gonePlace(store, who)),
          UpdateExpression: 'ADD #heard :heard',
          ExpressionAttributeNames: { '#heard': 'heard' },
          ExpressionAttributeValues: { ':heard': { SS: [...new Set(heard)] } },
        }),
      );
    },

    async keepEvidence(who, evidence) {
      for (const { id, at, until, ...fields } of evidence) {
        const item = toItem({ ...fields, at: storedInstant(at), ttl: seconds(until) });
        await client.send(new PutItemCommand(putAt(options, proofPlace(store, who, id), item)));
      }
    },

    async evidence(who) {
      const items = await readPartition(options, proofPlace(store, who, ''));
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
