/** Forms: how each kind of value is written into the stored record and read back, so that the codec is one table. */
import type { Temporal } from 'temporal-polyfill';
import { readInstant, storedInstant } from '../values/stored-instant.ts';

type Plain = Record<string, unknown>;
type Something = NonNullable<unknown>;

/** What the database takes as it is: no moment, and nothing whose depth and names the storefront chooses. */
type Storable = string | number | boolean | readonly Storable[] | { readonly [name: string]: Storable };

/**
 * One value on its way into the store and back. `write` answers `undefined` where nothing is to be stored, `missing`
 * says what is read then; `as` is the name in the store, where it differs.
 */
export interface Form<Value, Written = unknown> {
  readonly as?: string;
  readonly write: (value: Value) => Written;
  readonly read: (stored: unknown) => Value;
  readonly missing?: () => Value;
}

/** One that knows what is read where nothing is stored. */
export interface FilledForm<Value> extends Form<Value> {
  readonly missing: () => Value;
}

/**
 * A form for each field of a type: leaving one out, one too many, or a form of other values does not compile. What may
 * write nothing stands for an optional field, or knows what is read then.
 */
export type Forms<Entry> = {
  readonly [Name in keyof Entry]-?: undefined extends Entry[Name]
    ? Form<Exclude<Entry[Name], undefined>>
    : Form<Entry[Name], Something> | FilledForm<Entry[Name]>;
};

/** Any form, for code that goes through forms of many values. */
type AnyForm = Omit<Form<unknown>, 'write'> & { readonly write: (value: never) => unknown };

/**
 * The one way to make a form: a reader that does not take what its writer stores does not compile. What comes out of
 * the database is nobody's type, so the reader is trusted here (and in `plain`) to be given what the writer stored.
 */
export function formOf<Value, Stored, Nothing extends undefined = never>(
  write: (value: Value) => Stored | Nothing,
  read: (stored: Stored) => Value,
): Form<Value, Stored | Nothing> {
  return { write, read: read as (stored: unknown) => Value };
}

/** Stored as it is. */
export const plain = {
  write: <Value extends Storable>(value: Value) => value,
  read: <Value extends Storable>(stored: unknown) => stored as Value,
};
export const instant = formOf<Temporal.Instant, number | string>(storedInstant, readInstant);
/** What a storefront sent goes as JSON text: any depth, any number, any name comes back as it was. */
export const json = formOf<Readonly<Plain>, string>(
  (value) => JSON.stringify(value),
  (text) => JSON.parse(text) as Readonly<Plain>,
);

export function named(as: string): typeof plain & { readonly as: string };
export function named<Named extends AnyForm>(as: string, form: Named): Named & { readonly as: string };
export function named(as: string, form: AnyForm = plain): AnyForm {
  return { ...form, as };
}

/** A list; an empty one is not stored. */
export function listForm<Value>(entry: Form<Value, Something>): FilledForm<readonly Value[]> {
  const list = formOf<readonly Value[], readonly unknown[], undefined>(
    (values) => (values.length === 0 ? undefined : values.map(entry.write)),
    (stored) => stored.map(entry.read),
  );
  return { ...list, missing: () => [] };
}

export const texts = listForm<string>(plain);

/**
 * Words by a letter each. Letters are stored: add others, and change none.
 *
 * @param otherwise what a letter that only newer code knows is read as
 */
export function letterForm<Word extends string>(
  letters: Readonly<Record<Word, string>>,
  otherwise: Word,
): Form<Word, string> {
  const entries = Object.entries<string>(letters) as [Word, string][];
  const words = new Map(entries.map(([word, letter]) => [letter, word]));
  return formOf<Word, string>(
    (word) => letters[word],
    (letter) => words.get(letter) ?? otherwise,
  );
}

const hash = /^(?:[0-9a-f]{12}[g-zG-Z]?|@\d{5})$/;
const hashesIn = /[0-9a-f]{12}[g-zG-Z]?|@\d{5}/g;

/**
 * Short hashes, with a letter behind some, and marks of days in one piece, without what would part them; a list that holds any
 * other text goes as one.
 */
export const hashes: FilledForm<readonly string[]> = {
  ...formOf<readonly string[], string | readonly string[], undefined>(
    (values) => {
      if (values.length === 0) return undefined;
      return values.every((value) => hash.test(value)) ? values.join('') : values;
    },
    (stored) => (typeof stored === 'string' ? (stored.match(hashesIn) ?? []) : stored),
  ),
  missing: () => [],
};

/** What may have come of an order, by a letter each. Letters are stored: add others, and change none. */
const orderWords: Readonly<Record<string, string>> = {
  P: 'OrderPlaced',
  M: 'OrderPaid',
  N: 'PaymentFailed',
  S: 'OrderShipped',
  L: 'OrderDelayed',
  D: 'OrderDelivered',
  U: 'DeliveryFailed',
  C: 'OrderCancelled',
  R: 'OrderReturned',
  F: 'OrderRefunded',
  E: 'OrderExchanged',
};
const orderLetters = new Map(Object.entries(orderWords).map(([letter, word]) => [word, letter]));
const orderWord = /^(\w+)(?::(?=.)(\*|[0-9a-f]{8})?(!?))?$/;

function orderLettersOf(words: readonly string[]): string | undefined {
  let letters = '';
  let before: string | undefined;
  for (const word of words) {
    const [, name = '', parcel, mark = ''] = orderWord.exec(word) ?? [];
    const letter = orderLetters.get(name);
    if (letter === undefined) return undefined;
    letters += letter + (parcel === undefined ? '' : parcel === before ? '=' : parcel) + mark;
    before = parcel ?? before;
  }
  return letters;
}

function orderWordsOf(letters: string): string[] {
  let before = '';
  return Array.from(letters.matchAll(/([A-Z])([=*]|[0-9a-f]{8})?(!)?/g), ([, letter = '', parcel, mark]) => {
    const name = orderWords[letter] ?? '';
    if (parcel === undefined) return mark ? `${name}:${mark}` : name;
    before = parcel === '=' ? before : parcel;
    return `${name}:${before}${mark ?? ''}`;
  });
}

/** The facts of an order as letters, a parcel's hash (or `*` for all) behind its own, `=` for that of the one before, `!` behind a refusal; else as texts. */
export const ledgerWords: FilledForm<readonly string[]> = {
  ...formOf<readonly string[], string | readonly string[], undefined>(
    (words) => (words.length === 0 ? undefined : (orderLettersOf(words) ?? words)),
    (stored) => (typeof stored === 'string' ? orderWordsOf(stored) : stored),
  ),
  missing: () => [],
};

/** A form whose missing value stays missing. */
export function optional<Value>({ missing: _, ...form }: FilledForm<Value>): Form<Value> {
  return form;
}

type ValueIn<Values> = Exclude<Values[keyof Values], undefined>;

/** Values of one form under names of their own; an empty map is not stored. */
export function mapOf<Values extends object>(value: Form<ValueIn<Values>, Something>): FilledForm<Values> {
  const map = formOf<Values, Readonly<Plain>, undefined>(
    (values) => {
      const out: Plain = {};
      let empty = true;
      for (const name of Object.keys(values)) {
        const one = values[name as keyof Values];
        if (one === undefined) continue;
        out[name] = value.write(one as ValueIn<Values>);
        empty = false;
      }
      return empty ? undefined : out;
    },
    (stored) => {
      const out: Plain = {};
      for (const name of Object.keys(stored))
        if (stored[name] !== undefined) out[name] = value.read(stored[name]);
      return out as Values;
    },
  );
  return { ...map, missing: () => ({}) as Values };
}
