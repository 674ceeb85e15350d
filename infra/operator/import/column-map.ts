/** Which column of a shop's export holds which field of the wire shape. */
import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { ImportRefused } from './import-refusal.ts';

/** By field, such as `order.total`: a column's name, or one value for every row. */
export type ColumnMap = Readonly<Record<string, string | { readonly value: string }>>;

const mapSchema = z.record(
  z
    .string()
    .check(z.regex(/^[a-z][A-Za-z0-9]*(\.[A-Za-z0-9_-]+)*$/, 'a field is a path such as order.total')),
  z.union([z.string(), z.strictObject({ value: z.string() })]),
);

/** Throws {@link ImportRefused}. */
export function readColumnMap(file: string | undefined): ColumnMap {
  if (file === undefined) return {};
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new ImportRefused(
      `${file} cannot be read as JSON: give an object such as {"customer.id": "Customer ID"}.`,
      {
        cause,
      },
    );
  }
  const result = mapSchema.safeParse(data);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new ImportRefused(
    `${file}: "${issue?.path.map(String).join('.')}" is a column's name, or { "value": "…" } for every row.`,
  );
}

/** The row's fields by path: mapped columns under their field, other columns whose name is a path under that. */
export function columnFields(
  cells: Readonly<Record<string, unknown>>,
  map: ColumnMap,
): ReadonlyMap<string, unknown> {
  const fields = new Map<string, unknown>();
  const taken = new Set<string>();
  for (const [field, from] of Object.entries(map)) {
    if (typeof from !== 'string') fields.set(field, from.value);
    else {
      taken.add(from);
      if (cells[from] !== undefined) fields.set(field, cells[from]);
    }
  }
  for (const [name, value] of Object.entries(cells)) {
    if (!taken.has(name) && !fields.has(name)) fields.set(name, value);
  }
  return fields;
}
