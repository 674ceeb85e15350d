/** Every field of the wire by its path, read off the schemas themselves, and details with garbage in one of them. */
import type * as z from 'zod/mini';
import { customerSchema, partSchemas } from '../../../shared/core/events/event-schema-parts.ts';

export type Path = readonly (string | number)[];

/** Whatever of zod's definitions is asked for here. */
interface Definition {
  readonly type: string;
  readonly innerType?: Schema;
  readonly element?: Schema;
  readonly shape?: Readonly<Record<string, Schema>>;
}
interface Schema {
  readonly _zod: { readonly def: Definition };
}

const wrappers = ['optional', 'nullable'];

function unwrapped(schema: Schema): Definition {
  const { def } = schema._zod;
  return wrappers.includes(def.type) && def.innerType ? unwrapped(def.innerType) : def;
}

function optionalIn(schema: Schema, at: Path): Path[] {
  const { shape = {}, element } = unwrapped(schema);
  const fields = Object.entries(shape).flatMap(([name, field]): Path[] => [
    ...(field._zod.def.type === 'optional' ? [[...at, name]] : []),
    ...optionalIn(field, [...at, name]),
  ]);
  return element ? [[...at, 0], ...optionalIn(element, [...at, 0])] : fields;
}

const asSchema = (schema: z.ZodMiniType) => schema as unknown as Schema;

/** Fields that an event may do without, places in lists too. */
export const optionalFields: readonly Path[] = [
  ...optionalIn(asSchema(customerSchema()), ['customer']),
  ...Object.entries(partSchemas).flatMap(([name, schema]) => optionalIn(asSchema(schema()), [name])),
].filter((path) => path.join('.') !== 'customer.id');

/** What no field of the wire takes as it stands, and what only a text does. */
export const garbage: readonly (readonly [kind: string, value: unknown])[] = [
  ['a broken number', 42.5e-7],
  ['a number beyond all', 1e300],
  ['a text', '§ secret §'],
  ['an endless text', 'secret'.repeat(3000)],
  ['an object', { secret: 1 }],
  ['a list', ['secret', { secret: 1 }, [[]]]],
];

/** A copy with the value at the path; what is missing on the way is made. */
export function withValue(node: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  if (typeof key === 'number') return [withValue(undefined, rest, value)];
  const known: Readonly<Record<string, unknown>> =
    typeof node === 'object' && node !== null ? { ...node } : least;
  return { ...known, [key]: withValue(known[key], rest, value) };
}

/** What a line, and what stands in a list, cannot be without. */
const least = { productId: 'p-1' };

export const fieldOf = (path: Path): string => path.filter((key) => typeof key === 'string').join('.');
