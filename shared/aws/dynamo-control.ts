/** The operator's brakes: one item, asked before every message, so read at most once in a while. */
import { PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { Brakes } from '../core/record/brakes.ts';
import type { Control } from '../ports/brakes.ts';
import type { Clock } from '../ports/clock.ts';
import {
  addressed,
  type DynamoTables,
  type Plain,
  putAt,
  readItem,
  setting,
  toItem,
  unlessRefused,
} from './dynamo-table.ts';
import { type ReadOne, readTogether } from './dynamo-together.ts';
import { brakesOf, stored } from './stored-brakes.ts';
import { controlPlace, evaluatedForPlace } from './table-keys.ts';

/** How long brakes may take to bite in a worker that read them just before. */
export const brakesBiteWithin_ms = 10_000;

/** Others changed the brakes at the same time, again and again. Nothing was changed: try once more. */
class BrakesContended extends Error {
  override readonly name = 'BrakesContended';
  readonly code = 'BRAKES_CONTENDED';
}

const tries = 10;

interface Options extends DynamoTables {
  readonly clock: Clock;
  /** Shared with `customers`, the brakes are read along with a customer. */
  readonly read?: ReadOne;
}

/** `control` on DynamoDB. Without an item nothing is paused. */
export function dynamoControl(options: Options): Control {
  const { client, store, clock, read = readTogether(options) } = options;
  let kept: { readonly brakes: Brakes; readonly read_ms: number } | undefined;

  return {
    async read() {
      const now_ms = clock.now().epochMilliseconds;
      // A clock that went back makes the copy's age unknown: read again.
      const age_ms = kept === undefined ? -1 : now_ms - kept.read_ms;
      if (kept !== undefined && age_ms >= 0 && age_ms < brakesBiteWithin_ms) return kept.brakes;
      const item = await read(controlPlace(store));
      kept = { brakes: brakesOf(item), read_ms: now_ms };
      return kept.brakes;
    },

    async write(brakes) {
      await client.send(new PutItemCommand(putAt(options, controlPlace(store), toItem(stored(brakes)))));
      kept = undefined;
    },

    async change(by) {
      kept = undefined;
      for (let attempt = 0; attempt < tries; attempt += 1) {
        const item = await readItem(options, controlPlace(store));
        const before = brakesOf(item);
        const after = by(before);
        if (after === before || (await writeOver(options, item, after))) return after;
      }
      throw new BrakesContended(
        'Others changed the brakes at the same time, again and again: nothing was changed, try once more.',
      );
    },

    // An item of its own: the operator's word never wipes it, nor it the operator's.
    async lookedFor() {
      const item = await readItem(options, evaluatedForPlace(store));
      return item?.digest as string | undefined;
    },

    async noteLookedFor(digest) {
      const words = { ...addressed(options, evaluatedForPlace(store)), ...setting({ digest }) };
      await client.send(new UpdateItemCommand(words));
    },
  };
}

/** Writes the brakes where nobody wrote since `item` was read; what else the item holds stays. */
function writeOver(options: DynamoTables, item: Plain | undefined, brakes: Brakes): Promise<boolean> {
  const changes = item?.changes as number | undefined;
  const fields = { ...stored(brakes), changes: (changes ?? 0) + 1 };
  const { UpdateExpression, ExpressionAttributeNames, ExpressionAttributeValues } = setting(fields);
  const gone = Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [name] : []));
  return unlessRefused(
    options.client.send(
      new UpdateItemCommand({
        ...addressed(options, controlPlace(options.store)),
        UpdateExpression: [
          UpdateExpression,
          ...(gone.length > 0 ? [`REMOVE ${gone.map((name) => `#${name}`).join(', ')}`] : []),
        ].join(' '),
        ConditionExpression: changes === undefined ? 'attribute_not_exists(#changes)' : '#changes = :before',
        ExpressionAttributeNames: {
          ...ExpressionAttributeNames,
          ...Object.fromEntries(gone.map((name) => [`#${name}`, name])),
        },
        ExpressionAttributeValues: {
          ...ExpressionAttributeValues,
          ...(changes !== undefined && { ':before': { N: String(changes) } }),
        },
      }),
    ),
  );
}
