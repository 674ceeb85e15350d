/** Everything under one customer's id but her record, by her partition: also what an adapter of later puts there. */
import { DeleteItemCommand, PutItemCommand, paginateQuery } from '@aws-sdk/client-dynamodb';
import type { Beside } from '../ports/beside.ts';
import { type DynamoTable, fromItem, type Plain, readPartition } from './dynamo-table.ts';
import { earlierIdKey, keyIdOf, recordKey } from './table-keys.ts';

/** So many deletions go side by side. */
const together = 10;

/** `beside` on DynamoDB. */
export function dynamoBeside(options: DynamoTable): Beside {
  const { client, table, store } = options;

  async function all(customer: string): Promise<Plain[]> {
    const { pk } = recordKey(store, customer);
    const pages = paginateQuery(
      { client },
      {
        TableName: table,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
      },
    );
    const items: Plain[] = [];
    for await (const page of pages) items.push(...(page.Items ?? []).map(fromItem));
    return items;
  }

  return {
    async list(customer) {
      const record = recordKey(store, customer).sk.S;
      const items = (await all(customer)).filter(({ sk }) => sk !== record);
      return items.map(({ pk: _, sk, ...fields }) => ({ key: sk as string, fields }));
    },

    async remove(customer, keys) {
      const { pk, sk: record } = recordKey(store, customer);
      const others = keys.filter((key) => key !== record.S);
      for (let start = 0; start < others.length; start += together) {
        const some = others.slice(start, start + together).map((key) => {
          const Key = { pk, sk: { S: key } };
          return client.send(new DeleteItemCommand({ TableName: table, Key }));
        });
        await Promise.all(some);
      }
    },

    async noteEarlierId(customer, earlier) {
      const Item = earlierIdKey(store, customer, earlier);
      await client.send(new PutItemCommand({ TableName: table, Item }));
    },

    async earlierIds(customer) {
      const { pk } = earlierIdKey(store, customer, '');
      return (await readPartition(options, pk, 'WAS#')).map(({ sk }) => keyIdOf(sk as string));
    },
  };
}
