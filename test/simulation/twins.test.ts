import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { playTwins } from './twins.ts';

const startAt = Temporal.Instant.from('2027-10-20T00:00:00Z');

const playedBy = (seed: number, customer: string) =>
  playTwins({ seed, customers: 9, days: 70, scenarios: 'both', startAt, only: [customer] });

test('a save that one store alone has had lets go of memories, and a parcel told after it is the same parcel in both', async () => {
  const twins = await playedBy(302, 'c-0');

  expect(twins.difference).toBeUndefined();
  expect(twins.mails).toBeGreaterThan(4);
});

test('a run of which one store alone still knows is known to both by its mails', async () => {
  const twins = await playedBy(332, 'c-2');

  expect(twins.difference).toBeUndefined();
  expect(twins.mails).toBeGreaterThan(0);
});
