/** Imports one file: rows become facts, customer by customer, many customers side by side. Nothing is sent. */
import type { StoreEvent } from '../../../shared/core/events/event.ts';
import { withGuestId } from '../../../shared/service/intake/guests.ts';
import { ingest } from '../../../shared/service/intake/ingest.ts';
import type { IngestPorts } from '../../../shared/service/intake/ingest-ports.ts';
import { joinGuests } from '../../../shared/service/intake/mailbox.ts';
import type { Engine } from '../../../shared/service/saving/engine.ts';
import type { ColumnMap } from './column-map.ts';
import { detailsOf } from './file-details.ts';
import { FileSurvey } from './file-survey.ts';
import { type LeftOut, LeftOutLines } from './left-out-lines.ts';
import { oddIn } from './odd-row.ts';
import { rowsOf } from './read-rows.ts';
import type { RowOptions } from './row-detail.ts';
import { eventsOf, type ImportKind } from './row-events.ts';
import type { SaidEncoding } from './text-encoding.ts';

export interface ImportOptions extends RowOptions {
  readonly kind: ImportKind;
  readonly map: ColumnMap;
  /** Of a file whose bytes do not tell it. */
  readonly encoding?: SaidEncoding | undefined;
  /** Lines up to this one are done already. */
  readonly after: number;
  readonly dryRun: boolean;
  /** Told after each group of rows: all lines up to this one are done, and up to `taken` none was left out. */
  readonly done: (line: number, taken: number) => void;
}

export interface Imported {
  readonly rows: number;
  readonly events: number;
  readonly customers: number;
  readonly bad: readonly LeftOut[];
  /** Lines that were taken, but not in whole. */
  readonly odd: readonly LeftOut[];
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
  const rowsIn = await rowsOf(file, options.encoding);
  const survey = await FileSurvey.of(rowsIn, options.map);
  const leftOut = new LeftOutLines();
  const odd: LeftOut[] = [];
  const customers = new Set<string>();
  let rows = 0;
  let events = 0;
  let group: Work[] = [];
  const flush = async () => {
    const last = group.at(-1);
    if (!last) return;
    const told = group.flatMap((work) => work.events);
    const hers = byCustomer(await Promise.all(told.map((event) => withGuestId(engine, event))));
    if (!options.dryRun) await applyAll(engine, hers);
    for (const id of hers.keys()) customers.add(id);
    events += told.length;
    group = [];
    options.done(last.until, Math.min(last.until, leftOut.first - 1));
  };
  for await (const of of detailsOf(rowsIn(), { ...options, survey, leftOut })) {
    rows += 1;
    const told = leftOut.unlessBad(of.line, () =>
      eventsOf(options.kind, of.detail, engine.world.clock.now()),
    );
    if (told) {
      group.push({ until: of.until, events: told });
      odd.push(...oddIn(told).map((because) => ({ line: of.line, because })));
    }
    if (group.length >= group_rows) await flush();
  }
  await flush();
  return { rows, events, customers: customers.size, bad: leftOut.inOrder(), odd };
}

function byCustomer(events: readonly StoreEvent[]): Map<string, StoreEvent[]> {
  const hers = new Map<string, StoreEvent[]>();
  for (const event of events) {
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
    await Promise.all(
      some.map(async ([customer, events]) => {
        await joinGuests(engine, customer, events);
        await ingest(engine, customer, events);
      }),
    );
  }
}
