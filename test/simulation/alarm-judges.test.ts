/** When the sweep may find somebody: what would have woken them was lost, or lies somewhere with the alarm it owes. */
import { expect, test } from 'vitest';
import { startAt } from './simulation.ts';
import { storeOf } from './store.ts';

const options = { seed: 1, customers: 1, days: 1, faults: [], scenarios: 'shipped' } as const;

/** What is said of c-0 when a round finds them while this lies among the dead letters. */
function foundWith(dead: string | undefined): string | undefined {
  const { oracle, queues } = storeOf(options, startAt);
  oracle.truth.storefront.handedOver('c-2', 'c-1');
  oracle.truth.storefront.handedOver('c-1', 'c-0');
  if (dead !== undefined) queues.intake.dead.push({ body: JSON.stringify({ customer: dead }), reason: 'x' });
  oracle.alarms.woken(undefined, 'c-0');
  return oracle.violation?.invariant;
}

test('an event that failed tells of the alarm that nobody armed, under any id that has become the customer’s', () => {
  for (const name of ['c-0', 'c-1', 'c-2']) expect(foundWith(name), name).toBeUndefined();
  const lost = 'the sweep finds nobody but whose alarm was lost';
  expect(foundWith(undefined)).toBe(lost);
  expect(foundWith('c-3')).toBe(lost);
});
