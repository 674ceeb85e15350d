/** Data that a schema refuses, read as far as it can be: one field that nobody can read costs that field alone. */
import type * as z from 'zod/mini';
import { certainReading } from './certain-reading.ts';

export type Issue = Pick<z.core.$ZodIssue, 'code' | 'path'>;
type Path = readonly PropertyKey[];

/** What a refusal of the schema may cost. */
export interface Leniency {
  /** Nothing is left out: half of it would say something else than the whole. */
  readonly whole?: boolean | undefined;
  /** Fields, by their path, that are read or refuse it all. */
  readonly needed?: readonly string[] | undefined;
}

/** `unread`: the fields that were left out, by their path without places in lists. */
export type Read<Data> =
  | { readonly data: Data; readonly unread: readonly string[] }
  | { readonly issues: readonly Issue[] };

/** Each round reads or leaves out, or leaves out what cannot be without that: no part of an event is as deep. */
const mostRounds = 8;

/**
 * The data with what is certain read as it is meant (`certainReading`), and without the optional fields that are refused. Entries of
 * a list that lack what they cannot be without are left out, too.
 */
export function readLeniently<Data>(
  schema: z.ZodMiniType<Data>,
  given: unknown,
  leniency: Leniency = {},
): Read<Data> {
  let data = given;
  let read = schema.safeParse(data);
  const first: readonly Issue[] = read.error?.issues ?? [];
  const unread = new Set<string>();
  for (let round = 0; !read.success && round < mostRounds; round += 1) {
    const mended = round === 0 ? withReadings(data, read.error.issues) : data;
    if (mended === data) {
      const lost = leaveOut(data, read.error.issues, leniency);
      if (!lost) break;
      data = lost.data;
      for (const field of lost.fields) unread.add(field);
    } else data = mended;
    read = schema.safeParse(data);
  }
  if (read.success) return { data: read.data, unread: [...unread] };
  // What was left out on the way is told by what was wrong with it at first.
  const lacking = read.error.issues.map(
    ({ code, path }) => first.find((issue) => isSamePath(issue.path, path)) ?? { code, path },
  );
  return { issues: lacking };
}

function withReadings(given: unknown, issues: readonly z.core.$ZodIssue[]): unknown {
  let data = given;
  for (const issue of issues) {
    const reading = certainReading(valueAt(given, issue.path), issue);
    if (reading !== undefined) data = changed(data, issue.path, reading);
  }
  return data;
}

/** Undefined where one of them is about what cannot be left out. */
function leaveOut(
  given: unknown,
  issues: readonly Issue[],
  { whole, needed = [] }: Leniency,
): { readonly data: unknown; readonly fields: readonly string[] } | undefined {
  // Of a field that is not there the cost is what cannot be without it.
  const lost = issues.map(({ path }) => (valueAt(given, path) === undefined ? path.slice(0, -1) : path));
  if (whole || lost.some((path) => path.length === 0 || needed.includes(fieldOf(path)))) return undefined;
  const emptied = lost.reduce((data: unknown, path) => changed(data, path, undefined), given);
  const lists = lost.filter((path) => typeof path.at(-1) === 'number').map((path) => path.slice(0, -1));
  const data = lists.reduce((kept: unknown, path) => {
    const entries = valueAt(kept, path);
    return Array.isArray(entries)
      ? changed(
          kept,
          path,
          entries.filter((entry) => entry !== undefined),
        )
      : kept;
  }, emptied);
  return { data, fields: lost.map(fieldOf) };
}

const fieldOf = (path: Path): string =>
  path
    .filter((key) => typeof key !== 'number')
    .map(String)
    .join('.');

const isSamePath = (one: Path, other: Path) =>
  one.length === other.length && one.every((key, nth) => key === other[nth]);

const isHolder = (value: unknown): value is Record<PropertyKey, unknown> =>
  typeof value === 'object' && value !== null;

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>((node, key) => (isHolder(node) ? node[key] : undefined), data);
}

/** A copy with another value at the path; what is not on the way is shared. */
function changed(node: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  if (!isHolder(node)) return node;
  const next = changed(node[key], rest, value);
  if (Array.isArray(node)) return node.map((entry, nth) => (nth === key ? next : entry));
  return { ...node, [key]: next };
}
