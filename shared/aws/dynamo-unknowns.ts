/** Order mail of unknown outcome: one partition, sorted by the moment of the claim, that is empty on most days. */
import { DeleteItemCommand, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { UnknownOrderMail, Unknowns } from '../ports/unknowns.ts';
import { addressed, type DynamoTables, fromItem, putAt, toItem, unlessRefused } from './dynamo-table.ts';
import { fromMilliseconds, milliseconds, seconds } from './epoch.ts';
import { unknownMailPlace } from './table-keys.ts';

/** A record remembers its claims for fourteen days. */
const keptFor = { hours: 24 * 14 };

/** `unknowns` on DynamoDB: half a read unit to ask where there is none, a write unit for each to note and to take. */
export function dynamoUnknowns(options: DynamoTables): Unknowns {
  const { client, store, tables } = options;
  const placeOf = ({ at, touchpoint }: Pick<UnknownOrderMail, 'at' | 'touchpoint'>) =>
    unknownMailPlace(store, milliseconds(at), touchpoint);
  return {
    async note({ customer, touchpoint, at }) {
      const fields = toItem({
        customer,
        touchpoint,
        at: milliseconds(at),
        ttl: seconds(at.add(keptFor)),
      });
      await client.send(new PutItemCommand(putAt(options, placeOf({ at, touchpoint }), fields)));
    },

    async until(moment, most) {
      const { table, key } = placeOf({ at: moment, touchpoint: '~' });
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: tables[table],
          KeyConditionExpression: 'pk = :pk AND sk <= :until',
          ExpressionAttributeValues: { ':pk': key.pk, ':until': key.sk ?? { S: '' } },
          Limit: most,
        }),
      );
      return Items.map(fromItem).map(({ customer, touchpoint, at }) => ({
        customer: String(customer),
        touchpoint: String(touchpoint),
        at: fromMilliseconds(Number(at)),
      }));
    },

    take(mail) {
      return unlessRefused(
        client.send(
          new DeleteItemCommand({
            ...addressed(options, placeOf(mail)),
            ConditionExpression: 'attribute_exists(pk)',
          }),
        ),
      );
    },
  };
}
