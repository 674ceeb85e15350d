/** Valid data with a few things wrong: most of what a parser must stand lies there. */
import fc from 'fast-check';
import { hostileKey, hostileValue } from './hostile.ts';

type Holder = Record<string | number, unknown>;

const kinds = ['replace', 'replace', 'replace', 'remove', 'add', 'wrap', 'retype', 'repeat'] as const;

interface Edit {
  /** Which of the places in the data, counted around. */
  readonly at: number;
  readonly kind: (typeof kinds)[number];
  readonly key: string;
  readonly value: unknown;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat(100_000),
  kind: fc.constantFrom(...kinds),
  key: hostileKey,
  value: hostileValue,
});

/** Data of `base`, each time a copy, with none to four edits. */
export function mutated<Data>(base: fc.Arbitrary<Data>, maxEdits = 4): fc.Arbitrary<unknown> {
  return fc.tuple(base, fc.array(edit, { maxLength: maxEdits })).map(([data, edits]) => {
    const root = { data: copyOf(data) };
    for (const one of edits) apply(one, root);
    return root.data;
  });
}

const copyOf = (data: unknown): unknown => (data === undefined ? null : JSON.parse(JSON.stringify(data)));

function apply({ at, kind, key, value }: Edit, root: { data: unknown }): void {
  const places = placesIn(root);
  if (places.length === 0) return;
  const [holder, name] = places[at % places.length] as [Holder, string];
  const now = holder[name];
  switch (kind) {
    case 'replace':
      put(holder, name, copyOf(value));
      return;
    case 'remove':
      if (Array.isArray(holder)) holder.splice(Number(name), 1);
      else delete holder[name];
      return;
    case 'add':
      added(now, key, copyOf(value));
      return;
    case 'wrap':
      put(holder, name, [now]);
      return;
    case 'retype':
      put(holder, name, retyped(now));
      return;
    case 'repeat':
      put(holder, name, Array.isArray(now) ? [...now, ...now] : [now, copyOf(now)]);
      return;
  }
}

const retyped = (value: unknown) => (typeof value === 'string' ? Number(value) || 0 : JSON.stringify(value));

function added(to: unknown, key: string, value: unknown): void {
  if (Array.isArray(to)) to.push(value);
  else if (typeof to === 'object' && to !== null) put(to as Holder, key, value);
}

/** As JSON.parse would: a key `__proto__` becomes a member of its own. */
function put(holder: Holder, name: string, value: unknown): void {
  Object.defineProperty(holder, name, { value, writable: true, enumerable: true, configurable: true });
}

function placesIn(root: { data: unknown }): [Holder, string][] {
  const places: [Holder, string][] = [];
  const open: unknown[] = [root];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    for (const name of Object.keys(next)) {
      places.push([next as Holder, name]);
      open.push((next as Holder)[name]);
    }
  }
  return places;
}
