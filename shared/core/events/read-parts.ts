/** An event's detail, checked part by part: of some twenty parts it may have it has one or two, and only theirs are made. */
import type * as z from 'zod/mini';
import { type PartName, partSchemas } from './event-schema-parts.ts';
import type { namelessSchema } from './event-schema-whole.ts';
import { type Issue, type Leniency, type Read, readLeniently } from './read-leniently.ts';

type Whole = z.infer<ReturnType<typeof namelessSchema>>;

/** Who it is about is no field that may be missing. */
const ofCustomer: Leniency = { needed: ['customer.id'] };

/**
 * Half of these says something else than the whole: a grant without its topics is one of everything, a sale without its
 * segments is everybody's, and a test order that is not told from others is thanked for.
 */
const ofPart: Partial<Readonly<Record<PartName, Leniency>>> = {
  consent: { whole: true },
  wishes: { whole: true },
  sale: { whole: true },
  merge: { whole: true },
  click: { whole: true },
  order: { needed: ['isTest'] },
};

/**
 * The detail as its schemas give it back, without the optional fields that are not what they ask for; or what is wrong
 * with those that it cannot be without.
 *
 * @param meant the parts that it changes something by: what it only carries is lost alone, and as a whole where half of it
 * would say something else
 */
export function readParts(
  about: z.ZodMiniType<object>,
  detail: unknown,
  meant: readonly PartName[],
): Read<Whole> {
  const result = readLeniently(about, detail, ofCustomer);
  const issues: Issue[] = 'issues' in result ? [...result.issues] : [];
  const unread = 'issues' in result ? [] : [...result.unread];
  const read: Record<string, unknown> = 'issues' in result ? {} : { ...result.data };
  for (const name of partsOf(detail)) {
    const leniency = ofPart[name] ?? {};
    const part = readLeniently<unknown>(partSchemas[name](), (detail as Whole)[name], leniency);
    if (!('issues' in part)) {
      read[name] = part.data;
      unread.push(...part.unread.map((field) => `${name}.${field}`));
    } else if (meant.includes(name) || part.issues.some(isNeededIn(leniency))) {
      issues.push(...part.issues.map(({ code, path }) => ({ code, path: [name, ...path] })));
    } else {
      delete read[name];
      unread.push(name);
    }
  }
  return issues.length > 0 ? { issues } : { data: read as Whole, unread };
}

const isNeededIn =
  ({ needed = [] }: Leniency) =>
  ({ path }: Issue) =>
    needed.includes(path.map(String).join('.'));

/** Those that are there and not null. */
const partsOf = (detail: unknown): PartName[] =>
  typeof detail === 'object' && detail !== null
    ? (Object.keys(partSchemas) as PartName[]).filter((name) => ((detail as Whole)[name] ?? null) !== null)
    : [];
