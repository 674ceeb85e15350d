/** What the wire brings, made fit to keep: no nulls, no half characters, no depth without end. */

/** Deep enough for any payload of a storefront; deeper data is cut off rather than walked. */
const maxDepth = 16;

/** A copy without nulls, and with half characters (lone surrogates, which no database takes) mended. */
export function withoutNulls(value: unknown, depth = 0): unknown {
  if (depth > maxDepth) return undefined;
  if (Array.isArray(value)) return value.filter((v) => v !== null).map((v) => withoutNulls(v, depth + 1));
  if (typeof value === 'string') return value.toWellFormed();
  if (typeof value !== 'object' || value === null) return value;
  const kept: Record<string, unknown> = {};
  for (const [key, entry] of Object.entries(value)) {
    if (entry !== null && entry !== undefined && key !== '__proto__')
      kept[key] = withoutNulls(entry, depth + 1);
  }
  return kept;
}
