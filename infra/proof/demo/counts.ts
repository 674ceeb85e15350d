/** How often each thing comes, by name. */
export type TimesByName = Readonly<Record<string, number>>;

export function countBy<Item>(items: Iterable<Item>, key: (item: Item) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
}

export function sorted(counts: Iterable<readonly [string, number]>): TimesByName {
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
