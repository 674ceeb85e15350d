/** Entry fields too big for the record, one item for each enrolment; JSON text, so that any payload comes back as it was. */
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Contexts } from '../ports/contexts.ts';
import { type DynamoTables, putAt, readItem } from './dynamo-table.ts';
import { contextPlace } from './table-keys.ts';

/** `contexts` on DynamoDB. */
export function dynamoContexts(options: DynamoTables): Contexts {
  const { client, store } = options;
  return {
    async load(customer, enrolment) {
      const item = await readItem(options, contextPlace(store, customer, enrolment));
      return item === undefined ? undefined : JSON.parse(item.event as string);
    },

    async put(customer, enrolment, event) {
      const item = { event: { S: JSON.stringify(event) } };
      await client.send(new PutItemCommand(putAt(options, contextPlace(store, customer, enrolment), item)));
    },
  };
}
