/** The details of a file's rows one by one; of orders, those of each order's rows together. */
import { type ColumnMap, columnFields, isBlank, type RowFields } from './column-map.ts';
import type { FileSurvey } from './file-survey.ts';
import { BadRow } from './import-refusal.ts';
import type { LeftOutLines } from './left-out-lines.ts';
import { type OfRows, OrderRows } from './order-rows.ts';
import type { Row, UnreadableRow } from './read-rows.ts';
import { detailOf, type RowOptions } from './row-detail.ts';
import type { ImportKind } from './row-events.ts';

export interface Details extends RowOptions {
  readonly kind: ImportKind;
  readonly map: ColumnMap;
  readonly after: number;
  readonly survey: FileSurvey;
  readonly leftOut: LeftOutLines;
}

/** What is told at once: the rows of one order, or one row. */
export interface ToldRows extends OfRows {
  readonly detail: Record<string, unknown>;
}

type AnyRow = Row | UnreadableRow;

export async function* detailsOf(rows: AsyncIterable<AnyRow>, options: Details): AsyncIterable<ToldRows> {
  const orders = options.kind === 'orders' ? new OrderRows(options.survey.hasLines) : undefined;
  for await (const row of rows) {
    if (row.line <= options.after) continue;
    const done = orders ? orderRow(row, orders, options) : plainRow(row, options);
    if (isComplete(done, options.leftOut)) yield done;
  }
  const rest = orders?.rest();
  if (isComplete(rest, options.leftOut)) yield rest;
}

function isComplete(done: OfRows | undefined, leftOut: LeftOutLines): done is ToldRows {
  if (!done?.detail) return false;
  if (done.waitsFor === undefined) return true;
  leftOut.add(
    done.line,
    `waits for line ${done.waitsFor}, which is left out and is of the same order or may be`,
  );
  return false;
}

function plainRow(row: AnyRow, { leftOut, ...options }: Details): OfRows | undefined {
  const detail = leftOut.unlessBad(row.line, () => checkedDetail(fieldsOf(row, options), options));
  return detail && { line: row.line, until: row.line, detail };
}

function orderRow(row: AnyRow, orders: OrderRows, { leftOut, ...options }: Details): OfRows | undefined {
  let fields: RowFields | undefined;
  const read = leftOut.unlessBad(row.line, () => {
    fields = fieldsOf(row, options);
    const carried = orders.carried(fields);
    if (isBlank(carried.get('order.id'))) throw new BadRow('order.id is missing');
    return { carried, detail: checkedDetail(carried, options) };
  });
  return read ? orders.next(row, read.detail, read.carried) : orders.unreadable(row.line, fields);
}

function fieldsOf(row: AnyRow, { map }: Pick<Details, 'map'>): RowFields {
  if ('bad' in row) throw row.bad;
  return columnFields(row.cells, map);
}

function checkedDetail(fields: RowFields, options: RowOptions & Pick<Details, 'survey'>) {
  options.survey.check(fields);
  return detailOf(fields, options);
}
