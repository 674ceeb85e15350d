/** Reads a file of PutEvents entries, one JSON object a line. A bad line is told of and left out; the rest plays. */
import { open } from 'node:fs/promises';
import { Temporal } from 'temporal-polyfill';
import * as z from 'zod/mini';
import { type BusEntry, inOrder } from './bus-entry.ts';

export interface BadLine {
  /** `file:line` */
  readonly origin: string;
  readonly because: string;
}

/** Thrown when the file itself cannot be read. */
export class EventsFileUnreadable extends Error {
  override readonly name = 'EventsFileUnreadable';
  readonly code = 'EVENTS_FILE_UNREADABLE';
}

class BadEntry extends Error {
  override readonly name = 'BadEntry';
  readonly code = 'BAD_ENTRY';
}

const filled = (name: string) =>
  z.string({ error: `"${name}" must be a text` }).check(z.minLength(1, `"${name}" must not be empty`));

const entrySchema = z.object(
  {
    Source: filled('Source'),
    DetailType: filled('DetailType'),
    Detail: z.union([z.string(), z.record(z.string(), z.unknown())], {
      error: '"Detail" must be an object, or an object as JSON text',
    }),
    Time: z.optional(
      z.nullable(z.union([z.string(), z.number()], { error: '"Time" must be a text or a number' })),
    ),
    EventBusName: z.optional(filled('EventBusName')),
  },
  { error: 'the line must be a JSON object' },
);

function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BadEntry(`${what} is not JSON`);
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Beyond these a moment is a slip, such as milliseconds given for seconds, and virtual time would walk for ages. */
const earliest = Temporal.Instant.from('1970-01-01T00:00:00Z');
const latest = Temporal.Instant.from('2100-01-01T00:00:00Z');

/** A number is Unix time in seconds, as the AWS CLI writes it. */
function instant(value: unknown, what: string): Temporal.Instant {
  let at: Temporal.Instant;
  try {
    at =
      typeof value === 'number'
        ? Temporal.Instant.fromEpochMilliseconds(Math.round(value * 1000))
        : Temporal.Instant.from(String(value));
  } catch {
    throw new BadEntry(`${what} must be a moment with its offset, such as 2026-11-22T09:30:00+09:00`);
  }
  if (Temporal.Instant.compare(at, earliest) >= 0 && Temporal.Instant.compare(at, latest) < 0) return at;
  throw new BadEntry(`${what} must lie between 1970 and 2100; a number counts seconds since 1970`);
}

function parseEntry(line: string, origin: string): BusEntry {
  const result = entrySchema.safeParse(parseJson(line, 'the line'));
  if (!result.success) throw new BadEntry(result.error.issues.map((issue) => issue.message).join('; '));
  const { Source, DetailType, Detail, Time, EventBusName } = result.data;
  const detail = typeof Detail === 'string' ? parseJson(Detail, '"Detail"') : Detail;
  if (!isObject(detail)) throw new BadEntry('"Detail" must be an object');
  if ((Time ?? undefined) === undefined && detail.occurredAt === undefined)
    throw new BadEntry('give a "Time", or an "occurredAt" in "Detail"');
  const at =
    Time === undefined || Time === null
      ? instant(detail.occurredAt, '"Detail.occurredAt"')
      : instant(Time, '"Time"');
  const id = isObject(detail.customer) ? detail.customer.id : undefined;
  return {
    at,
    source: Source,
    detailType: DetailType,
    detail: typeof Detail === 'string' ? Detail : JSON.stringify(Detail),
    busName: EventBusName,
    customer: typeof id === 'string' && id.isWellFormed() ? id : undefined,
    origin,
  };
}

/** Parses the lines of a file named `file`; entries come back in time order. Blank lines are passed over. */
export async function readLines(
  lines: AsyncIterable<string> | Iterable<string>,
  file: string,
): Promise<{ entries: BusEntry[]; bad: BadLine[] }> {
  const entries: BusEntry[] = [];
  const bad: BadLine[] = [];
  let number = 0;
  for await (const line of lines) {
    number += 1;
    const text = line.replace(/^\uFEFF/, '').trim();
    if (text === '') continue;
    const origin = `${file}:${number}`;
    try {
      entries.push(parseEntry(text, origin));
    } catch (error) {
      if (!(error instanceof BadEntry)) throw error;
      bad.push({ origin, because: error.message });
    }
  }
  return { entries: inOrder(entries), bad };
}

/** {@link readLines} of a file on disk. Throws {@link EventsFileUnreadable}. */
export async function readEventsFile(path: string): Promise<{ entries: BusEntry[]; bad: BadLine[] }> {
  try {
    await using file = await open(path);
    return await readLines(file.readLines(), path);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    throw new EventsFileUnreadable(`${path} cannot be read (${code}): give --events a readable file.`, {
      cause,
    });
  }
}
