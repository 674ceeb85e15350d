/** The operator's brakes: one item, asked before every message, so read at most once in a while. */
import { PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { type Brakes, noBrakes } from '../core/brakes.ts';
import type { Clock, Control } from '../world.ts';
import { type DynamoTable, readItem, setting, toItem } from './dynamo-table.ts';
import { type ReadOne, readTogether } from './dynamo-together.ts';
import { controlKey, lookedForKey } from './table-keys.ts';

/** How long brakes may take to bite in a worker that read them just before. */
export const brakesBiteWithin_ms = 10_000;

interface Options extends DynamoTable {
  readonly clock: Clock;
  /** Shared with `customers`, the brakes are read along with a customer. */
  readonly read?: ReadOne;
}

/** `control` on DynamoDB. Without an item nothing is paused. */
export function dynamoControl(options: Options): Control {
  const { client, table, store, clock, read = readTogether(options) } = options;
  let kept: { readonly brakes: Brakes; readonly read_ms: number } | undefined;

  return {
    async read() {
      const now_ms = clock.now().epochMilliseconds;
      // A clock that went back makes the copy's age unknown: read again.
      const age_ms = kept === undefined ? -1 : now_ms - kept.read_ms;
      if (kept !== undefined && age_ms >= 0 && age_ms < brakesBiteWithin_ms) return kept.brakes;
      const item = await read(controlKey(store));
      const paused = { ...noBrakes.paused, ...(item?.paused as Partial<Brakes['paused']> | undefined) };
      kept = { brakes: { paused }, read_ms: now_ms };
      return kept.brakes;
    },

    async write({ paused }) {
      const Item = { ...toItem({ paused }), ...controlKey(store) };
      await client.send(new PutItemCommand({ TableName: table, Item }));
      kept = undefined;
    },

    // An item of its own: the operator's word never wipes it, nor it the operator's.
    async lookedFor() {
      const item = await readItem(options, lookedForKey(store));
      return item?.digest as string | undefined;
    },

    async noteLookedFor(digest) {
      const Key = lookedForKey(store);
      await client.send(new UpdateItemCommand({ TableName: table, Key, ...setting({ digest }) }));
    },
  };
}
