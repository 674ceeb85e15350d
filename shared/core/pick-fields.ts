/** Copies only the named paths of nested data; a path through a list picks the field of each entry. */
export function pickFields(
  data: Readonly<Record<string, unknown>>,
  paths: readonly string[],
): Record<string, unknown> {
  const tree = fieldTree(paths);
  return (prune(data, tree) as Record<string, unknown> | undefined) ?? {};
}

interface FieldTree {
  readonly [key: string]: FieldTree;
}

/** A path that ends at a branch takes the whole of what lies below. */
function fieldTree(paths: readonly string[]): FieldTree {
  const root: Record<string, FieldTree> = {};
  for (const path of paths) {
    let node = root as Record<string, FieldTree>;
    for (const key of path.split('.')) {
      node[key] ??= {};
      node = node[key] as Record<string, FieldTree>;
    }
  }
  return root;
}

function prune(value: unknown, tree: FieldTree): unknown {
  const keys = Object.keys(tree);
  if (keys.length === 0) return value;
  if (Array.isArray(value)) return value.map((entry) => prune(entry, tree));
  if (typeof value !== 'object' || value === null) return undefined;
  const kept: Record<string, unknown> = {};
  for (const key of keys) {
    if (!Object.hasOwn(value, key)) continue;
    const below = prune((value as Record<string, unknown>)[key], tree[key] ?? {});
    if (below !== undefined) kept[key] = below;
  }
  return kept;
}
