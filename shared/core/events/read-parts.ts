/** An event's detail, checked part by part: of some twenty parts it may have it has one or two, and only theirs are made. */
import type * as z from 'zod/mini';
import type { Demands } from './event-demands.ts';
import { type PartName, partSchemas } from './event-schema-parts.ts';
import type { namelessSchema } from './event-schema-whole.ts';
import { type Issue, type Leniency, type Read, readLeniently } from './read-leniently.ts';

type Whole = z.infer<ReturnType<typeof namelessSchema>>;

/**
 * Half of these says something else than the whole: a grant without its topics is one of everything, a sale without its
 * segments is everybody's.
 */
const readWhole: readonly PartName[] = ['consent', 'wishes', 'sale', 'merge', 'click'];

/**
 * The detail as its schemas give it back, without the optional fields that are not what they ask for; or what is wrong
 * with those that it cannot be without.
 *
 * @param demands what it only carries beside their parts is lost alone, and as a whole where half of it would say something else
 */
export function readParts(
  about: z.ZodMiniType<object>,
  detail: unknown,
  { parts, fields }: Demands,
): Read<Whole> {
  const result = readLeniently(about, detail, { needed: fields });
  const issues: Issue[] = 'issues' in result ? [...result.issues] : [];
  const unread = 'issues' in result ? [] : [...result.unread];
  const read: Record<string, unknown> = 'issues' in result ? {} : { ...result.data };
  for (const name of partsOf(detail)) {
    const leniency = { whole: readWhole.includes(name), needed: within(name, fields) };
    const part = readLeniently<unknown>(partSchemas[name](), (detail as Whole)[name], leniency);
    if (!('issues' in part)) {
      read[name] = part.data;
      unread.push(...part.unread.map((field) => `${name}.${field}`));
    } else if (parts.includes(name) || part.issues.some(isNeededIn(leniency))) {
      issues.push(...part.issues.map(({ code, path }) => ({ code, path: [name, ...path] })));
    } else {
      delete read[name];
      unread.push(name);
    }
  }
  return issues.length > 0 ? { issues } : { data: read as Whole, unread };
}

/** Of the fields of a part the names within it. */
const within = (part: PartName, fields: readonly string[]): string[] =>
  fields.flatMap((field) => (field.startsWith(`${part}.`) ? field.slice(part.length + 1) : []));

const isNeededIn =
  ({ needed = [] }: Leniency) =>
  ({ path }: Issue) =>
    needed.includes(path.map(String).join('.'));

/** Those that are there and not null. */
const partsOf = (detail: unknown): PartName[] =>
  typeof detail === 'object' && detail !== null
    ? (Object.keys(partSchemas) as PartName[]).filter((name) => ((detail as Whole)[name] ?? null) !== null)
    : [];
