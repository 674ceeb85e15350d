import { expect, test } from 'vitest';
import { pointsIdeas } from '../../../shared/programs/points-and-rank/points-ideas.ts';
import { sunset } from '../../../shared/programs/replenishment/sunset.ts';
import { sunsetReturn } from '../../../shared/programs/replenishment/sunset-return.ts';
import { storeInMemory } from '../../support/store-in-memory.ts';
import { someone } from '../../support/store-wide.ts';

const noon = '2026-01-05T03:00:00Z'; // 12:00 in Tokyo

async function registered() {
  const store = storeInMemory({
    startAt: noon,
    scenarios: [sunset, sunsetReturn, { ...pointsIdeas, enabled: true }],
  });
  await store.put(store.event('CustomerRegistered', { eventId: 'r', occurredAt: noon, customer: someone() }));
  return store;
}

const clicked = (occurredAt: string) => ({
  eventId: `click-${occurredAt}`,
  occurredAt,
  customer: someone(),
  click: { touchpoint: 't-1', scenario: 'sunset', step: 'ask' },
});

const labelsOf = async (store: Awaited<ReturnType<typeof registered>>) =>
  (await store.world.customers.load('c-1'))?.labels;

test('after 180 days without a sign two letters ask, and without an answer she rests', async () => {
  const store = await registered();
  await store.pass({ days: 260 });
  expect(store.calendar('Asia/Tokyo')).toEqual([
    '2026-07-05 10:00 sunset__still-welcome',
    '2026-07-21 10:00 sunset__last-letter',
  ]);
  expect(await labelsOf(store)).toContain('resting');
});

test.each([
  ['first', '2026-07-08T03:00:00Z', 1],
  ['second', '2026-07-25T03:00:00Z', 2],
] as const)('a click in the %s letter keeps her', async (_, at, letters) => {
  const store = await registered();
  await store.pass(at);
  await store.put(store.event('MailClicked', clicked(at)));
  await store.pass({ days: 60 });
  expect(store.calendar('Asia/Tokyo')).toHaveLength(letters);
  expect(await labelsOf(store)).not.toContain('resting');
});

test('a visit ends the questions', async () => {
  const store = await registered();
  await store.pass('2026-07-08T03:00:00Z');
  const seen = { customer: someone(), product: { id: 'p-1', name: 'Forest honey' } };
  await store.put(
    store.event('ProductViewed', { eventId: 'v', occurredAt: '2026-07-08T03:00:00Z', ...seen }),
  );
  await store.pass({ days: 60 });
  expect(store.calendar('Asia/Tokyo')).toHaveLength(1);
  expect(await labelsOf(store)).not.toContain('resting');
});

test('while she rests no marketing goes, and a visit ends the rest', async () => {
  const store = await registered();
  const points = (occurredAt: string, expiresAt: string) =>
    store.event('PointsChanged', {
      eventId: occurredAt,
      occurredAt,
      customer: someone(),
      points: { balance: 900, expiring: 300, expiresAt },
    });
  await store.pass('2026-08-10T03:00:00Z');
  await store.put(points('2026-08-10T03:00:00Z', '2026-09-15T00:00:00+09:00'));
  await store.pass('2026-09-10T03:00:00Z');
  const skipped = (await store.touchpoints('c-1')).find(({ scenario }) => scenario === 'points-ideas');
  expect(skipped).toMatchObject({ state: 'skipped', because: 'resting' });
  const seen = { customer: someone(), product: { id: 'p-1', name: 'Forest honey' } };
  await store.put(
    store.event('ProductViewed', { eventId: 'v', occurredAt: '2026-09-10T03:00:00Z', ...seen }),
  );
  expect(await labelsOf(store)).not.toContain('resting');
  await store.put(points('2026-09-10T03:01:00Z', '2026-10-15T00:00:00+09:00'));
  await store.pass({ days: 30 });
  expect(store.calendar('Asia/Tokyo').at(-1)).toBe('2026-10-01 10:00 points-ideas__ideas');
});
