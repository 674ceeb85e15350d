/** What a request read, as DynamoDB bills it: item by item where they are asked for by key, else by the page. */
import type { Json } from '../http/message.ts';
import type { TableItem } from './asked.ts';
import type { Portion } from './seam.ts';

const items = (value: unknown): TableItem[] => (Array.isArray(value) ? (value as TableItem[]) : []);
const isConsistent = (input: Json) => input.ConsistentRead === true;

function page(input: Json, output: Json): Portion[] {
  return [{ items: items(output.Items), consistent: isConsistent(input) }];
}

function one(input: Json, output: Json): Portion[] {
  const item = output.Item as TableItem | undefined;
  return [{ items: item ? [item] : [], consistent: isConsistent(input) }];
}

function batch({ RequestItems }: Json, output: Json): Portion[] {
  const responses = (output.Responses ?? {}) as Json;
  return Object.entries((RequestItems ?? {}) as Record<string, Json>).flatMap(([table, asked]) => {
    const consistent = isConsistent(asked);
    const found = items(responses[table]).map((item): Portion => ({ items: [item], consistent }));
    const missing = items(asked.Keys).length - found.length;
    return [...found, ...Array.from({ length: missing }, (): Portion => ({ items: [], consistent }))];
  });
}

const readers: Readonly<Record<string, (input: Json, output: Json) => Portion[]>> = {
  GetItem: one,
  BatchGetItem: batch,
  Query: page,
  Scan: page,
};

export function portionsRead(operation: string, input: Json, output: Json): Portion[] {
  return readers[operation]?.(input, output) ?? [];
}
