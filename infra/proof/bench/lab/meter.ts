/** What each request to the table would cost on DynamoDB: sizes are kept of all that was written. */
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { type IndexChange, itemBytes, readUnits, writeUnits } from '../../../../shared/aws/capacity.ts';

export type BenchItem = Record<string, AttributeValue>;
export type BenchJson = Record<string, unknown>;

interface Known {
  readonly bytes: number;
  /** Its entry in the sweep's index. */
  readonly entry: string | undefined;
}

const nothing: Known = { bytes: 0, entry: undefined };
const nameOf = (key: BenchItem) => JSON.stringify([key.pk, key.sk]);

function indexChange(before: string | undefined, after: string | undefined): IndexChange {
  if (before === after) return after === undefined ? 'none' : 'same';
  if (before === undefined) return 'added';
  return after === undefined ? 'removed' : 'moved';
}

/** Thrown for an operation whose cost nobody has written down. */
class UnknownCost extends Error {
  override readonly name = 'UnknownCost';
  readonly code = 'UNKNOWN_COST';
}

export class Meter {
  readonly #known = new Map<string, Known>();

  /** Units of one answered request. `refused`: its condition was not met. Throws {@link UnknownCost}. */
  unitsOf(
    operation: string,
    input: BenchJson,
    output: BenchJson,
    refused: boolean,
  ): { read: number; write: number } {
    const key = (input.Key ?? input.Item) as BenchItem;
    if (refused) {
      const { bytes } = this.#known.get(nameOf(key)) ?? nothing;
      return { read: 0, write: writeUnits({ oldBytes: bytes, newBytes: bytes, index: 'none' }) };
    }
    if (operation === 'PutItem') return { read: 0, write: this.#written(key, key) };
    if (operation === 'UpdateItem')
      return { read: 0, write: this.#written(key, output.Attributes as BenchItem) };
    return { read: this.#read(operation, input, output), write: 0 };
  }

  #written(key: BenchItem, item: BenchItem): number {
    const before = this.#known.get(nameOf(key)) ?? nothing;
    const entry =
      item.sweepShard?.S && item.sweepAt?.N ? `${item.sweepShard.S}/${item.sweepAt.N}` : undefined;
    const after = { bytes: itemBytes(item), entry };
    this.#known.set(nameOf(key), after);
    const index = indexChange(before.entry, after.entry);
    return writeUnits({ oldBytes: before.bytes, newBytes: after.bytes, index });
  }

  #read(operation: string, input: BenchJson, output: BenchJson): number {
    const sizes = (items: unknown) => ((items ?? []) as BenchItem[]).map(itemBytes);
    const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
    if (operation === 'GetItem') {
      return readUnits(output.Item ? itemBytes(output.Item as BenchItem) : 0, input.ConsistentRead === true);
    }
    // A page's items are summed before they are rounded, those of a batch each by itself.
    if (operation === 'Query') return readUnits(sum(sizes(output.Items)), input.ConsistentRead === true);
    if (operation !== 'BatchGetItem')
      throw new UnknownCost(`The bench does not know what ${operation} costs.`);
    const responses = (output.Responses ?? {}) as Record<string, BenchItem[]>;
    const tables = Object.entries(input.RequestItems as Record<string, BenchJson>);
    return sum(
      tables.map(([table, asked]) => {
        if (!Array.isArray(asked.Keys)) throw new UnknownCost('A BatchGetItem names no keys.');
        const found = sizes(responses[table]);
        const consistent = asked.ConsistentRead === true;
        const missing = asked.Keys.length - found.length;
        return sum(found.map((bytes) => readUnits(bytes, consistent))) + missing * readUnits(0, consistent);
      }),
    );
  }
}
