/** Forms: how each kind of value is written into the stored record and read back, so that the codec is one table. */
import { readInstant, storedInstant } from '../values/stored-instant.ts';

type Plain = Record<string, unknown>;

/** `as`: the name in the store, where it differs. `missing`: what is read where nothing is stored. */
export interface Form {
  readonly as?: string;
  readonly write: (value: never) => unknown;
  readonly read: (stored: never) => unknown;
  readonly missing?: () => unknown;
}

/** A form for each field of a type; leaving one out does not compile. */
export type Forms<Entry> = { readonly [Name in keyof Entry]-?: Form };

const same = (value: unknown) => value;

export const plainForm: Form = { write: same, read: same };
export const instant: Form = { write: storedInstant, read: readInstant };
/** What a storefront sent goes as JSON text: any depth, any number, any name comes back as it was. */
export const json: Form = { write: (value) => JSON.stringify(value), read: (text) => JSON.parse(text) };

export const named = (as: string, form: Form = plainForm): Form => ({ ...form, as });

/** A list; an empty one is not stored. */
export function listForm(entry: Form = plainForm): Form {
  return {
    write: (list: readonly never[]) => (list.length === 0 ? undefined : list.map(entry.write)),
    read: (stored: readonly never[]) => stored.map(entry.read),
    missing: () => [],
  };
}

/** A form whose missing value stays missing. */
export function optional({ missing: _, ...form }: Form): Form {
  return form;
}

/** Values of one form under names of their own; an empty map is not stored. */
export function mapOf(value: Form): Form {
  const each = (map: Plain, change: (one: never) => unknown) => {
    const out: Plain = {};
    for (const name of Object.keys(map)) if (map[name] !== undefined) out[name] = change(map[name] as never);
    return out;
  };
  return {
    write: (map: Plain) => {
      const out = each(map, value.write);
      return Object.keys(out).length === 0 ? undefined : out;
    },
    read: (stored: Plain) => each(stored, value.read),
    missing: () => ({}),
  };
}

/**
 * An object with known fields. Fields that are `undefined` or written as such are left out. Fields nobody here knows
 * are carried over under their own name, both ways; they last as long as the code in between copies objects whole.
 */
export function entryOf<Entry>(forms: Forms<Entry>, missing?: () => unknown): Form {
  const known = (Object.keys(forms) as (keyof Entry & string)[]).map((name) => {
    const form: Form = forms[name];
    return { name, stored: form.as ?? name, form };
  });
  const names = new Set<string>(known.map((field) => field.name));
  const storedNames = new Set(known.map((field) => field.stored));
  return {
    write: (entry: Plain) => {
      const out: Plain = {};
      for (const { name, stored, form } of known) {
        const value = entry[name];
        if (value === undefined) continue;
        const written = form.write(value as never);
        if (written !== undefined) out[stored] = written;
      }
      for (const name in entry) if (!names.has(name) && entry[name] !== undefined) out[name] = entry[name];
      return out;
    },
    read: (stored: Plain) => {
      const out: Plain = {};
      for (const { name, stored: storedName, form } of known) {
        const value = stored[storedName];
        if (value !== undefined) out[name] = form.read(value as never);
        else if (form.missing !== undefined) out[name] = form.missing();
      }
      for (const name in stored) if (!storedNames.has(name)) out[name] = stored[name];
      return out;
    },
    ...(missing === undefined ? {} : { missing }),
  };
}
