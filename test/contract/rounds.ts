import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { type Customer, newCustomer } from '../../shared/core/record/customer.ts';
import { store, type UnderContract } from './worlds.ts';

const at = (time: string) => Temporal.Instant.from(`2031-01-01T${time}Z`);

export function roundsKeepTheirContract(world: () => UnderContract) {
  /** Who of this test is asleep at that moment, on all pages. */
  const asleep = async (before: string) => {
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const { ids, next } = await world().rounds.asleep(cursor, at(before));
      found.push(...ids.filter((id) => id.startsWith('z')));
      cursor = next;
    } while (cursor !== undefined);
    return found.sort();
  };
  const save = async (id: string, any: Temporal.Instant | undefined) => {
    const known = (await world().customers.load(id)) ?? newCustomer(store, id);
    return (await world().customers.save(known, { any })) as Customer;
  };

  test('a scan finds those whose moment has come, whatever they wait for, and nobody else', async () => {
    await save('z-due#é', at('10:00:00'));
    await save('z-now', at('11:00:00'));
    await save('z-later', at('11:00:01'));
    await save('z-never', undefined);
    await world().contexts.put('z-due#é', 'e-1', { wakeAt: 1 });
    expect(await asleep('11:00:00')).toEqual(['z-due#é', 'z-now']);
    expect(await asleep('11:00:00.999')).toEqual(['z-due#é', 'z-now']);
    expect(await asleep('11:00:01')).toEqual(['z-due#é', 'z-later', 'z-now']);
    await save('z-now', undefined);
    expect(await asleep('11:00:00')).toEqual(['z-due#é']);
  });

  test('a transactional moment alone is for the index, and one of anything never in it', async () => {
    const known = await save('z-index', at('10:00:00'));
    const shards = Array.from({ length: 16 }, (_, shard) =>
      world().sweep.overdue(shard, at('12:00:00'), 100),
    );
    expect((await Promise.all(shards)).flat().filter(({ customer }) => customer === 'z-index')).toEqual([]);
    await world().customers.save(known, { transactional: at('10:00:00') });
    expect(await asleep('12:00:00')).not.toContain('z-index');
  });

  test('whoever was woken is looked away from, once, and unless a save has moved the moment', async () => {
    await save('z-due#é', at('10:00:00'));
    expect(await world().rounds.putOff('z-due#é', at('11:00:00'), at('12:00:00'))).toBe(true);
    expect(await asleep('11:30:00')).not.toContain('z-due#é');
    expect(await world().rounds.putOff('z-due#é', at('11:30:00'), at('13:00:00'))).toBe(false);
    expect(await asleep('12:00:00')).toContain('z-due#é');
    await save('z-due#é', undefined);
    expect(await world().rounds.putOff('z-due#é', at('23:00:00'), at('23:30:00'))).toBe(false);
  });

  test('nobody is made by being looked away from, and a save decided before it still holds', async () => {
    expect(await world().rounds.putOff('z-nobody', at('11:00:00'), at('12:00:00'))).toBe(false);
    expect(await world().customers.load('z-nobody')).toBeUndefined();
    const before = await save('z-due#é', at('10:00:00'));
    await world().rounds.putOff('z-due#é', at('11:00:00'), at('12:00:00'));
    expect(await world().customers.load('z-due#é')).toEqual(before);
    expect(await world().customers.save(before, {})).toMatchObject({ version: before.version + 1 });
  });

  test('a round begins once in its time, where the last one stood, and an older one is told to end', async () => {
    const { rounds } = world();
    const [first, second] = [at('01:00:00'), at('02:00:00')];
    expect(await rounds.begin(first, at('00:05:00'))).toEqual({ cursor: undefined });
    expect(await rounds.begin(at('01:15:00'), at('00:20:00'))).toBeUndefined();
    expect(await rounds.reached(first, undefined, 'page-1')).toBe(true);
    expect(await rounds.reached(first, undefined, 'page-1')).toBe(false);
    expect(await rounds.reached(first, 'page-1', 'page-2')).toBe(true);
    expect(await rounds.begin(second, at('01:05:00'))).toEqual({ cursor: 'page-2' });
    expect(await rounds.reached(first, 'page-2', 'page-3')).toBe(false);
    expect(await rounds.reached(second, 'page-2', undefined)).toBe(true);
    expect(await rounds.begin(at('03:00:00'), at('02:05:00'))).toEqual({ cursor: undefined });
    expect(await rounds.reached(at('03:00:00'), undefined, undefined)).toBe(true);
  });

  test('of two who begin a round at once one does', async () => {
    const { rounds } = world();
    const both = [at('05:00:00'), at('05:00:01')].map((now) => rounds.begin(now, at('04:00:00')));
    expect((await Promise.all(both)).filter((begun) => begun !== undefined)).toHaveLength(1);
  });

  test('the brakes and the round leave each other alone', async () => {
    await world().control.write({ paused: { all: false, marketing: true, scenarios: [] } });
    await world().rounds.begin(at('08:00:00'), at('07:00:00'));
    expect((await world().control.read()).paused.marketing).toBe(true);
    await world().control.write({ paused: { all: false, marketing: false, scenarios: [] } });
    expect(await world().rounds.reached(at('08:00:00'), undefined, undefined)).toBe(true);
  });
}
