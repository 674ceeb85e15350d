/** Who waits for a product: an item beside the customer, by which it is found again, and one with the product, in the order of asking. */
import { DeleteItemCommand, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { isBefore } from '../core/values/civil-time.ts';
import type { Clock } from '../ports/clock.ts';
import type { Askers, ProductAsking } from '../ports/products.ts';
import {
  addressed,
  type DynamoTables,
  fromItem,
  type Plain,
  putAfter,
  putAt,
  readItem,
  readPartition,
  toItem,
} from './dynamo-table.ts';
import { fromMilliseconds, milliseconds, seconds } from './epoch.ts';
import { askedPlace, askerPlace, keyIdOf, restockPlace, type TablePlace } from './table-keys.ts';

/** A wish of a year ago is nobody's any more; what a restock gave is known for as long. */
const keptFor = { hours: 24 * 366 };
/** So many are forgotten side by side. */
const together = 10;

interface Options extends DynamoTables {
  readonly clock: Clock;
}

/** `askers` on DynamoDB: a read and two writes for each asking, two deletions for each that is told. */
export function dynamoAskers(options: Options): Askers {
  const { client, store, tables } = options;
  const placeOf = ({ product, at, customer }: ProductAsking) =>
    askerPlace(store, product, milliseconds(at), customer);
  const remove = (place: TablePlace) => client.send(new DeleteItemCommand(addressed(options, place)));

  async function forget(asking: ProductAsking): Promise<void> {
    await remove(placeOf(asking));
    await remove(askedPlace(store, asking.customer, asking.product));
  }

  return {
    async note(asking) {
      const { customer, product } = asking;
      const mine = askedPlace(store, customer, product);
      const item = await readItem(options, mine);
      const known = item && askingOf(customer, product, item.at);
      const isEarlier = known && !isBefore(asking.at, known.at);
      // What lies with the product is always found from beside the customer.
      if (known && !isEarlier) await remove(placeOf(known));
      const { at } = isEarlier ? known : asking;
      const fields = toItem({ at: milliseconds(at), ttl: seconds(at.add(keptFor)) });
      if (!isEarlier) await client.send(new PutItemCommand(putAt(options, mine, fields)));
      await client.send(new PutItemCommand(putAt(options, placeOf({ ...asking, at }), fields)));
    },

    async first(product, most) {
      const { table, key } = askerPlace(store, product, 0, '');
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: tables[table],
          ConsistentRead: true,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :asked)',
          ExpressionAttributeValues: { ':pk': key.pk, ':asked': { S: 'ASKED#' } },
          Limit: most,
        }),
      );
      return Items.map(fromItem).map(({ sk, at }) => askingOf(keyIdOf(keyIdOf(sk as string)), product, at));
    },

    async of(customer) {
      const items = await readPartition(options, askedPlace(store, customer, ''));
      return items.map(({ sk, at }) => askingOf(customer, keyIdOf(sk as string), at));
    },

    async forget(askings) {
      for (let start = 0; start < askings.length; start += together)
        await Promise.all(askings.slice(start, start + together).map(forget));
    },

    ...restocks(options),
  };
}

/** What each restock has given: the note by which a repeat gives nothing besides. */
function restocks(options: Options): Pick<Askers, 'given' | 'give'> {
  const { store, clock } = options;
  return {
    async given(restock) {
      const item = await readItem(options, restockPlace(store, restock.product, restock.eventId));
      const now = (item?.now as Plain[] | undefined) ?? [];
      return {
        count: (item?.given as number | undefined) ?? 0,
        now: now.map(({ customer, at }) => askingOf(customer as string, restock.product, at)),
      };
    },

    give({ product, eventId }, { count, now }, before) {
      const fields = toItem({
        given: count,
        now: now.map(({ customer, at }) => ({ customer, at: milliseconds(at) })),
        ttl: seconds(clock.now().add(keptFor)),
      });
      return putAfter(options, restockPlace(store, product, eventId), fields, ['given', before]);
    },
  };
}

function askingOf(customer: string, product: string, at: unknown): ProductAsking {
  return { customer, product, at: fromMilliseconds(Number(at)) };
}
