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
