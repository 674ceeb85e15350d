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

export type RowFields = ReadonlyMap<string, unknown>;

/** Nothing is said there: a column that is missing, an empty cell, `null`. */
export const isBlank = (value: unknown): boolean => value === undefined || value === null || value === '';

/** The column of that name, or those of the object of that name, each with what its path adds. */
function columnsNamed(cells: Readonly<Record<string, unknown>>, name: string): [string, string][] {
  if (cells[name] !== undefined) return [[name, '']];
  return Object.keys(cells)
    .filter((column) => column.startsWith(`${name}.`))
    .map((column) => [column, column.slice(name.length)]);
}

/** The row's fields by path: mapped columns under their field, other columns whose name is a path under that. */
export function columnFields(cells: Readonly<Record<string, unknown>>, map: ColumnMap): RowFields {
  const fields = new Map<string, unknown>();
  const taken = new Set<string>();
  for (const [field, from] of Object.entries(map)) {
    if (typeof from !== 'string') fields.set(field, from.value);
    else {
      for (const [name, behind] of columnsNamed(cells, from)) {
        taken.add(name);
        fields.set(`${field}${behind}`, cells[name]);
      }
    }
  }
  for (const [name, value] of Object.entries(cells)) {
    if (!taken.has(name) && !fields.has(name)) fields.set(name, value);
  }
  const code = fields.get(currencyField);
  if (typeof code === 'string') fields.set(currencyField, code.trim().toUpperCase());
  return fields;
}

/** Shops write its codes in either case; one order's rows may have both. */
const currencyField = 'order.currency';
