/** An event's detail, checked part by part: of some twenty parts it may have it has one or two, and only theirs are made. */
import type * as z from 'zod/mini';
import { type PartName, partSchemas } from './event-schema-parts.ts';
import type { namelessSchema } from './event-schema-whole.ts';

type Whole = z.infer<ReturnType<typeof namelessSchema>>;
type Issue = Pick<z.core.$ZodIssue, 'code' | 'path'>;

/** The detail as its schemas give it back, or all that is wrong with it. */
export function readParts(
  about: z.ZodMiniType<object>,
  detail: unknown,
): { readonly detail: Whole } | { readonly issues: readonly Issue[] } {
  const result = about.safeParse(detail);
  const issues: Issue[] = result.success ? [] : [...result.error.issues];
  const read: Record<string, unknown> = { ...result.data };
  for (const name of partsOf(detail)) {
    const part = partSchemas[name]().safeParse((detail as Whole)[name]);
    if (part.success) read[name] = part.data;
    else issues.push(...part.error.issues.map(({ code, path }) => ({ code, path: [name, ...path] })));
  }
  return issues.length > 0 ? { issues } : { detail: read as Whole };
}

/** Those that are there and not null. */
const partsOf = (detail: unknown): PartName[] =>
  typeof detail === 'object' && detail !== null
    ? (Object.keys(partSchemas) as PartName[]).filter((name) => ((detail as Whole)[name] ?? null) !== null)
    : [];
