import fc from 'fast-check';
import { expect, test } from 'vitest';
import { laidOut, readLaidOut } from '../../shared/aws/columns.ts';
import { letterOf, mostLettered, placesOf } from '../../shared/aws/moments.ts';

const throughText = (data: unknown) => readLaidOut(laidOut(data));
const plain = (data: unknown) => JSON.parse(JSON.stringify(data));

const moment = fc.integer({ min: 1_000_000_000_000, max: 4_000_000_000_000 }).map((ms) => ms / 1000);
const name = fc.oneof(fc.constantFrom('at', 'id', 'n', '', '__proto__', 'constructor', '0'), fc.string());
const { data } = fc.letrec((tie) => ({
  data: fc.oneof(
    { depthSize: 'medium' },
    moment,
    fc.double(),
    fc.integer(),
    fc.constantFrom(0, -1, 1e9, 1e11, 1_700_000_000.0001),
    fc.string(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('data'), { maxLength: 6 }),
    tie('entries'),
    fc.dictionary(name, tie('data'), { maxKeys: 6, noNullPrototype: true }),
  ),
  entries: fc.array(
    fc.dictionary(name, fc.oneof(moment, fc.constant(0), tie('data')), { maxKeys: 4, noNullPrototype: true }),
    {
      maxLength: 8,
    },
  ),
}));

test('any data that JSON can carry comes back as it was', () => {
  fc.assert(
    fc.property(data, (value) => {
      expect(throughText(value)).toEqual(plain(value));
    }),
    { numRuns: 2000 },
  );
});

test('a list of entries stands column by column, and each moment once', () => {
  const orders = [
    { id: 'a', at: 1_700_000_000, total: 0 },
    { id: 'b', at: 1_700_000_060.5, paid: 1_700_000_000 },
  ];
  const text = laidOut({ orders, first: 1_700_000_000 });
  expect(JSON.parse(text)).toEqual([
    { orders: [{ id: ['a', 'b'], at: '!#', total: [{ '': 0 }, 0], paid: ' !' }], first: -1 },
    '1700000000s60500l',
  ]);
  expect(readLaidOut(text)).toEqual({ orders, first: 1_700_000_000 });
});

test('every place of the table has letters of its own', () => {
  const places = Array.from({ length: mostLettered }, (_, place) => place);
  const column = places.flatMap((place) => [place, undefined]);
  expect(placesOf(column.map((place) => (place === undefined ? ' ' : letterOf(place))).join(''))).toEqual(
    column,
  );
  expect(new Set(places.map(letterOf)).size).toBe(mostLettered);
});

test('a record with more moments than there are letters loses none', () => {
  const entries = Array.from({ length: mostLettered + 50 }, (_, nth) => ({ at: 1_700_000_000 + nth }));
  expect(throughText(entries)).toEqual(entries);
});
