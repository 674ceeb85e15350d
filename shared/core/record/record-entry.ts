/** The form of an object with fields of its own forms: what is stored under which name, and what goes by unread. */
import { onFirstUse } from '../values/on-first-use.ts';
import { fieldsLeftOut } from './record-derived.ts';
import type { Form, Forms } from './record-fields.ts';
import { formOf } from './record-fields.ts';

type Plain = Record<string, unknown>;

/** Written, an entry is always an object; `storedNames` are those it knows. */
export interface EntryForm<Entry> extends Form<Entry, Readonly<Plain>> {
  readonly storedNames: () => ReadonlySet<string>;
}

/** A field of an entry whose type the loops below no longer see: `Forms` has paired its name with its form. */
interface Field {
  readonly name: string;
  readonly stored: string;
  readonly write: (value: never) => unknown;
  readonly read: (stored: unknown) => unknown;
  readonly missing: (() => unknown) | undefined;
}

function fieldsOf<Entry>(forms: Forms<Entry>): readonly Field[] {
  return (Object.keys(forms) as (keyof Entry & string)[]).map((name) => {
    const { as = name, write, read, missing } = forms[name];
    return { name, stored: as, write, read, missing };
  });
}

/**
 * An object with known fields. Fields that are `undefined` or written as such are left out. Fields nobody here knows
 * are carried over under their own name, both ways; they last as long as the code in between copies objects whole.
 * What was left out when the entry was read is left out again.
 */
export function entryOf<Entry extends object>(forms: Forms<Entry>, missing?: () => Entry): EntryForm<Entry> {
  // Most of the entries that there may be are in no record that a start reads.
  const known = onFirstUse(() => {
    const fields = fieldsOf(forms);
    const names = new Set(fields.map(({ name }) => name));
    return { fields, names, storedNames: new Set(fields.map(({ stored }) => stored)) };
  });
  const form = formOf<Entry, Readonly<Plain>>(
    (entry) => {
      const { fields, names } = known();
      const given = entry as Readonly<Plain>;
      const out: Plain = {};
      const leftOut = fieldsLeftOut(entry);
      for (const { name, stored, write } of fields) {
        // To ask for it would make it.
        if (leftOut?.[name] !== undefined) continue;
        const value = given[name];
        if (value === undefined) continue;
        const written = write(value as never);
        if (written !== undefined) out[stored] = written;
      }
      for (const name in given) if (!names.has(name) && given[name] !== undefined) out[name] = given[name];
      return out;
    },
    (stored) => {
      const { fields, storedNames } = known();
      const out: Plain = {};
      for (const { name, stored: storedName, read, missing: filled } of fields) {
        const value = stored[storedName];
        if (value !== undefined) out[name] = read(value);
        else if (filled !== undefined) out[name] = filled();
      }
      for (const name in stored) if (!storedNames.has(name)) out[name] = stored[name];
      return out as Entry;
    },
  );
  return { ...form, storedNames: () => known().storedNames, ...(missing && { missing }) };
}
