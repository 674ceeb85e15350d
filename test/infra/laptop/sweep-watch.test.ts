import { expect, test } from 'vitest';
import { SweepWatch } from '../../../infra/laptop/table/sweep-watch.ts';

const all = () => false;

test('the earliest is told, as the last writes left it', () => {
  const watch = new SweepWatch();
  expect(watch.earliest_ms(all)).toBeUndefined();
  watch.note('a', 300);
  watch.note('b', 200);
  expect(watch.earliest_ms(all)).toBe(200);
  watch.note('b', 400);
  expect(watch.earliest_ms(all)).toBe(300);
  watch.note('a', undefined);
  expect(watch.earliest_ms(all)).toBe(400);
});

test('those at work are passed over, and come back afterwards', () => {
  const watch = new SweepWatch();
  watch.note('a', 100);
  watch.note('b', 200);
  expect(watch.earliest_ms((partition) => partition === 'a')).toBe(200);
  expect(watch.earliest_ms(all)).toBe(100);
});

test('a moment that comes again after another counts once', () => {
  const watch = new SweepWatch();
  for (const at_ms of [100, 200, 100]) watch.note('a', at_ms);
  watch.note('a', undefined);
  expect(watch.earliest_ms(all)).toBeUndefined();
});
