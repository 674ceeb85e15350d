/** D07: a pause that is forgotten is told of while the order mail it holds may still go. */
import { expect, test } from 'vitest';
import { noBrakes } from '../../../shared/core/record/brakes.ts';
import { storeWithOrder, thanksOf } from '../../support/store-with-order.ts';

const all = { paused: { ...noBrakes.paused, all: true } };

test('a forgotten pause of all mail is told of in the last twelve hours before a thank-you expires', async () => {
  const store = await storeWithOrder();
  await store.world.control.write(all);
  // 72 hours is what order mail has; asked once an hour from its due on.
  await store.pass({ hours: 59, minutes: 30 });
  expect(store.world.metrics.of('PausedTooLong')).toBe(0);
  await store.pass({ hours: 1 });
  expect(store.world.metrics.of('PausedTooLong')).toBe(1);
  await store.world.control.write(noBrakes);
  await store.pass({ hours: 1 });
  expect(await thanksOf(store)).toMatchObject({ state: 'sent' });
});

test('one that lasts four days costs the thank-you, told of twelve times before', async () => {
  const store = await storeWithOrder();
  await store.world.control.write(all);
  await store.pass({ days: 4 });
  expect(await thanksOf(store)).toMatchObject({ state: 'skipped', because: 'too-late' });
  expect(store.world.metrics.of('PausedTooLong')).toBe(12);
});

test.each([
  [24, 11],
  [4, 1],
  [1, 0],
])(
  'order mail that expires after %i h is told of once half its time is over, not in the first %i h',
  async (hours, quiet) => {
    const settings = { expiryHours: { transactional: hours, marketing: 24 } };
    const store = await storeWithOrder({ settings });
    await store.world.control.write(all);
    await store.pass({ hours: quiet, minutes: 1 });
    expect(store.world.metrics.of('PausedTooLong')).toBe(quiet === 0 ? 1 : 0);
    await store.pass({ hours: 2 });
    expect(store.world.metrics.of('PausedTooLong')).toBeGreaterThan(0);
  },
);

test('a pause of marketing is nothing to be woken for', async () => {
  const store = await storeWithOrder();
  await store.world.control.write({ paused: { ...noBrakes.paused, marketing: true } });
  await store.pass({ days: 30 });
  expect(store.world.metrics.of('PausedTooLong')).toBe(0);
});
