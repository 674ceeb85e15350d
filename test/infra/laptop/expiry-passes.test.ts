import { expect, test } from 'vitest';
import { ExpiryPasses } from '../../../infra/laptop/time/expiry-passes.ts';

const hour_ms = 60 * 60 * 1000;
const day = (n: number) => n * 24 * hour_ms;

function passes() {
  const expired: number[] = [];
  const work: { oldest_ms: number | undefined } = { oldest_ms: undefined };
  const expiry = new ExpiryPasses(
    () => work.oldest_ms,
    async (at_ms) => void expired.push(at_ms),
  );
  return { expiry, expired, work };
}

test('the database is asked once the clock has passed a midnight it told of, not before, and once', async () => {
  const { expiry, expired } = passes();
  await expiry.passed(day(1), true);
  expiry.note(day(2));
  await expiry.passed(day(2) - 1, true);
  expect([expired, expiry.next_ms()]).toEqual([[], day(2)]);
  await expiry.passed(day(2) + hour_ms, false);
  await expiry.passed(day(2) + 2 * hour_ms, true);
  expect(expired).toEqual([day(2) + hour_ms]);
});

test('what earlier work may still read stays until that is done', async () => {
  const { expiry, expired, work } = passes();
  for (const n of [2, 5]) expiry.note(day(n));
  work.oldest_ms = day(3);
  await expiry.passed(day(6), false);
  expect(expired).toEqual([day(3)]);
  work.oldest_ms = undefined;
  await expiry.passed(day(6) + hour_ms, false);
  expect([expired.length, expiry.next_ms()]).toEqual([1, day(7)]);
  await expiry.passed(day(7), false);
  expect(expired).toEqual([day(3), day(7)]);
});

test('a clock that comes to rest waits for what was asked', async () => {
  const { expiry, expired } = passes();
  expiry.note(day(1));
  void expiry.passed(day(1), false);
  expiry.note(day(1));
  await expiry.passed(day(1), true);
  expect(expired).toEqual([day(1), day(1)]);
});
