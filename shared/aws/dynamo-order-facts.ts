/** What was told of each order: one item, an attribute for each fact. */
import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { Clock } from '../ports/clock.ts';
import type { OrderFacts } from '../ports/orders.ts';
import { addressed, type DynamoTables, readPartition, toItem } from './dynamo-table.ts';
import { type ReadOne, readTogether } from './dynamo-together.ts';
import { packedOrder, unpackedOrder } from './packed-order.ts';
import { keyIdOf, orderPlace } from './table-keys.ts';

interface Options extends DynamoTables {
  readonly clock: Clock;
  /** How `load` reads; shared with other adapters, their reads of the same moment go along. */
  readonly read?: ReadOne;
}

/** `orderFacts` on DynamoDB. */
export function dynamoOrderFacts(options: Options): OrderFacts {
  const { client, store, read = readTogether(options) } = options;
  return {
    async put(customer, order) {
      const attributes = Object.entries(packedOrder(order));
      if (attributes.length === 0) return;
      // A word of the ledger is no name of an expression.
      await client.send(
        new UpdateItemCommand({
          ...addressed(options, orderPlace(store, customer, order.id)),
          UpdateExpression: `SET ${attributes.map((_, n) => `#${n} = :${n}`).join(', ')}`,
          ExpressionAttributeNames: Object.fromEntries(attributes.map(([word], n) => [`#${n}`, word])),
          ExpressionAttributeValues: toItem(
            Object.fromEntries(attributes.map(([, fact], n) => [`:${n}`, fact])),
          ),
        }),
      );
    },

    async load(customer, order) {
      const item = await read(orderPlace(store, customer, order));
      return item && unpackedOrder(order, item);
    },

    async list(customer) {
      const items = await readPartition(options, orderPlace(store, customer, ''));
      return items.map((item) => unpackedOrder(keyIdOf(item.sk as string), item));
    },
  };
}
