/** Proof of each change of consent. Kept without end: laws ask for years, and an erasure removes it with the rest. */
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { readInstant, storedInstant } from '../core/stored-instant.ts';
import type { ConsentEvidence, Evidence } from '../world.ts';
import { type DynamoTable, readPartition, toItem } from './dynamo-table.ts';
import { customerOf, evidenceKey, idOf } from './table-keys.ts';

/** `evidence` on DynamoDB. */
export function dynamoEvidence(options: DynamoTable): Evidence {
  const { client, table, store } = options;
  return {
    async put({ customer, id, at, ...fields }) {
      const item = toItem({ ...fields, at: storedInstant(at) });
      await client.send(
        new PutItemCommand({ TableName: table, Item: { ...item, ...evidenceKey(store, customer, id) } }),
      );
    },

    async list(customer) {
      const items = await readPartition(options, evidenceKey(store, customer, '').pk, 'CONSENT#');
      return items.map(({ pk, sk, at, ...rest }) => ({
        ...(rest as unknown as ConsentEvidence),
        customer: customerOf(store, pk as string),
        id: idOf(sk as string),
        at: readInstant(at as number | string),
      }));
    },
  };
}
