import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { type Customer, newCustomer } from '../../shared/core/record/customer.ts';
import { sweepShards } from '../../shared/ports/sweep.ts';
import { store, type UnderContract } from './worlds.ts';

const at = (time: string) => Temporal.Instant.from(`2030-01-01T${time}Z`);

export function sweepKeepsItsContract(world: () => UnderContract) {
  /** Who is overdue in any shard, and since when. */
  const overdue = async (before: string, limit = 100) => {
    const shards = Array.from({ length: sweepShards }, (_, shard) =>
      world().sweep.overdue(shard, at(before), limit),
    );
    const found = (await Promise.all(shards)).flat().filter(({ customer }) => customer.startsWith('w'));
    return found.map(({ customer, sweepAt }) => `${customer} ${sweepAt}`).sort();
  };
  const save = async (id: string, transactional: Temporal.Instant | undefined) => {
    const known = (await world().customers.load(id)) ?? newCustomer(store, id);
    return (await world().customers.save(known, { transactional })) as Customer;
  };

  test('the sweep finds those whose moment has come, and nobody else', async () => {
    await save('w-due', at('10:00:00'));
    await save('w-now', at('11:00:00'));
    await save('w-later', at('11:00:01'));
    await save('w-never', undefined);
    expect(await overdue('11:00:00')).toEqual(['w-due 2030-01-01T10:00:00Z', 'w-now 2030-01-01T11:00:00Z']);
  });

  test('a moment within a second is asked for when that second is over', async () => {
    await save('w-due', at('10:00:00.001'));
    expect(await overdue('10:00:00.999')).toEqual([]);
    expect(await overdue('10:00:01')).toEqual(['w-due 2030-01-01T10:00:01Z']);
  });

  test('a customer who waits for nothing any more is out of the sweep', async () => {
    await save('w-due', undefined);
    await save('w-now', undefined);
    expect(await overdue('11:00:00')).toEqual([]);
  });

  test('a push moves the moment on, once', async () => {
    await save('w-due', at('10:00:00'));
    const seen = { customer: 'w-due', sweepAt: at('10:00:00') };
    expect(await world().sweep.push(seen, at('12:00:00'))).toBe(true);
    expect(await world().sweep.push(seen, at('13:00:00'))).toBe(false);
    expect(await overdue('12:30:00')).toEqual(['w-due 2030-01-01T12:00:00Z', 'w-later 2030-01-01T11:00:01Z']);
  });

  test('a push loses against a save that moved the moment', async () => {
    const seen = { customer: 'w-due', sweepAt: at('12:00:00') };
    await save('w-due', at('20:00:00'));
    expect(await world().sweep.push(seen, at('13:00:00'))).toBe(false);
    await save('w-due', undefined);
    expect(await world().sweep.push(seen, at('13:00:00'))).toBe(false);
    expect(await world().sweep.push({ customer: 'w-nobody', sweepAt: at('12:00:00') }, at('13:00:00'))).toBe(
      false,
    );
    expect(await overdue('23:00:00')).toEqual(['w-later 2030-01-01T11:00:01Z']);
  });

  test('a push is no change of the record: a save decided before it still holds', async () => {
    const before = await save('w-due', at('10:00:00'));
    await world().sweep.push({ customer: 'w-due', sweepAt: at('10:00:00') }, at('11:00:00'));
    expect(await world().customers.save(before, {})).toMatchObject({ version: before.version + 1 });
  });

  test('no more are told than asked for, the longest overdue first', async () => {
    for (let n = 0; n < 40; n++) await save(`w-many-${n}`, at(`0${n % 10}:00:00`));
    for (let shard = 0; shard < sweepShards; shard++) {
      const two = await world().sweep.overdue(shard, at('23:00:00'), 2);
      const all = await world().sweep.overdue(shard, at('23:00:00'), 100);
      expect(two).toHaveLength(Math.min(2, all.length));
      const hours = all.map(({ sweepAt }) => sweepAt.epochMilliseconds);
      expect(hours).toEqual([...hours].sort((a, b) => a - b));
    }
  });
}
