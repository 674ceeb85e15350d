/** Whose order it is: one small item for each order of a storefront that names customers on orders alone. */
import { DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Clock } from '../ports/clock.ts';
import type { OrderOwners } from '../ports/order-owners.ts';
import { type DynamoTable, readItem, toItem, unlessRefused } from './dynamo-table.ts';
import { seconds } from './epoch.ts';
import { orderOwnerKey } from './table-keys.ts';

interface Options extends DynamoTable {
  readonly clock: Clock;
  /** How long after its last word an order may still be shipped or refunded. */
  readonly keptDays: number;
}

/** `orderOwners` on DynamoDB. */
export function dynamoOrderOwners(options: Options): OrderOwners {
  const { client, table, store, clock, keptDays } = options;
  return {
    async load(order) {
      const item = await readItem(options, orderOwnerKey(store, order));
      return item && { order, customer: item.customer as string, isTest: item.isTest === true };
    },

    async put({ order, customer, isTest }) {
      const fields = toItem({
        customer,
        isTest: isTest || undefined,
        ttl: seconds(clock.now().add({ hours: 24 * keptDays })),
      });
      const Item = { ...fields, ...orderOwnerKey(store, order) };
      await client.send(new PutItemCommand({ TableName: table, Item }));
    },

    async forget(order, customer) {
      await unlessRefused(
        client.send(
          new DeleteItemCommand({
            TableName: table,
            Key: orderOwnerKey(store, order),
            ConditionExpression: 'customer = :customer',
            ExpressionAttributeValues: { ':customer': { S: customer } },
          }),
        ),
      );
    },
  };
}
