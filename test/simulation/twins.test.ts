import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { playTwins } from './twins.ts';

const startAt = Temporal.Instant.from('2027-10-20T00:00:00Z');

test('a save that one store alone has had lets go of memories, and a parcel told after it is the same parcel in both', async () => {
  const twins = await playTwins({
    seed: 302,
    customers: 9,
    days: 70,
    scenarios: 'both',
    startAt,
    only: ['c-0'],
  });

  expect(twins.difference).toBeUndefined();
  expect(twins.mails).toBeGreaterThan(4);
});
