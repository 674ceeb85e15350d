/** When the sweep may find somebody: what would have woken them was lost, or lies somewhere with the alarm it owes. */
import { expect, test } from 'vitest';
import { newCustomer } from '../../shared/core/record/customer.ts';
import { startAt } from './simulation.ts';
import { storeOf } from './store.ts';
import { roundHours } from './sweeps.ts';

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

/** What is said of c-0, whose alarm was lost and who was saved since, when a round finds them so many hours after the loss. */
async function foundAfter(hours: number, records: number): Promise<string | undefined> {
  const seed = seedWhere(({ sweepPages }) => sweepPages === 1);
  const { oracle, memory, kernel, scheduler } = storeOf({ ...options, seed }, startAt);
  for (let nth = 0; nth < records; nth += 1) await memory.customers.save(newCustomer('sim', `c-${nth}`), {});
  const message = { kind: 'look', customer: 'c-0', arm: 1 } as const;
  scheduler.lost({ name: 'a-1', due: startAt, lane: 'marketing', message });
  const hour_ms = 3_600_000;
  kernel.at(startAt.epochMilliseconds + hour_ms, 'saved', () => oracle.alarms.stored('c-0'));
  kernel.at(startAt.epochMilliseconds + hours * hour_ms, 'woken', () =>
    oracle.alarms.woken(undefined, 'c-0'),
  );
  await kernel.run(startAt.epochMilliseconds + (hours + 1) * hour_ms, () => false);
  return oracle.violation?.invariant;
}

function seedWhere(is: (settings: ReturnType<typeof storeOf>['settings']) => boolean): number {
  let seed = 1;
  while (!is(storeOf({ ...options, seed }, startAt).settings)) seed += 1;
  return seed;
}

test('after a save that could not put right what was lost, the sweep may take as many hours as its rounds do, and not many more', async () => {
  expect(roundHours(28, { sweepPages: 1 })).toBe(7);
  expect(await foundAfter(13, 28)).toBeUndefined();
  expect(await foundAfter(15, 28)).toBe('the sweep finds nobody but whose alarm was lost');
  expect(await foundAfter(9, 4)).toBe('the sweep finds nobody but whose alarm was lost');
});
