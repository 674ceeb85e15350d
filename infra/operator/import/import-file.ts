/** Imports one file: rows become facts, customer by customer, many customers side by side. Nothing is sent. */
import type { StoreEvent } from '../../../shared/core/events/event.ts';
import { ingest } from '../../../shared/service/intake/ingest.ts';
import type { IngestPorts } from '../../../shared/service/intake/ingest-ports.ts';
import type { Engine } from '../../../shared/service/saving/engine.ts';
import { type ColumnMap, columnFields } from './column-map.ts';
import { BadRow } from './import-refusal.ts';
import { type OfRows, OrderRows } from './order-rows.ts';
import { type Row, readRows, type UnreadableRow } from './read-rows.ts';
import { detailOf, type RowOptions } from './row-detail.ts';
import { eventsOf, type ImportKind } from './row-events.ts';

export interface ImportOptions extends RowOptions {
  readonly kind: ImportKind;
  readonly map: ColumnMap;
  /** Lines up to this one are done already. */
  readonly after: number;
  readonly dryRun: boolean;
  /** Told after each group of rows: all lines up to this one are done. */
  readonly done: (line: number) => void;
}

export interface Imported {
  readonly rows: number;
  readonly events: number;
  readonly customers: number;
  readonly bad: readonly { readonly line: number; readonly because: string }[];
}

/** So many rows are read, then sorted by customer and applied; a customer's rows of one group are one save. */
const group_rows = 500;
const together = 10;

interface Work {
  readonly until: number;
  readonly events: readonly StoreEvent[];
}

/** @throws what the store refuses: then all lines that were told as done are, and the rest is not */
export async function importFile(
  engine: Engine<IngestPorts>,
  file: string,
  options: ImportOptions,
): Promise<Imported> {
  const bad: { line: number; because: string }[] = [];
  const customers = new Set<string>();
  let rows = 0;
  let events = 0;
  let group: Work[] = [];
  const flush = async () => {
    const last = group.at(-1);
    if (!last) return;
    const hers = byCustomer(group);
    if (!options.dryRun) await applyAll(engine, hers);
    for (const id of hers.keys()) customers.add(id);
    events += group.reduce((sum, work) => sum + work.events.length, 0);
    group = [];
    options.done(last.until);
  };
  for await (const of of detailsOf(file, options, bad)) {
    rows += 1;
    try {
      group.push({ until: of.until, events: eventsOf(options.kind, of.detail, engine.world.clock.now()) });
    } catch (error) {
      if (!(error instanceof BadRow)) throw error;
      bad.push({ line: of.line, because: error.message });
    }
    if (group.length >= group_rows) await flush();
  }
  await flush();
  return { rows, events, customers: customers.size, bad };
}

async function* detailsOf(
  file: string,
  options: ImportOptions,
  bad: { line: number; because: string }[],
): AsyncIterable<OfRows> {
  const orders = new OrderRows();
  for await (const row of readRows(file)) {
    if (row.line <= options.after) continue;
    const detail = readable(row, options, bad);
    if (!detail) continue;
    if (options.kind === 'orders') {
      const complete = orders.next(row, detail);
      if (complete) yield complete;
    } else yield { line: row.line, until: row.line, detail };
  }
  const rest = orders.rest();
  if (rest) yield rest;
}

function readable(
  row: Row | UnreadableRow,
  options: ImportOptions,
  bad: { line: number; because: string }[],
) {
  try {
    if ('bad' in row) throw row.bad;
    return detailOf(columnFields(row.cells, options.map), options);
  } catch (error) {
    if (!(error instanceof BadRow)) throw error;
    bad.push({ line: row.line, because: error.message });
    return undefined;
  }
}

function byCustomer(group: readonly Work[]): Map<string, StoreEvent[]> {
  const hers = new Map<string, StoreEvent[]>();
  for (const event of group.flatMap((work) => work.events)) {
    const { id } = event.detail.customer;
    hers.set(id, [...(hers.get(id) ?? []), event]);
  }
  return hers;
}

async function applyAll(
  engine: Engine<IngestPorts>,
  hers: ReadonlyMap<string, readonly StoreEvent[]>,
): Promise<void> {
  const all = [...hers];
  for (let start = 0; start < all.length; start += together) {
    const some = all.slice(start, start + together);
    await Promise.all(some.map(([customer, events]) => ingest(engine, customer, events)));
  }
}
