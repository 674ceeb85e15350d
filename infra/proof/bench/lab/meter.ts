/** What each request to the tables would cost on DynamoDB: sizes are kept of all that was written. */
import { type IndexChange, itemBytes, readUnits, writeUnits } from '../../../../shared/aws/capacity.ts';
import {
  type BenchItem,
  type BenchJson,
  entriesOf,
  type MeteredTable,
  meteredTable,
  placeOf,
} from './schema.ts';

/** What was written: a customer's record, a touchpoint, the item of an order, or anything else; `index`: entries of any index. */
export type Written = 'record' | 'index' | 'touchpoint' | 'order' | 'other';

export interface Units {
  readonly read: number;
  readonly write: Readonly<Partial<Record<Written, number>>>;
  /** Bytes of each customer record that was written. */
  readonly records_bytes: readonly number[];
}

interface Known {
  readonly bytes: number;
  readonly entries: readonly (string | undefined)[];
}

const nothing: Known = { bytes: 0, entries: [] };
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

function indexChange(before: string | undefined, after: string | undefined): IndexChange {
  if (before === after) return after === undefined ? 'none' : 'same';
  if (before === undefined) return 'added';
  return after === undefined ? 'removed' : 'moved';
}

/** The write of the item itself is left out: units of its entry alone. */
const entryUnits = (index: IndexChange) => writeUnits({ oldBytes: 0, newBytes: 0, index }) - 1;

/** A customer's record lies under her own key, and has a sort key of its own only where other things lie there too. */
function writtenOf(key: BenchItem): Exclude<Written, 'index'> {
  if (key.sk?.S?.startsWith('TOUCH#')) return 'touchpoint';
  if (key.pk?.S?.startsWith('C#') && key.sk?.S?.startsWith('ORDER#')) return 'order';
  const isRecord = key.pk?.S?.startsWith('C#') && (key.sk === undefined || key.sk.S === 'REC');
  return isRecord ? 'record' : 'other';
}

/** Thrown for an operation whose cost nobody has written down. */
class UnknownCost extends Error {
  override readonly name = 'UnknownCost';
  readonly code = 'UNKNOWN_COST';
}

export class Meter {
  readonly #tables = new Map<string, MeteredTable>();
  readonly #known = new Map<string, Map<string, Known>>();

  /** A table that was made. */
  learn(createTable: BenchJson): void {
    const table = meteredTable(createTable);
    this.#tables.set(table.name, table);
    this.#known.set(table.name, new Map());
  }

  /** Bytes of all items, by table. */
  kept_bytes(): Readonly<Record<string, number>> {
    const of = (items: Map<string, Known>) => sum([...items.values()].map(({ bytes }) => bytes));
    return Object.fromEntries([...this.#known].map(([name, items]) => [name, of(items)]));
  }

  /** Units of one answered request. `refused`: its condition was not met. Throws {@link UnknownCost}. */
  unitsOf(operation: string, input: BenchJson, output: BenchJson, refused: boolean): Units {
    const none = { read: 0, write: {}, records_bytes: [] };
    const key = (input.Key ?? input.Item) as BenchItem;
    if (refused) {
      const { bytes } = this.#of(input, key);
      const units = writeUnits({ oldBytes: bytes, newBytes: bytes, index: 'none' });
      return { ...none, write: { [writtenOf(key)]: units } };
    }
    switch (operation) {
      case 'PutItem':
        return { ...none, ...this.#written(input, key, key) };
      case 'UpdateItem':
        return { ...none, ...this.#written(input, key, output.Attributes as BenchItem) };
      case 'DeleteItem':
        return { ...none, ...this.#written(input, key, undefined) };
      default:
        return { ...none, read: this.#read(operation, input, output) };
    }
  }

  #table(name: unknown): MeteredTable {
    const table = this.#tables.get(String(name));
    if (!table) throw new UnknownCost(`The bench knows no table ${name}.`);
    return table;
  }

  #of({ TableName }: BenchJson, key: BenchItem): Known {
    const table = this.#table(TableName);
    return this.#known.get(table.name)?.get(placeOf(table, key)) ?? nothing;
  }

  #written(
    input: BenchJson,
    key: BenchItem,
    item: BenchItem | undefined,
  ): Pick<Units, 'write' | 'records_bytes'> {
    const table = this.#table(input.TableName);
    const before = this.#of(input, key);
    const after = item ? { bytes: itemBytes(item), entries: entriesOf(table, item) } : nothing;
    const items = this.#known.get(table.name);
    if (item) items?.set(placeOf(table, key), after);
    else items?.delete(placeOf(table, key));
    const changes = table.indexes.map((_, nth) => indexChange(before.entries[nth], after.entries[nth]));
    const what = writtenOf(key);
    const units = writeUnits({ oldBytes: before.bytes, newBytes: after.bytes, index: 'none' });
    return {
      write: { [what]: units, index: sum(changes.map(entryUnits)) },
      records_bytes: what === 'record' ? [after.bytes] : [],
    };
  }

  #read(operation: string, input: BenchJson, output: BenchJson): number {
    const sizes = (items: unknown) => ((items ?? []) as BenchItem[]).map(itemBytes);
    switch (operation) {
      case 'GetItem':
        return readUnits(
          output.Item ? itemBytes(output.Item as BenchItem) : 0,
          input.ConsistentRead === true,
        );
      // A page's items are summed before they are rounded, those of a batch each by itself.
      case 'Query':
        return readUnits(sum(sizes(output.Items)), input.ConsistentRead === true);
      // What is filtered out or left out costs too: the database says how much it went through.
      case 'Scan':
        return (output.ConsumedCapacity as { CapacityUnits: number }).CapacityUnits;
      case 'BatchGetItem':
        return sum(Object.entries(input.RequestItems as object).map((one) => this.#batch(one, output)));
      default:
        throw new UnknownCost(`The bench does not know what ${operation} costs.`);
    }
  }

  #batch([name, asked]: [string, BenchJson], output: BenchJson): number {
    const found = ((output.Responses ?? {}) as Record<string, BenchItem[]>)[name] ?? [];
    const consistent = asked.ConsistentRead === true;
    const missing = (asked.Keys as unknown[]).length - found.length;
    const units = found.map((item) => readUnits(itemBytes(item), consistent));
    return sum(units) + missing * readUnits(0, consistent);
  }
}
