/** The items a request names by their keys. */
import type { Json } from '../http/message.ts';
import type { ItemPlace } from './asked.ts';
import type { Tables } from './tables.ts';

type Named = { readonly TableName?: string; readonly Key?: Json; readonly Item?: Json };

const oneItem = /^(Get|Put|Update|Delete)Item$/;
const writes = /^(Put|Update|Delete|BatchWrite|TransactWrite)Item/;

function named(tables: Tables, table: unknown, { Item, Key }: Named): ItemPlace[] {
  const place = tables.placeOf(table, Item ?? Key);
  return place ? [place] : [];
}

function inBatch(tables: Tables, requests: unknown): ItemPlace[] {
  return Object.entries((requests ?? {}) as Record<string, unknown>).flatMap(([table, asked]) => {
    if (!Array.isArray(asked)) {
      const keys = ((asked as Json).Keys ?? []) as Json[];
      return keys.flatMap((Key) => named(tables, table, { Key }));
    }
    return (asked as Record<string, Named>[]).flatMap((one) =>
      Object.values(one).flatMap((write) => named(tables, table, write)),
    );
  });
}

function inTransaction(tables: Tables, items: unknown): ItemPlace[] {
  const all = Array.isArray(items) ? (items as Record<string, Named>[]) : [];
  return all.flatMap(({ Put, Update, Delete }) => {
    const write = Put ?? Update ?? Delete;
    return write ? named(tables, write.TableName, write) : [];
  });
}

/** Undefined where the request may be about any item. */
export function namedPlaces(operation: string, input: Json, tables: Tables): ItemPlace[] | undefined {
  if (oneItem.test(operation)) return named(tables, input.TableName, input as Named);
  if (/^Batch(Get|Write)Item$/.test(operation)) return inBatch(tables, input.RequestItems);
  return operation === 'TransactWriteItems' ? inTransaction(tables, input.TransactItems) : undefined;
}

/** The items a request writes, if it is done. */
export function writtenPlaces(operation: string, input: Json, tables: Tables): ItemPlace[] {
  return writes.test(operation) ? (namedPlaces(operation, input, tables) ?? []) : [];
}

/** The items of a batch that were not written after all. */
export function unwrittenPlaces(output: Json, tables: Tables): ItemPlace[] {
  return inBatch(tables, output.UnprocessedItems);
}
