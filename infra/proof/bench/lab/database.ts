/** A database in this thread with the product's tables; every request goes through the meter. */
import type { Database } from '../../../laptop/table/database.ts';
import { dynaliteWithin } from '../../../laptop/table/dynalite-within.ts';
import { createProductTables } from '../../../laptop/table/product-tables.ts';
import type { StackNames } from '../../../stack/names.ts';
import { Meter } from './meter.ts';
import type { Notebook } from './notebook.ts';
import type { BenchJson } from './schema.ts';

export interface BenchReply {
  readonly status: number;
  readonly body: string;
}

export interface BenchDatabase {
  answer(operation: string, body: string): Promise<BenchReply>;
  /** Bytes of all items, by table. */
  kept_bytes(): Readonly<Record<string, number>>;
}

/** What is asked for besides, to know what a request cost: the item an update made, the pages a scan went through. */
const askedFor: Readonly<Record<string, object>> = {
  UpdateItem: { ReturnValues: 'ALL_NEW' },
  Scan: { ReturnConsumedCapacity: 'TOTAL' },
};

/** An empty database. */
export async function startBenchDatabase(notebook: Notebook, names: StackNames): Promise<BenchDatabase> {
  const backend = dynaliteWithin();
  const meter = new Meter();
  await createProductTables(makingOnly(backend, meter), names);
  return {
    kept_bytes: () => meter.kept_bytes(),
    async answer(operation, body) {
      const input = JSON.parse(body) as BenchJson;
      const { status, output } = await backend.ask(operation, { ...input, ...askedFor[operation] });
      const refused = status === 400 && String(output.__type).endsWith('ConditionalCheckFailedException');
      if (status !== 200 && !refused) return { status, body: JSON.stringify(output) };
      notebook.capacity(meter.unitsOf(operation, input, output, refused), input);
      const isUnasked = operation === 'UpdateItem' && !refused && input.ReturnValues === undefined;
      return { status, body: JSON.stringify(isUnasked ? withoutAttributes(output) : output) };
    },
  };
}

/** Whoever asked for the item afterwards gets it. */
const withoutAttributes = ({ Attributes: _, ...output }: BenchJson) => output;

/** The tables are made by the embedded cloud's own description, and the meter learns them as they are made. */
function makingOnly(backend: ReturnType<typeof dynaliteWithin>, meter: Meter): Pick<Database, 'call'> {
  return {
    async call(operation, body) {
      const input = JSON.parse(String(body)) as BenchJson;
      // dynalite knows no time to live; nothing grows old in the lab but by its own clock.
      if (operation !== 'CreateTable') return { status: 200, body: Buffer.from('{}') };
      const { status, output } = await backend.ask(operation, input);
      meter.learn(input);
      return { status, body: Buffer.from(JSON.stringify(output)) };
    },
  };
}
