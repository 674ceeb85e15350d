/** What must not compile in the record's codec: each `@ts-expect-error` stands above the one line that is wrong. */
import type { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { entryOf } from '../../../shared/core/record/record-entry.ts';
import {
  formOf,
  instant,
  json,
  listForm,
  mapOf,
  named,
  optional,
  plain,
  texts,
} from '../../../shared/core/record/record-fields.ts';
import { readInstant, storedInstant } from '../../../shared/core/values/stored-instant.ts';

interface Line {
  readonly id: string;
  readonly at: Temporal.Instant;
}

interface Basket {
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly lines: readonly Line[];
  readonly times?: Readonly<Record<string, Temporal.Instant>> | undefined;
  readonly told?: Readonly<Record<string, unknown>> | undefined;
  readonly marks?: readonly string[] | undefined;
  readonly total?: number | undefined;
}

const line = entryOf<Line>({ id: plain, at: instant });
const rest = { times: mapOf<Record<string, Temporal.Instant>>(instant), told: json, marks: texts };
const right = { ...rest, id: named('i'), at: instant, lines: listForm(line), total: plain } as const;
const basket = entryOf<Basket>(right);

const ofFlag = (stored: boolean) => Number(stored);

const pairs = [
  formOf(storedInstant, readInstant),
  // @ts-expect-error the reader does not take the text that the writer may store
  formOf(storedInstant, (stored: number) => readInstant(stored)),
  // @ts-expect-error the reader answers another value than the writer takes
  formOf(storedInstant, (stored: number | string) => String(stored)),
  // @ts-expect-error the writer stores a text, and the reader takes something else
  formOf(String, ofFlag),
  // @ts-expect-error a pair that nothing has checked is no form
  { write: storedInstant, read: readInstant } satisfies typeof instant,
];

const wrong = [
  // @ts-expect-error "total" is missing
  entryOf<Basket>({ ...rest, id: plain, at: instant, lines: listForm(line) }),
  entryOf<Basket>({
    ...right,
    // @ts-expect-error a basket has no "weight"
    weight: plain,
  }),
  entryOf<Basket>({
    ...right,
    // @ts-expect-error a moment is not stored as it is
    at: plain,
  }),
  entryOf<Basket>({
    ...right,
    // @ts-expect-error a number is no moment
    total: instant,
  }),
  entryOf<Basket>({
    ...right,
    // @ts-expect-error the name in the store changes nothing about that
    total: named('sum', instant),
  }),
  entryOf<Basket>({
    ...right,
    // @ts-expect-error the lines of a basket are lines
    lines: listForm(basket),
  }),
  entryOf<Basket>({
    ...right,
    // @ts-expect-error an empty list is not stored, and a basket always has lines
    lines: optional(listForm(line)),
  }),
  entryOf<Basket>({
    ...right,
    // @ts-expect-error the times are moments
    times: mapOf(line),
  }),
  entryOf<Basket>({
    ...right,
    // @ts-expect-error what the storefront sent is not stored as it is
    told: plain,
  }),
  entryOf<Basket>({
    ...right,
    // @ts-expect-error a list of texts is no text
    id: texts,
  }),
  // @ts-expect-error the entry that is read where nothing is stored has an id
  entryOf<Line>({ id: plain, at: instant }, () => ({})),
];

test('forms of the wrong value, too few and too many do not compile', () => {
  expect(pairs).toHaveLength(5);
  expect(wrong).toHaveLength(11);
});

test('an entry is stored under its short names, its empty lists are not, and comes back whole', () => {
  const at = readInstant(1_700_000_000);
  const stored = basket.write({ id: 'b', at, lines: [], times: { first: at }, told: { a: null } });
  expect(stored).toEqual({ i: 'b', at: 1_700_000_000, times: { first: 1_700_000_000 }, told: '{"a":null}' });
  expect(basket.read(stored)).toEqual({
    id: 'b',
    at,
    lines: [],
    times: { first: at },
    told: { a: null },
    marks: [],
  });
});
