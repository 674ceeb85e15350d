/** The rows of a file, one by one, each with the number of its line: CSV with a header, or one JSON object a line. */
import { existsSync } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { BadRow, ImportRefused } from './import-refusal.ts';
import { decoderFor, fileText, type SaidEncoding } from './text-encoding.ts';

/** `cells` by column name for CSV; by path for NDJSON, lists as they are. */
export interface Row {
  readonly line: number;
  readonly cells: Readonly<Record<string, unknown>>;
}

export interface UnreadableRow {
  readonly line: number;
  readonly bad: BadRow;
}

const longestLine_bytes = 256 * 1024;

export type Rows = () => AsyncIterable<Row | UnreadableRow>;

/**
 * The file's rows, as often as they are asked for.
 *
 * @throws {@link ImportRefused}
 */
export async function rowsOf(file: string, encoding: SaidEncoding | undefined): Promise<Rows> {
  if (!existsSync(file)) throw new ImportRefused(`${file} is not there: give a file that can be read.`);
  const rowsIn = /\.csv$/i.test(file) ? csvRows : /\.(ndjson|jsonl)$/i.test(file) ? jsonRows : undefined;
  if (!rowsIn) {
    throw new ImportRefused(`${file}: give a .csv file with a header, or .ndjson with one object a line.`);
  }
  const decoder = await decoderFor(file, encoding);
  return () => rowsIn(fileText(file, decoder));
}

async function* csvRows(text: AsyncIterable<string>): AsyncIterable<Row | UnreadableRow> {
  const skipped: UnreadableRow[] = [];
  const parser = pipeline(
    Readable.from(text),
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
    // What goes wrong comes out of the parser, which is read to its end below.
    () => undefined,
  );
  for await (const { info, record } of parser as AsyncIterable<{
    info: { lines: number };
    record: Record<string, string>;
  }>) {
    // The parser is some rows ahead of who reads it.
    while (skipped[0] && skipped[0].line < info.lines) yield* skipped.splice(0, 1);
    const cells = Object.fromEntries(Object.entries(record).filter(([, value]) => value !== ''));
    yield { line: info.lines, cells };
  }
  yield* skipped;
}

async function* jsonRows(text: AsyncIterable<string>): AsyncIterable<Row | UnreadableRow> {
  let line = 0;
  for await (const raw of linesOf(text)) {
    line += 1;
    const json = raw.replace(/^\uFEFF/, '').trim();
    if (json !== '') yield readJson(json, line);
  }
}

async function* linesOf(text: AsyncIterable<string>): AsyncIterable<string> {
  let begun = '';
  for await (const piece of text) {
    const lines = (begun + piece).split('\n');
    begun = lines.pop() ?? '';
    yield* lines;
  }
  yield begun;
}

function readJson(text: string, line: number): Row | UnreadableRow {
  try {
    const given: unknown = JSON.parse(text);
    if (isObject(given)) return { line, cells: Object.fromEntries(byPath(given)) };
  } catch {
    // Falls through to the one answer.
  }
  return { line, bad: new BadRow('is not a JSON object') };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `{"order":{"total":54}}` is the column `order.total`; an object whose keys are no part of a path stays whole. */
function* byPath(given: Record<string, unknown>, under = ''): Iterable<[string, unknown]> {
  for (const [key, value] of Object.entries(given)) {
    const isPath = isObject(value) && Object.keys(value).length > 0 && !Object.keys(value).some(hasDot);
    if (isPath) yield* byPath(value, `${under}${key}.`);
    else yield [`${under}${key}`, value];
  }
}

const hasDot = (key: string): boolean => key.includes('.') || key === '';
