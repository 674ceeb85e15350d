/** The rows of a file, one by one, each with the number of its line: CSV with a header, or one JSON object a line. */
import { createReadStream, existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { parse } from 'csv-parse';
import { BadRow, ImportRefused } from './import-refusal.ts';

/** `cells` by column name for CSV; the object itself for NDJSON. */
export interface Row {
  readonly line: number;
  readonly cells: Readonly<Record<string, unknown>>;
}

export interface UnreadableRow {
  readonly line: number;
  readonly bad: BadRow;
}

const longestLine_bytes = 256 * 1024;

export function readRows(file: string): AsyncIterable<Row | UnreadableRow> {
  if (!existsSync(file)) throw new ImportRefused(`${file} is not there: give a file that can be read.`);
  if (/\.csv$/i.test(file)) return csvRows(file);
  if (/\.(ndjson|jsonl)$/i.test(file)) return jsonRows(file);
  throw new ImportRefused(`${file}: give a .csv file with a header, or .ndjson with one object a line.`);
}

async function* csvRows(file: string): AsyncIterable<Row | UnreadableRow> {
  const skipped: UnreadableRow[] = [];
  const parser = createReadStream(file).pipe(
    parse({
      bom: true,
      columns: true,
      info: true,
      skip_empty_lines: true,
      trim: true,
      max_record_size: longestLine_bytes,
      skip_records_with_error: true,
      on_skip: (error) => {
        skipped.push({ line: Number(error?.lines ?? 0), bad: new BadRow(`is not CSV (${error?.code})`) });
        return undefined;
      },
    }),
  );
  for await (const { info, record } of parser as AsyncIterable<{
    info: { lines: number };
    record: Record<string, string>;
  }>) {
    yield* skipped.splice(0);
    const cells = Object.fromEntries(Object.entries(record).filter(([, value]) => value !== ''));
    yield { line: info.lines, cells };
  }
  yield* skipped;
}

async function* jsonRows(file: string): AsyncIterable<Row | UnreadableRow> {
  await using opened = await open(file);
  let line = 0;
  for await (const raw of opened.readLines()) {
    line += 1;
    const text = raw.replace(/^\uFEFF/, '').trim();
    if (text === '') continue;
    yield readJson(text, line);
  }
}

function readJson(text: string, line: number): Row | UnreadableRow {
  try {
    const cells: unknown = JSON.parse(text);
    if (typeof cells === 'object' && cells !== null && !Array.isArray(cells)) {
      return { line, cells: cells as Record<string, unknown> };
    }
  } catch {
    // Falls through to the one answer.
  }
  return { line, bad: new BadRow('is not a JSON object') };
}
