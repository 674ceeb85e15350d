import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import type { Touchpoint } from '../../../shared/core/record/touchpoint.ts';
import { memoryWorld } from '../../../shared/memory/memory-world.ts';
import { customerKey } from '../../../shared/service/saving/customer-key.ts';
import { touchpointsOfKnown } from '../../../shared/service/sending/touchpoints-of-known.ts';

const at = Temporal.Instant.from('2026-03-03T05:00:00Z');
const touchpoint = (id: string, customer: string): Touchpoint => ({
  id,
  customer,
  enrolment: 'e1',
  scenario: 'order-thanks',
  version: 1,
  step: 'thanks',
  kind: 'transactional',
  template: 'order-thanks/thanks',
  state: 'sent',
  because: 'accepted',
  at,
});

async function worldWithout(id: string) {
  const world = memoryWorld({ startAt: at, settings: { locale: 'ja' } });
  await world.gone.bury(customerKey(await world.keys(), id), at);
  return { world, touchpoints: touchpointsOfKnown(world.touchpoints, world) };
}

test('what the mail service tells of somebody erased writes nothing', async () => {
  const { world, touchpoints } = await worldWithout('c-1');
  expect(await touchpoints.loadMany([['c-1', 't1']])).toEqual([]);
  expect(await touchpoints.settle(touchpoint('t1', 'c-1'))).toBe('already');
  await touchpoints.note('c-1', 't1', 'clicked', at);
  expect(await world.beside.list('c-1')).toEqual([]);
});

test('of everybody else it is settled and noted, and nothing is asked of whom the batch has found', async () => {
  const { world } = await worldWithout('c-1');
  let asked = 0;
  const gone = {
    ...world.gone,
    load: (who: string) => {
      asked++;
      return world.gone.load(who);
    },
  };
  const touchpoints = touchpointsOfKnown(world.touchpoints, { gone, keys: world.keys });
  expect(await touchpoints.settle(touchpoint('t2', 'c-2'))).toBe('settled');
  expect(asked).toBe(1);
  expect(await touchpoints.loadMany([['c-2', 't2']])).toHaveLength(1);
  await touchpoints.note('c-2', 't2', 'clicked', at);
  expect(asked).toBe(1);
  expect((await touchpoints.load('c-2', 't2'))?.feedback.clicked).toEqual(at);
  expect(await touchpoints.list('c-2')).toHaveLength(1);
});
