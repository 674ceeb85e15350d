import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import type { Touchpoint } from '../../shared/core/record/touchpoint.ts';
import type { UnderContract } from './worlds.ts';

const at = (time: string) => Temporal.Instant.from(`2026-11-22T${time}Z`);
const readable = (value: unknown) => JSON.parse(JSON.stringify(value));

const touchpoint = (id: string, more: Partial<Touchpoint> = {}): Touchpoint => ({
  id,
  customer: 'c#1',
  enrolment: 'e1',
  scenario: 'after-purchase',
  version: 1,
  step: 'trouble',
  kind: 'marketing',
  template: 'after-purchase/any-trouble',
  state: 'sent',
  because: 'accepted',
  at: at('10:00:00.123'),
  messageId: `ses-${id}`,
  ...more,
});
const unknown = (id: string) =>
  touchpoint(id, { state: 'unknown', because: 'outcome-unknown', messageId: undefined });

export function touchpointsKeepTheirContract(world: () => UnderContract) {
  test('a touchpoint nobody settled is not there', async () => {
    expect(await world().touchpoints.load('c#1', 't-none')).toBeUndefined();
    expect(await world().touchpoints.loadMany([['c#1', 't-none']])).toEqual([]);
    expect(await world().touchpoints.loadMany([])).toEqual([]);
    expect(await world().touchpoints.list('nobody')).toEqual([]);
  });

  test('a settled touchpoint is told as it was settled', async () => {
    expect(await world().touchpoints.settle(touchpoint('t1'))).toBe('settled');
    const told = await world().touchpoints.load('c#1', 't1');
    expect(readable(told)).toEqual(readable({ ...touchpoint('t1'), feedback: {} }));
  });

  test('an unknown outcome gives way to a known one, and to itself', async () => {
    expect(await world().touchpoints.settle(unknown('t2'))).toBe('settled');
    expect(await world().touchpoints.settle(unknown('t2'))).toBe('settled');
    expect(await world().touchpoints.settle(touchpoint('t2'))).toBe('settled');
    expect(await world().touchpoints.load('c#1', 't2')).toMatchObject({ state: 'sent', messageId: 'ses-t2' });
  });

  test('a known outcome gives way to nothing', async () => {
    for (const state of ['sent', 'skipped', 'would-send'] as const) {
      const id = `t3-${state}`;
      await world().touchpoints.settle(touchpoint(id, { state }));
      expect(await world().touchpoints.settle(unknown(id))).toBe('already');
      expect(await world().touchpoints.settle(touchpoint(id, { messageId: 'other' }))).toBe('already');
      expect(await world().touchpoints.load('c#1', id)).toMatchObject({ state, messageId: `ses-${id}` });
    }
  });
}

export function feedbackKeepsItsContract(world: () => UnderContract) {
  test('of each kind of feedback the earliest instant is kept, in any order', async () => {
    await world().touchpoints.settle(touchpoint('t4'));
    await world().touchpoints.note('c#1', 't4', 'clicked', at('12:00:00.5'));
    await world().touchpoints.note('c#1', 't4', 'clicked', at('11:00:00.25'));
    await world().touchpoints.note('c#1', 't4', 'clicked', at('13:00:00'));
    await world().touchpoints.note('c#1', 't4', 'delivered', at('10:00:01'));
    expect(readable((await world().touchpoints.load('c#1', 't4'))?.feedback)).toEqual({
      clicked: '2026-11-22T11:00:00.25Z',
      delivered: '2026-11-22T10:00:01Z',
    });
  });

  test('feedback that comes before the outcome waits for it', async () => {
    await world().touchpoints.note('c#1', 't5', 'bounced', at('10:00:02'));
    expect(await world().touchpoints.load('c#1', 't5')).toBeUndefined();
    expect(await world().touchpoints.settle(touchpoint('t5'))).toBe('settled');
    const told = await world().touchpoints.load('c#1', 't5');
    expect(readable(told?.feedback)).toEqual({ bounced: '2026-11-22T10:00:02Z' });
  });

  test('many are read at once, across customers, each once, without the missing', async () => {
    const ids = Array.from({ length: 120 }, (_, n) => `m-${n}`);
    for (const id of ids) await world().touchpoints.settle(touchpoint(id, { customer: 'many' }));
    const keys = [
      ...ids.map((id) => ['many', id] as const),
      ['many', 'm-0'] as const,
      ['c#1', 't1'] as const,
    ];
    const told = await world().touchpoints.loadMany([...keys, ['many', 'missing']]);
    expect(told.map(({ customer, id }) => `${customer} ${id}`).sort()).toEqual(
      [...ids.map((id) => `many ${id}`), 'c#1 t1'].sort(),
    );
  });

  test('a customer’s touchpoints are listed, and nobody else’s', async () => {
    await world().touchpoints.settle(touchpoint('l1', { customer: 'lister' }));
    await world().touchpoints.settle(touchpoint('l2', { customer: 'lister' }));
    await world().touchpoints.settle(touchpoint('l3', { customer: 'lister#2' }));
    await world().touchpoints.note('lister', 'l4', 'delivered', at('10:00:00'));
    const told = await world().touchpoints.list('lister');
    expect(told.map(({ id }) => id).sort()).toEqual(['l1', 'l2']);
  });
}

export function addressesKeepTheirContract(world: () => UnderContract) {
  test('an address nobody spoke of is not there, and one in use has no suppression', async () => {
    expect(await world().addresses.load('a0')).toBeUndefined();
    await world().addresses.use('a0', 'c1');
    await world().addresses.use('a0', 'c1');
    await world().addresses.use('a0', 'c2');
    expect(await world().addresses.holders('a0')).toEqual(['c1', 'c2']);
    expect(await world().addresses.holders('of-nobody')).toEqual([]);
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
      for (const version of order) {
        await addresses.use(key, 'c#1', version === 3 ? newer : { granted: [], version, at: one });
      }
      await addresses.use(key, 'c2', { granted: [], bought: true, version: 1, at: one });
      await addresses.use(key, 'c3');
      expect(readable((await addresses.load(key))?.holders)).toEqual(
        readable({
          'c#1': { granted: ['tips', 'news'], boughtAt: one, since: order[0] === 1 ? one : two },
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
