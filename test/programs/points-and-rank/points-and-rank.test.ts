import { expect, test } from 'vitest';
import { pointsExpiry } from '../../../shared/programs/points-and-rank/points-expiry.ts';
import { pointsIdeas } from '../../../shared/programs/points-and-rank/points-ideas.ts';
import { rankKeep } from '../../../shared/programs/points-and-rank/rank-keep.ts';
import { rankReached } from '../../../shared/programs/points-and-rank/rank-reached.ts';
import { storeInMemory } from '../../support/store-in-memory.ts';
import { someone } from '../../support/store-wide.ts';

const noon = '2026-03-02T03:00:00Z'; // 12:00 in Tokyo
const all = [pointsExpiry, pointsIdeas, rankReached, rankKeep].map((one) => ({ ...one, enabled: true }));

const openStore = () => storeInMemory({ startAt: noon, scenarios: all });

const pointsAt = (occurredAt: string, expiring: number, expiresAt = '2026-06-30T23:59:00+09:00') => ({
  eventId: `points-${occurredAt}`,
  occurredAt,
  customer: someone(),
  points: { balance: 1200, expiring, expiresAt },
});

const rankAt = (occurredAt: string, name: string, until: string) => ({
  eventId: `rank-${occurredAt}`,
  occurredAt,
  customer: someone(),
  rank: { name, until },
});

test('points are told of 30 and 3 days before their end, with ideas for them in between', async () => {
  const store = openStore();
  await store.put(store.event('PointsChanged', pointsAt(noon, 300)));
  await store.pass({ days: 200 });
  expect(store.calendar('Asia/Tokyo')).toEqual([
    '2026-05-31 10:00 points-expiry__month-left',
    '2026-06-16 10:00 points-ideas__ideas',
    '2026-06-27 10:00 points-expiry__few-days-left',
  ]);
});

test('points that are used up are not told of', async () => {
  const store = openStore();
  await store.put(store.event('PointsChanged', pointsAt(noon, 300)));
  await store.pass('2026-06-05T03:00:00Z');
  await store.put(store.event('PointsChanged', pointsAt('2026-06-05T03:00:00Z', 0)));
  await store.pass({ days: 100 });
  expect(store.calendar('Asia/Tokyo')).toEqual(['2026-05-31 10:00 points-expiry__month-left']);
});

test('a newer word on her points is the one that is told, and nothing is told twice', async () => {
  const store = openStore();
  await store.put(store.event('PointsChanged', pointsAt(noon, 300)));
  await store.pass('2026-06-05T03:00:00Z');
  await store.put(store.event('PointsChanged', pointsAt('2026-06-05T03:00:00Z', 80)));
  await store.pass({ days: 100 });
  expect(store.calendar('Asia/Tokyo')).toHaveLength(3);
  expect(store.world.mailer.mails.at(-1)?.text).toContain('80 ポイント');
});

test('points that end within three days, or do not end, are told of by no notice', async () => {
  for (const [expiring, end] of [
    [300, '2026-03-04T23:59:00+09:00'],
    [0, '2026-06-30T23:59:00+09:00'],
  ] as const) {
    const store = openStore();
    await store.put(store.event('PointsChanged', pointsAt(noon, expiring, end)));
    await store.pass({ days: 200 });
    expect(store.calendar('Asia/Tokyo')).toEqual([]);
  }
});

test('a new rank is told at once, and its end a month before', async () => {
  const store = openStore();
  await store.put(store.event('RankChanged', rankAt(noon, '銀の葉', '2026-12-31')));
  await store.pass({ days: 350 });
  expect(store.calendar('Asia/Tokyo')).toEqual([
    '2026-03-02 12:00 rank-reached__reached',
    '2026-12-01 10:00 rank-keep__at-risk',
  ]);
});

test('a rank that changes again tells of the new one’s end alone', async () => {
  const store = openStore();
  await store.put(store.event('RankChanged', rankAt(noon, '銀の葉', '2026-12-31')));
  await store.pass('2026-11-01T03:00:00Z');
  await store.put(store.event('RankChanged', rankAt('2026-11-01T03:00:00Z', '金の葉', '2027-06-30')));
  await store.pass({ days: 300 });
  expect(store.calendar('Asia/Tokyo').slice(1)).toEqual([
    '2026-11-01 12:00 rank-reached__reached',
    '2027-05-31 10:00 rank-keep__at-risk',
  ]);
});
