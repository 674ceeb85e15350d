/** Proof of each change of consent. It stays while consent stands; from its end on DynamoDB deletes it in its time. */
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { readInstant, storedInstant } from '../core/values/stored-instant.ts';
import type { ConsentEvidence, Evidence } from '../ports/evidence.ts';
import { type DynamoTables, putAt, readPartition, toItem } from './dynamo-table.ts';
import { fromSeconds, seconds } from './epoch.ts';
import { customerOf, evidencePlace, keyIdOf } from './table-keys.ts';

/** `evidence` on DynamoDB. */
export function dynamoEvidence(options: DynamoTables): Evidence {
  const { client, store } = options;
  return {
    async put({ customer, id, at, expiresAt, ...fields }) {
      const ttl = expiresAt && seconds(expiresAt);
      const item = toItem({ ...fields, at: storedInstant(at), ttl });
      await client.send(new PutItemCommand(putAt(options, evidencePlace(store, customer, id), item)));
    },

    async list(customer) {
      const items = await readPartition(options, evidencePlace(store, customer, ''));
      return items.map(({ pk, sk, at, ttl, ...rest }) => ({
        ...(rest as unknown as ConsentEvidence),
        customer: customerOf(store, pk as string),
        id: keyIdOf(sk as string),
        at: readInstant(at as number | string),
        ...(ttl === undefined ? {} : { expiresAt: fromSeconds(ttl as number) }),
      }));
    },
  };
}
