/** The arrival of a probe: one item that deletes itself. */
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Clock } from '../ports/clock.ts';
import type { Probes } from '../ports/probes.ts';
import { type DynamoTable, toItem } from './dynamo-table.ts';
import { milliseconds, seconds } from './epoch.ts';
import { probeKey } from './table-keys.ts';

interface Options extends DynamoTable {
  readonly clock: Clock;
}

/** `probes` on DynamoDB. */
export function dynamoProbes({ client, table, store, clock }: Options): Probes {
  return {
    async arrived(id) {
      const now = clock.now();
      const fields = toItem({ at: milliseconds(now), ttl: seconds(now.add({ hours: 1 })) });
      await client.send(
        new PutItemCommand({ TableName: table, Item: { ...fields, ...probeKey(store, id) } }),
      );
    },
  };
}
