/** Fields of an event, nested as on the wire. */
export type Fields = Readonly<Record<string, unknown>>;

/** Copies only the named paths of nested data; a path through a list picks the field of each entry. */
export function pickFields(data: Fields, paths: readonly string[]): Record<string, unknown> {
  const tree = fieldTree(paths);
  return (prune(data, tree) as Record<string, unknown> | undefined) ?? {};
}

/** What to take of an object: of each key all there is, or less. */
interface FieldTree {
  [key: string]: FieldTree | 'all';
}

/** Without a prototype, so that a path `__proto__.x` names a key like any other and reaches no object but this. */
const emptyTree = (): FieldTree => Object.create(null);

/** A path that ends at a branch takes the whole of what lies below. */
function fieldTree(paths: readonly string[]): FieldTree {
  const root = emptyTree();
  for (const path of paths) {
    const keys = path.split('.');
    const last = keys.pop() as string;
    let node: FieldTree | 'all' = root;
    for (const key of keys) {
      if (node === 'all') break;
      node = node[key] ??= emptyTree();
    }
    if (node !== 'all') node[last] = 'all';
  }
  return root;
}

function prune(value: unknown, tree: FieldTree | 'all'): unknown {
  if (tree === 'all') return value;
  if (Array.isArray(value)) return value.map((entry) => prune(entry, tree));
  if (typeof value !== 'object' || value === null) return undefined;
  const kept: Record<string, unknown> = {};
  for (const [key, below] of Object.entries(tree)) {
    if (!Object.hasOwn(value, key)) continue;
    const pruned = prune((value as Record<string, unknown>)[key], below);
    if (pruned !== undefined) kept[key] = pruned;
  }
  return kept;
}
