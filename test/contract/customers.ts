import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { type Customer, newCustomer } from '../../shared/core/record/customer.ts';
import { encodeRecord, NewerRecordShape, recordShape } from '../../shared/core/record/record-codec.ts';
import { arbitraryCustomer } from '../core/record/arbitrary-customer.ts';
import { store, type UnderContract } from './worlds.ts';

/** Instants have no fields of their own, so customers are compared by their JSON. */
const readable = (customer: Customer | undefined) => customer && JSON.parse(JSON.stringify(customer));
const named = (id: string, name: string): Customer => ({ ...newCustomer(store, id), profile: { name } });

export function customersKeepTheirContract(world: () => UnderContract) {
  test('a customer nobody saved is not there', async () => {
    expect(await world().customers.load('nobody')).toBeUndefined();
    expect(await world().customers.loadWithAddress('nobody', 'no-key')).toEqual({});
    expect(await world().customers.loadWithAddress('nobody', undefined)).toEqual({});
  });

  test('a saved customer is loaded as she was saved, one version on', async () => {
    const saved = await world().customers.save(named('c1', '山田'), {});
    expect(saved).toMatchObject({ id: 'c1', version: 1 });
    expect(readable(await world().customers.load('c1'))).toEqual(readable(saved as Customer));
  });

  test('any customer comes back from the store as she was', async () => {
    let n = 0;
    await fc.assert(
      fc.asyncProperty(arbitraryCustomer, async (any) => {
        // What newer code stored has been through this database before: names and numbers it takes.
        const unknown = any.unknown && {
          later: { text: JSON.stringify(any.unknown), list: [1, null, true] },
        };
        const customer = { ...any, store, id: `any-${n++}`, version: 0, unknown };
        const saved = await world().customers.save(customer, {});
        expect(saved).not.toBe('conflict');
        expect(readable(await world().customers.load(customer.id))).toEqual(readable(saved as Customer));
      }),
      { numRuns: 40 },
    );
  });

  test('an id may hold any sign', async () => {
    for (const id of ['a#b', '#', 'C#shop#c1', '客-1', 'a b/c?d=e']) {
      await world().customers.save(named(id, id), {});
      expect((await world().customers.load(id))?.profile.name).toBe(id);
    }
  });
}

export function savesKeepTheirContract(world: () => UnderContract) {
  test('a first save finds someone there and is refused', async () => {
    await world().customers.save(named('c2', 'first'), {});
    expect(await world().customers.save(named('c2', 'second'), {})).toBe('conflict');
    expect((await world().customers.load('c2'))?.profile.name).toBe('first');
  });

  test('a save of an older version is refused and changes nothing', async () => {
    const one = (await world().customers.save(named('c3', 'one'), {})) as Customer;
    await world().customers.save({ ...one, profile: { name: 'two' } }, {});
    expect(await world().customers.save({ ...one, profile: { name: 'late' } }, {})).toBe('conflict');
    expect(await world().customers.load('c3')).toMatchObject({ version: 2, profile: { name: 'two' } });
  });

  test('a save of a version that nobody stored is refused', async () => {
    expect(await world().customers.save({ ...named('c4', 'ghost'), version: 3 }, {})).toBe('conflict');
    expect(await world().customers.load('c4')).toBeUndefined();
  });

  test('of several writers at once exactly one wins, with the same words or others', async () => {
    const before = (await world().customers.save(named('c5', 'before'), {})) as Customer;
    const writers = ['one', 'two', 'three', 'three'].map((name) =>
      world().customers.save({ ...before, profile: { name } }, {}),
    );
    const results = await Promise.all(writers);
    const winners = results.filter((result) => result !== 'conflict');
    expect(winners).toHaveLength(1);
    expect(readable(await world().customers.load('c5'))).toEqual(readable(winners[0]));
  });
}

export function loadsKeepTheirContract(world: () => UnderContract) {
  test('a load is nobody else’s object', async () => {
    await world().customers.save(named('c6', 'kept'), {});
    const mine = (await world().customers.load('c6')) as { profile: { name?: string | undefined } };
    mine.profile.name = 'spoilt';
    expect((await world().customers.load('c6'))?.profile.name).toBe('kept');
  });

  test('customer and address are read together, whichever is there', async () => {
    const at = Temporal.Instant.from('2026-11-01T00:00:00Z');
    await world().customers.save(named('c7', 'seven'), {});
    await world().addresses.suppress('key-7', 'all', { because: 'complaint', at });
    const both = await world().customers.loadWithAddress('c7', 'key-7');
    expect(both.customer?.profile.name).toBe('seven');
    expect(both.address).toMatchObject({ key: 'key-7', all: { because: 'complaint' } });
    expect((await world().customers.loadWithAddress('c7', 'other')).address).toBeUndefined();
    expect((await world().customers.loadWithAddress('nobody', 'key-7')).address?.key).toBe('key-7');
  });

  test('a record of a newer shape is refused and stays untouched', async () => {
    const newer = {
      ...encodeRecord({ ...named('c8', 'newer'), version: 4 }),
      shape: recordShape + 1,
      mood: { is: 'new' },
    };
    await world().plant(newer);
    await expect(world().customers.load('c8')).rejects.toThrow(NewerRecordShape);
    await expect(world().customers.loadWithAddress('c8', 'key-8')).rejects.toThrow(NewerRecordShape);
    expect(await world().customers.save(named('c8', 'old code'), {})).toBe('conflict');
    expect(await world().stored('c8')).toMatchObject(newer);
  });

  test('fields that newer code wrote outlive a save by this code', async () => {
    await world().plant({ ...encodeRecord({ ...named('c9', 'x'), version: 1 }), points: { balance: 7 } });
    const loaded = (await world().customers.load('c9')) as Customer;
    await world().customers.save({ ...loaded, profile: { name: 'y' } }, {});
    expect(await world().stored('c9')).toMatchObject({
      version: 2,
      points: { balance: 7 },
      profile: { name: 'y' },
    });
  });

  test('a big record is kept whole', async () => {
    const big = {
      ...named('c10', 'big'),
      seen: Array.from({ length: 3000 }, (_, n) => `event-${n}-イベント`),
    };
    const saved = await world().customers.save(big, {});
    expect(readable(await world().customers.load('c10'))).toEqual(readable(saved as Customer));
  });
}
