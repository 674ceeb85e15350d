/** What is known of an address: suppressions, and the customers whose it is. */
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { holdersOf } from '../support/holders.ts';
import type { UnderContract } from './worlds.ts';

const at = (time: string) => Temporal.Instant.from(`2026-11-22T${time}Z`);
const readable = (value: unknown) => JSON.parse(JSON.stringify(value));

export function addressesKeepTheirContract(world: () => UnderContract) {
  test('an address nobody spoke of is not there, and one in use has no suppression', async () => {
    expect(await world().addresses.load('a0')).toBeUndefined();
    await world().addresses.use('a0', 'c1');
    await world().addresses.use('a0', 'c1');
    await world().addresses.use('a0', 'c2');
    expect(await holdersOf(world(), 'a0')).toEqual(['c1', 'c2']);
    expect(await holdersOf(world(), 'of-nobody')).toEqual([]);
    expect(await world().addresses.load('a0')).toEqual({ key: 'a0', holders: { c1: {}, c2: {} } });
  });

  test('of each holder the word of its newest record stays, and the first moment; who leaves takes all of it along', async () => {
    const { addresses } = world();
    const [one, two] = [at('10:00:00'), at('11:00:00')];
    const newer = { granted: ['tips', 'news'], boughtAt: one, version: 3, at: two } as const;
    for (const order of [
      [1, 3],
      [3, 1],
      [3, 3],
    ]) {
      const key = `h-${order.join('-')}`;
      for (const id of ['c#1', 'c2']) await addresses.use(key, id, { at: one });
      for (const version of order) {
        await addresses.use(key, 'c#1', version === 3 ? newer : { granted: [], version, at: one });
      }
      await addresses.use(key, 'c2', { granted: [], bought: true, version: 1, at: one });
      await addresses.use(key, 'c3');
      expect(readable((await addresses.load(key))?.holders)).toEqual(
        readable({
          'c#1': { granted: ['tips', 'news'], boughtAt: one, since: one },
          c2: { granted: [], bought: true, since: one },
          c3: {},
        }),
      );
      await addresses.leave(key, 'c#1');
      await addresses.use(key, 'c#1');
      expect(Object.entries((await addresses.load(key))?.holders ?? {})).toEqual([
        ['c#1', {}],
        ['c2', expect.anything()],
        ['c3', {}],
      ]);
    }
  });

  test('a word of a record changes who has the address, and brings nobody back who has left it', async () => {
    const { addresses } = world();
    const word = { granted: ['news'], version: 7, at: at('10:00:00') } as const;
    expect(await addresses.use('l0', 'c1', word)).toBeUndefined();
    expect(await addresses.load('l0')).toBeUndefined();
    await addresses.use('l0', 'c1', { at: at('10:00:00') });
    await addresses.use('l0', 'c2', { at: at('10:00:00') });
    await addresses.use('l0', 'c1', word);
    await addresses.leave('l0', 'c1');
    expect(await addresses.use('l0', 'c1', word)).toBeUndefined();
    expect(Object.keys((await addresses.load('l0'))?.holders ?? {})).toEqual(['c2']);
    await addresses.use('l0', 'c1', { at: at('11:00:00') });
    expect((await addresses.load('l0'))?.holders?.c1?.granted).toBeUndefined();
  });

  test('whoever comes to an address is told who has it already; who is there is told nothing', async () => {
    const { addresses } = world();
    const [one, two] = [at('10:00:00'), at('11:00:00')];
    expect(readable(await addresses.use('n0', 'c1', { at: one }))).toEqual(
      readable({ key: 'n0', holders: { c1: { since: one } } }),
    );
    expect(readable(await addresses.use('n0', 'c2', { at: two }))).toEqual(
      readable({ key: 'n0', holders: { c1: { since: one }, c2: { since: two } } }),
    );
    expect(await addresses.use('n0', 'c1', { at: two })).toBeUndefined();
    const told = await addresses.use('n0', 'c1', { granted: ['news'], version: 4, at: two });
    expect(readable(told?.holders?.c1)).toEqual(readable({ granted: ['news'], since: one }));
    expect(await addresses.use('n0', 'c1', { granted: [], version: 3, at: two })).toBeUndefined();
  });

  test('more users of an address than are remembered do no harm', async () => {
    for (let n = 0; n < 55; n++) await world().addresses.use('a1', `c${n}`);
    await world().addresses.use('a1', 'c0');
    await world().addresses.use('a1', 'c54', { granted: ['news'], version: 1, at: at('10:00:00') });
    await world().addresses.use('a1', 'c7', { granted: ['news'], version: 1, at: at('10:00:00') });
    const holders = (await world().addresses.load('a1'))?.holders ?? {};
    expect([Object.keys(holders).length, holders.c54, holders.c7?.granted]).toEqual([
      50,
      undefined,
      ['news'],
    ]);
  });

  test('the latest suppression stays, in whatever order they come', async () => {
    const first = { because: 'unsubscribed', at: at('10:00:00.001') } as const;
    const again = { because: 'unsubscribed', at: at('10:00:00.002') } as const;
    for (const [key, order] of [
      ['a2', [first, again]],
      ['a3', [again, first]],
    ] as const) {
      for (const suppression of [...order, ...order])
        await world().addresses.suppress(key, 'marketing', suppression);
      expect(readable(await world().addresses.load(key))).toEqual(readable({ key, marketing: again }));
    }
  });

  test('a bounce never hides a complaint, whichever is the later and whichever comes first', async () => {
    const complaint = { because: 'complaint', at: at('10:00:00') } as const;
    const bounces = ['09:00:00', '10:00:00', '11:00:00'].map((time) => ({
      because: 'hard-bounce' as const,
      at: at(time),
    }));
    for (const [key, order] of [
      ['a4', [...bounces, complaint]],
      ['a5', [complaint, ...bounces]],
    ] as const) {
      for (const suppression of order) await world().addresses.suppress(key, 'all', suppression);
      expect(readable(await world().addresses.load(key))).toEqual(readable({ key, all: complaint }));
    }
  });

  test('an erasure hides no unsubscribe', async () => {
    const unsubscribed = { because: 'unsubscribed', at: at('10:00:00') } as const;
    const erased = { because: 'erased', at: at('11:00:00') } as const;
    await world().addresses.suppress('a7', 'marketing', unsubscribed);
    await world().addresses.suppress('a7', 'erased', erased);
    const state = await world().addresses.load('a7');
    expect(readable(state)).toEqual(readable({ key: 'a7', marketing: unsubscribed, erased }));
  });

  test('the two scopes are apart, and users stay beside them', async () => {
    await world().addresses.use('a6', 'c1');
    await world().addresses.suppress('a6', 'marketing', { because: 'unsubscribed', at: at('09:00:00') });
    expect((await world().addresses.load('a6'))?.all).toBeUndefined();
    await world().addresses.suppress('a6', 'all', { because: 'complaint', at: at('11:00:00') });
    expect(readable(await world().addresses.load('a6'))).toEqual({
      key: 'a6',
      holders: { c1: {} },
      all: { because: 'complaint', at: '2026-11-22T11:00:00Z' },
      marketing: { because: 'unsubscribed', at: '2026-11-22T09:00:00Z' },
    });
  });
}
