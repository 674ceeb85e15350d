/** Whose order it is: one small item for each order of a storefront that names customers on orders alone. */
import { DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Clock } from '../ports/clock.ts';
import type { OrderOwners } from '../ports/orders.ts';
import { addressed, type DynamoTables, putAt, readItem, toItem, unlessRefused } from './dynamo-table.ts';
import { seconds } from './epoch.ts';
import { orderOwnerPlace } from './table-keys.ts';

interface Options extends DynamoTables {
  readonly clock: Clock;
  /** How long after its last word an order may still be shipped or refunded. */
  readonly keptDays: number;
}

/** `orderOwners` on DynamoDB. */
export function dynamoOrderOwners(options: Options): OrderOwners {
  const { client, store, clock, keptDays } = options;
  return {
    async load(order) {
      const item = await readItem(options, orderOwnerPlace(store, order));
      if (!item) return undefined;
      const { customer, isTest, number } = item;
      return {
        order,
        customer: customer as string,
        isTest: isTest === true,
        ...(typeof number === 'string' ? { number } : {}),
      };
    },

    async put({ order, customer, isTest, number }) {
      const fields = toItem({
        customer,
        isTest: isTest || undefined,
        number,
        ttl: seconds(clock.now().add({ hours: 24 * keptDays })),
      });
      await client.send(new PutItemCommand(putAt(options, orderOwnerPlace(store, order), fields)));
    },

    async forget(order, customer) {
      await unlessRefused(
        client.send(
          new DeleteItemCommand({
            ...addressed(options, orderOwnerPlace(store, order)),
            ConditionExpression: 'customer = :customer',
            ExpressionAttributeValues: { ':customer': { S: customer } },
          }),
        ),
      );
    },
  };
}
