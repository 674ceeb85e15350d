/** The plain values that arbitrary records are made of. */
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';

export const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
export const text = fc.string({ unit: 'grapheme', maxLength: 12 });
export const count = fc.nat(1_000);
export const payload = fc.dictionary(text, fc.jsonValue({ maxDepth: 3 }), { maxKeys: 4 });

const milliseconds = fc
  .integer({ min: -1_000_000_000_000, max: 4_000_000_000_000 })
  .map((ms) => Temporal.Instant.fromEpochMilliseconds(ms));
const nanoseconds = fc.tuple(milliseconds, fc.nat(999_999)).map(([at, ns]) => at.add({ nanoseconds: ns }));
export const instant = fc.oneof(
  { weight: 5, arbitrary: milliseconds },
  { weight: 1, arbitrary: nanoseconds },
);
