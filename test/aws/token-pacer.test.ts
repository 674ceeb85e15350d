import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { tokenPacer } from '../../shared/aws/token-pacer.ts';
import type { Lane } from '../../shared/core/values/lane.ts';
import type { LanePace } from '../../shared/core/values/send-pace.ts';
import { VirtualClock } from '../../shared/memory/virtual-clock.ts';
import type { Clock } from '../../shared/ports/clock.ts';

const startAt = Temporal.Instant.from('2026-11-22T01:00:00Z');
const paces = {
  transactional: { lane: 'transactional', rate: 20, share: 0.4, workers: 2 },
  marketing: { lane: 'marketing', rate: 20, share: 0.6, workers: 3 },
} as const;
/** By its share: order mail 2 / (0.8 x 20 x 0.4) = 312.5 ms, marketing 3 / (0.73 x 20 x 0.6) = 342.5 ms. */
const shared_ms = { transactional: 313, marketing: 343 };
/** Alone: order mail 2 / (0.92 x 20) = 108.7 ms, marketing 3 / (0.75 x 20) = 200 ms. */
const alone_ms = { transactional: 109, marketing: 200 };

/** A clock whose time a test can turn, and that keeps count of the sleeps. */
function turnableClock() {
  let now = startAt;
  const slept: number[] = [];
  const clock: Clock = {
    now: () => now,
    async sleep(delay_ms) {
      slept.push(delay_ms);
      now = now.add({ milliseconds: delay_ms });
    },
  };
  return {
    clock,
    slept,
    turn: (by: Temporal.DurationLike) => {
      now = now.add(by);
    },
  };
}

/** A pacer whose other lane is as `other.isIdle` says, and what it asked and complained of. */
function pacerOn(clock: Clock, isIdle: boolean, transactional: LanePace = paces.transactional) {
  const other = { isIdle, asked: [] as Lane[], fails: false, chance: 0.5 };
  const warnings: unknown[] = [];
  const pacer = tokenPacer({
    clock,
    paces: { ...paces, transactional },
    confirmEvery_ms: 10_000,
    chance: () => other.chance,
    log: { warn: (text, fields) => void warnings.push([text, fields]) },
    async isIdle(lane) {
      other.asked.push(lane);
      if (other.fails) throw new RangeError('no queue');
      return other.isIdle;
    },
  });
  return { pacer, other, warnings };
}

test('a bucket starts empty: the first mail waits its turn, too', async () => {
  const { clock, slept } = turnableClock();
  await pacerOn(clock, false).pacer.take('marketing');
  expect(slept).toEqual([shared_ms.marketing]);
});

test('mails of one lane keep their distance, even when asked for at once', async () => {
  const clock = new VirtualClock(startAt);
  const { pacer } = pacerOn(clock, false);
  await Promise.all(Array.from({ length: 30 }, () => pacer.take('marketing')));
  expect(clock.now().epochMilliseconds - startAt.epochMilliseconds).toBe(30 * shared_ms.marketing);
});

test('by a share the distance is uneven by a quarter', async () => {
  const { clock, slept } = turnableClock();
  const { pacer, other } = pacerOn(clock, false);
  for (const chance of [0, 0.999]) {
    other.chance = chance;
    await pacer.take('marketing');
  }
  // 0.75 x 343 = 257.3; 1.2495 x 343 = 428.6.
  expect(slept).toEqual([258, 429]);
});

test('however uneven, no distance by a share is less than alone', async () => {
  const { clock, slept } = turnableClock();
  // 2 / (0.8 x 20 x 0.99) = 126.3 ms, a quarter less 96.
  const { pacer, other } = pacerOn(clock, false, { ...paces.transactional, share: 0.99 });
  other.chance = 0;
  await pacer.take('transactional');
  expect(slept).toEqual([alone_ms.transactional]);
});

test('the lanes do not wait for each other', async () => {
  const { clock, slept } = turnableClock();
  const { pacer } = pacerOn(clock, false);
  await pacer.take('marketing');
  await pacer.take('transactional');
  expect(slept).toEqual([shared_ms.marketing]);
});

test('beside an idle lane the other takes the whole rate, and by its share again within ten seconds', async () => {
  const { clock, slept } = turnableClock();
  const { pacer, other } = pacerOn(clock, true);
  await pacer.take('transactional');
  other.isIdle = false;
  // It was asked at the very first; 92 x 109 ms = 10,028 ms later it is asked again.
  for (let nth = 1; nth <= 94; nth += 1) await pacer.take('transactional');
  expect(slept.filter((ms) => ms === alone_ms.transactional)).toHaveLength(92);
  expect(slept.slice(92)).toEqual(Array(3).fill(shared_ms.transactional));
  expect(other.asked).toEqual(['marketing', 'marketing']);
});

test('a lane that comes to rest is seen after ten seconds at most', async () => {
  const { clock, slept } = turnableClock();
  const { pacer, other } = pacerOn(clock, false);
  await pacer.take('marketing');
  other.isIdle = true;
  for (let nth = 1; nth <= 30; nth += 1) await pacer.take('marketing');
  // 30 x 343 ms = 10,290 ms.
  expect(slept).toEqual([...Array(30).fill(shared_ms.marketing), alone_ms.marketing]);
  expect(other.asked).toEqual(['transactional', 'transactional']);
});

test('a worker that need not wait asks nobody', async () => {
  const { clock, slept, turn } = turnableClock();
  const { pacer, other } = pacerOn(clock, true);
  turn({ seconds: 1 });
  await pacer.take('marketing');
  turn({ seconds: 1 });
  await pacer.take('marketing');
  expect([other.asked, slept]).toEqual([[], []]);
});

test('one throttle keeps a worker to its share for a minute, and the other lane of it goes on', async () => {
  const { clock, slept } = turnableClock();
  const { pacer } = pacerOn(clock, true);
  await pacer.take('marketing');
  pacer.throttled('marketing');
  // 175 x 343 ms = 60,025 ms.
  for (let nth = 1; nth <= 177; nth += 1) await pacer.take('marketing');
  expect(slept).toEqual([
    alone_ms.marketing,
    ...Array(175).fill(shared_ms.marketing),
    alone_ms.marketing,
    alone_ms.marketing,
  ]);
  pacer.throttled('marketing');
  await pacer.take('transactional');
  await pacer.take('transactional');
  expect(slept.at(-1)).toBe(alone_ms.transactional);
});

test('a lane that cannot be seen counts as full, and is not asked at every mail', async () => {
  const { clock, slept } = turnableClock();
  const { pacer, other, warnings } = pacerOn(clock, true);
  other.fails = true;
  await pacer.take('marketing');
  await pacer.take('marketing');
  expect([slept, other.asked]).toEqual([[shared_ms.marketing, shared_ms.marketing], ['transactional']]);
  expect(warnings).toEqual([['the other lane did not answer', { because: 'RangeError' }]]);
});

test('time spent idle is not saved up', async () => {
  const { clock, slept, turn } = turnableClock();
  const { pacer } = pacerOn(clock, false);
  await pacer.take('marketing');
  turn({ hours: 1 });
  await pacer.take('marketing');
  await pacer.take('marketing');
  expect(slept).toEqual([shared_ms.marketing, shared_ms.marketing]);
});

test('a clock that goes back costs no more than one turn, and what was told then is asked again', async () => {
  const { clock, slept, turn } = turnableClock();
  const { pacer, other } = pacerOn(clock, false);
  await pacer.take('marketing');
  pacer.throttled('marketing');
  other.isIdle = true;
  turn({ hours: -24 });
  await pacer.take('marketing');
  await pacer.take('marketing');
  expect(slept).toEqual([shared_ms.marketing, alone_ms.marketing, alone_ms.marketing]);
});

test('a sleep that failed does not stop those behind it', async () => {
  const { clock } = turnableClock();
  let fails = 1;
  const failing: Clock = {
    now: clock.now,
    sleep: (delay_ms) => (fails-- > 0 ? Promise.reject(new Error('woken')) : clock.sleep(delay_ms)),
  };
  const { pacer } = pacerOn(failing, false);
  const [first, second] = await Promise.allSettled([pacer.take('marketing'), pacer.take('marketing')]);
  expect([first.status, second.status]).toEqual(['rejected', 'fulfilled']);
});

test('mail that asks to confirm has turns of its own, and takes none of the lane', async () => {
  const { clock, slept } = turnableClock();
  const { pacer } = pacerOn(clock, false);
  await pacer.take('transactional');
  expect([pacer.takeConfirm(), pacer.takeConfirm(), slept]).toEqual([0, 10, [shared_ms.transactional]]);
});
