/** Everything under one customer's id but the record, by its partition: also what an adapter of later puts there. */
import { DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Beside } from '../ports/beside.ts';
import { addressed, type DynamoTables, putAt, readPartition } from './dynamo-table.ts';
import { besidePlace, earlierIdPlace, keyIdOf } from './table-keys.ts';

/** So many deletions go side by side. */
const together = 10;

/** `beside` on DynamoDB. */
export function dynamoBeside(options: DynamoTables): Beside {
  const { client, store } = options;
  return {
    async list(customer) {
      const items = await readPartition(options, besidePlace(store, customer, ''));
      return items.map(({ pk: _, sk, ...fields }) => ({ key: sk as string, fields }));
    },

    async remove(customer, keys) {
      for (let start = 0; start < keys.length; start += together) {
        const some = keys
          .slice(start, start + together)
          .map((key) =>
            client.send(new DeleteItemCommand(addressed(options, besidePlace(store, customer, key)))),
          );
        await Promise.all(some);
      }
    },

    async noteEarlierId(customer, earlier) {
      await client.send(new PutItemCommand(putAt(options, earlierIdPlace(store, customer, earlier), {})));
    },

    async earlierIds(customer) {
      const items = await readPartition(options, earlierIdPlace(store, customer, ''));
      return items.map(({ sk }) => keyIdOf(sk as string));
    },
  };
}
