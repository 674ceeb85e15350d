import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { tokenPacer } from '../../shared/aws/token-pacer.ts';
import { VirtualClock } from '../../shared/memory/virtual-clock.ts';
import type { Clock } from '../../shared/ports/clock.ts';

const startAt = Temporal.Instant.from('2026-11-22T01:00:00Z');
/** 0.75 x 20 x 0.4 / 2 = 3 a second; 0.75 x 20 x 0.6 / 3 = 3 a second. */
const part = {
  rate: 20,
  shares: { transactional: 0.4, marketing: 0.6 },
  concurrency: { transactional: 2, marketing: 3 },
};
const interval_ms = 334;

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

test('a bucket starts empty: the first mail waits its turn, too', async () => {
  const { clock, slept } = turnableClock();
  await tokenPacer({ clock, ...part }).take('marketing');
  expect(slept).toEqual([interval_ms]);
});

test('mails of one lane keep their distance, even when asked for at once', async () => {
  const clock = new VirtualClock(startAt);
  const pacer = tokenPacer({ clock, ...part });
  await Promise.all(Array.from({ length: 30 }, () => pacer.take('marketing')));
  expect(clock.now().epochMilliseconds - startAt.epochMilliseconds).toBe(30 * interval_ms);
});

test('the lanes do not wait for each other', async () => {
  const { clock, slept } = turnableClock();
  const pacer = tokenPacer({ clock, ...part });
  await pacer.take('marketing');
  await pacer.take('transactional');
  expect(slept).toEqual([interval_ms]);
});

test('time spent idle is not saved up', async () => {
  const { clock, slept, turn } = turnableClock();
  const pacer = tokenPacer({ clock, ...part });
  await pacer.take('marketing');
  turn({ hours: 1 });
  await pacer.take('marketing');
  await pacer.take('marketing');
  expect(slept).toEqual([interval_ms, interval_ms]);
});

test('a clock that goes back costs no more than one interval', async () => {
  const { clock, slept, turn } = turnableClock();
  const pacer = tokenPacer({ clock, ...part });
  await pacer.take('marketing');
  turn({ hours: -24 });
  await pacer.take('marketing');
  await pacer.take('marketing');
  expect(slept).toEqual([interval_ms, interval_ms, interval_ms]);
});

test('a sleep that failed does not stop those behind it', async () => {
  const { clock } = turnableClock();
  let fails = 1;
  const failing: Clock = {
    now: clock.now,
    sleep: (delay_ms) => (fails-- > 0 ? Promise.reject(new Error('woken')) : clock.sleep(delay_ms)),
  };
  const pacer = tokenPacer({ clock: failing, ...part });
  const [first, second] = await Promise.allSettled([pacer.take('marketing'), pacer.take('marketing')]);
  expect([first.status, second.status]).toEqual(['rejected', 'fulfilled']);
});
