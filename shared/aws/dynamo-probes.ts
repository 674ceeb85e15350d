/** The arrival of a probe: one item that deletes itself. */
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Clock } from '../ports/clock.ts';
import type { Probes } from '../ports/probes.ts';
import { type DynamoTables, putAt, toItem } from './dynamo-table.ts';
import { milliseconds, seconds } from './epoch.ts';
import { probePlace } from './table-keys.ts';

interface Options extends DynamoTables {
  readonly clock: Clock;
}

/** `probes` on DynamoDB. */
export function dynamoProbes(options: Options): Probes {
  const { client, store, clock } = options;
  return {
    async arrived(id) {
      const now = clock.now();
      const fields = toItem({ at: milliseconds(now), ttl: seconds(now.add({ hours: 1 })) });
      await client.send(new PutItemCommand(putAt(options, probePlace(store, id), fields)));
    },
  };
}
