/** Records that end in the midst of orders: often enough to be met, and whoever comes back is somebody new. */
import { expect, test } from 'vitest';
import { orderIdOf, planOf, startAt } from './planned-storefront.ts';
import { randomOf } from './random.ts';
import { withEnds } from './storefront-ends.ts';

const season = { customers: 200, days: 400, startAt };
const plan = planOf(42, season.customers, season.days);
const { acts, erasures } = withEnds(randomOf(42).fork('ends'), plan, season);
const erasedAt_ms = new Map(
  erasures.map(({ at_ms, detail }) => [(detail.customer as { id: string }).id, at_ms]),
);

test('some records become part of another, and some are erased, but never both', () => {
  const merges = acts.flatMap(({ name, detail }) =>
    name === 'CustomerMerged' ? [detail.merge as { from: string; to: string }] : [],
  );
  expect(merges.length).toBeGreaterThan(5);
  expect(erasures.length).toBeGreaterThan(10);
  for (const { from, to } of merges)
    expect([erasedAt_ms.has(from), erasedAt_ms.has(to)]).toEqual([false, false]);
});

test('after an erasure the one who was erased tells of old orders alone, and orders again as somebody new', () => {
  const again = acts.filter(({ customer }) => customer.endsWith('-again'));
  expect(again.some(({ name }) => name === 'OrderPlaced')).toBe(true);
  const placedBefore = new Set(
    acts.flatMap((act) =>
      act.name === 'OrderPlaced' && act.at_ms < (erasedAt_ms.get(act.customer) ?? 0) ? [orderIdOf(act)] : [],
    ),
  );
  const late = acts.filter(
    ({ customer, at_ms }) => at_ms >= (erasedAt_ms.get(customer) ?? Number.POSITIVE_INFINITY),
  );
  expect(late.length).toBeGreaterThan(5);
  for (const act of late) expect(placedBefore.has(orderIdOf(act)) || act.name !== 'OrderPlaced').toBe(true);
});

test('an order is told under one id', () => {
  const told = acts.filter(orderIdOf);
  const owners = new Set(told.map((act) => `${orderIdOf(act)} ${act.customer}`));
  expect(owners.size).toBe(new Set(told.map(orderIdOf)).size);
});
