import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alarmName, digest, enrolmentId, fraction, touchpointId } from '../../../shared/core/values/ids.ts';

test('ids never change: people in flight, timers and claims are found by them', () => {
  const hers = { store: 'mori', customer: 'c-1', enrolment: 'e-1' };
  const entry = { store: 'mori', customer: 'c-1', scenario: 'letters', key: 'o-1' };
  expect(enrolmentId(entry)).toBe('5fa4e518479cbacf4fb8');
  expect(touchpointId({ ...hers, step: 'send-a', lap: 0 })).toBe('b075f999af1eb1dccadf6b9f07d80c34');
  const alarm = { store: 'mori', customer: 'c-1', lane: 'marketing', minute: 29_874_960 };
  expect(alarmName(alarm)).toBe('a-e5ff1dc030f99deaaaa74302c243ad8d77f4f588');
  expect(fraction(['jitter', 'mori', 'c-1', 'e-1', 'week'])).toBe(0.9915439199380636);
});

const part = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));

test('alarm names are what Scheduler takes, whoever the customer is', () => {
  fc.assert(
    fc.property(part, part, part, fc.nat(), (store, customer, lane, minute) => {
      expect(alarmName({ store, customer, lane, minute })).toMatch(/^[0-9a-zA-Z-_]{1,64}$/);
    }),
    { numRuns: 300 },
  );
});

test('two lists of parts never read alike', () => {
  expect(digest(['a', 'bc'], 64)).not.toBe(digest(['ab', 'c'], 64));
  expect(digest(['1'], 64)).not.toBe(digest([1], 64));
  expect(digest(['a","b'], 64)).not.toBe(digest(['a', 'b'], 64));
});

test('a fraction is at least 0 and less than 1, and spread evenly', () => {
  const drawn = Array.from({ length: 2000 }, (_, n) => fraction(['spread', n]));
  expect(drawn.every((one) => one >= 0 && one < 1)).toBe(true);
  const mean = drawn.reduce((sum, one) => sum + one, 0) / drawn.length;
  expect(Math.abs(mean - 0.5)).toBeLessThan(0.03);
});
