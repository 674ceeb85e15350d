/** The rounds that find everybody whose timer never came, and how they stay one, bounded and going on. */
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { SweepMessage } from '../../../shared/core/events/intake-message.ts';
import type { Lane } from '../../../shared/core/values/lane.ts';
import { memoryIntake } from '../../../shared/memory/memory-many.ts';
import { memoryRounds } from '../../../shared/memory/memory-rounds.ts';
import type { World } from '../../../shared/ports/world.ts';
import { beginRound, wakePage } from '../../../shared/service/intake/wake-in-pages.ts';
import { reconcile } from '../../../shared/service/sweep/reconcile.ts';
import { orderDetail, storeInMemory } from '../../support/store-in-memory.ts';
import { twoScenarios } from '../../support/two-scenarios.ts';

const start = '2026-03-02T03:30:00Z';

const losingTimers = (world: World): World => ({
  ...world,
  keys: world.keys,
  timers: { arm: async () => 'armed', disarm: async () => {} },
});

test('a marketing timer that never came is found by the next round, and by none before', async () => {
  const store = storeInMemory({ scenarios: twoScenarios, startAt: start, through: losingTimers });
  await store.put(store.event('OrderPlaced', orderDetail('o-1', start)));
  await store.pass('2026-03-14T01:10:00Z');
  const sweep = async () => {
    expect(await reconcile(store.engine)).toMatchObject({ overdue: 0 });
    await store.pass({ minutes: 1 });
    return store.calendar('Asia/Tokyo').length;
  };
  expect(await sweep()).toBe(1);
  // A quarter of an hour later it is overdue, but the round of this hour is over.
  await store.pass('2026-03-14T01:25:00Z');
  expect(await sweep()).toBe(1);
  await store.pass('2026-03-14T02:05:00Z');
  expect(await sweep()).toBe(2);
  expect(store.calendar('Asia/Tokyo').at(-1)).toBe('2026-03-14 11:05 after-purchase__any-trouble');
  expect(store.world.metrics.of('Overdue')).toBe(1);
});

/** Six customers on three pages, all asleep, of whom nothing is owed; a lane may be behind. */
function threePages({ sweepPages = 200, behind = [] as Lane[] } = {}) {
  const base = storeInMemory({ scenarios: twoScenarios, startAt: start, settings: { sweepPages } });
  const moments = new Map<string, number | undefined>(['a', 'b', 'c', 'd', 'e', 'f'].map((id) => [id, 1]));
  const [intake, asked] = [memoryIntake(), [] as string[]];
  const rounds = memoryRounds(moments, 2);
  const world: World = {
    ...base.world,
    keys: base.world.keys,
    intake,
    rounds,
    lanes: { ...base.world.lanes, backlog: async (lane) => (behind.includes(lane) ? 1000 : 999) },
    customers: {
      ...base.world.customers,
      load: async (id) => {
        asked.push(id);
        return undefined;
      },
    },
  };
  const engine = { ...base.engine, world };
  const take = () => intake.take() as SweepMessage | undefined;
  /** Handles all messages; so many there were. */
  const drain = async () => {
    let pages = 0;
    for (let message = take(); message; message = take(), pages += 1) await wakePage(engine, message);
    return pages;
  };
  const later = (minutes: number) => base.world.clock.advanceTo(base.world.clock.now().add({ minutes }));
  return { engine, moments, asked, behind, intake, take, drain, later };
}

describe('a round', () => {
  test('goes through all pages, one message each, and wakes nobody twice within the hour', async () => {
    const { engine, asked, drain, later, moments } = threePages();
    await beginRound(engine);
    expect(await drain()).toBe(3);
    expect(asked.sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    const inAnHour = Temporal.Instant.from(start).add({ hours: 1 }).epochMilliseconds / 1000;
    expect([...moments.values()]).toEqual(Array(6).fill(inAnHour));
    later(54);
    await beginRound(engine);
    expect(await drain()).toBe(0);
    later(1);
    await beginRound(engine);
    expect(await drain()).toBe(3);
    expect(asked).toHaveLength(6);
  });

  test('reads no more pages than it may, and the next goes on where it stood', async () => {
    const { engine, asked, drain, later } = threePages({ sweepPages: 2 });
    await beginRound(engine);
    expect(await drain()).toBe(2);
    expect(asked).toEqual(['a', 'b', 'c', 'd']);
    later(60);
    await beginRound(engine);
    expect(await drain()).toBe(1);
    expect(asked).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  });

  test('that comes twice in one message does its page again, and goes on once', async () => {
    const { engine, take, intake } = threePages();
    await beginRound(engine);
    const first = take() as SweepMessage;
    await wakePage(engine, first);
    await wakePage(engine, first);
    expect(intake.waiting()).toHaveLength(1);
  });

  test('ends where a newer one has begun, which goes on from its page', async () => {
    const { engine, take, drain, later } = threePages();
    await beginRound(engine);
    await wakePage(engine, take() as SweepMessage);
    const old = take() as SweepMessage;
    later(60);
    await beginRound(engine);
    const newer = take() as SweepMessage;
    expect(newer.cursor).toBe(old.cursor);
    await wakePage(engine, old);
    expect(take()).toBeUndefined();
    await wakePage(engine, newer);
    expect(await drain()).toBe(1);
  });

  test('whose message is lost is taken over by the next', async () => {
    const { engine, take, drain, later } = threePages();
    await beginRound(engine);
    take();
    later(60);
    await beginRound(engine);
    expect(await drain()).toBe(3);
  });

  test('rests while the marketing lane is far behind, and stays at its page', async () => {
    const { engine, asked, behind, drain, later } = threePages({ behind: ['marketing'] });
    await beginRound(engine);
    expect(await drain()).toBe(1);
    expect(asked).toEqual([]);
    behind.length = 0;
    behind.push('transactional');
    later(60);
    await beginRound(engine);
    expect(await drain()).toBe(3);
    expect(asked).toHaveLength(6);
  });
});
