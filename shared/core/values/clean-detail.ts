/** What the wire brings, made fit to keep: no nulls, no half characters, no depth without end. */

/** Deep enough for any payload of a storefront; deeper data is cut off rather than walked. */
const maxDepth = 16;

type NamedFields<Shape> = {
  readonly [Name in keyof Shape as string extends Name
    ? never
    : number extends Name
      ? never
      : Name]: WithoutNulls<Exclude<Shape[Name], null>>;
};

/**
 * The type of what stays without nulls. Extra fields of a loose object stay in the data and out of the type, so that a
 * misspelt field does not compile.
 */
export type WithoutNulls<Value> = Value extends readonly (infer Entry)[]
  ? readonly WithoutNulls<Exclude<Entry, null>>[]
  : Value extends object
    ? keyof NamedFields<Value> extends never
      ? Readonly<Value>
      : NamedFields<Value>
    : Value;

/** A copy without nulls, and with half characters (lone surrogates, which no database takes) mended. */
export function withoutNulls<Value>(value: Value): WithoutNulls<Value> {
  return cleaned(value, 0) as WithoutNulls<Value>;
}

function cleaned(value: unknown, depth: number): unknown {
  if (depth > maxDepth) return undefined;
  if (Array.isArray(value)) return value.filter((v) => v !== null).map((v) => cleaned(v, depth + 1));
  if (typeof value === 'string') return value.toWellFormed();
  if (typeof value !== 'object' || value === null) return value;
  const kept: Record<string, unknown> = {};
  for (const [key, entry] of Object.entries(value)) {
    if (entry !== null && entry !== undefined && key !== '__proto__') kept[key] = cleaned(entry, depth + 1);
  }
  return kept;
}
