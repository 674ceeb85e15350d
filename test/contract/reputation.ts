import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { noBrakes } from '../../shared/core/record/brakes.ts';
import type { UnderContract } from './worlds.ts';

const at = (time: string) => Temporal.Instant.from(`2026-11-22T${time}Z`);
const readable = (value: unknown) => JSON.parse(JSON.stringify(value));
const counts = (sent: number, bounced = 0, complained = 0) => ({ sent, bounced, complained });

export function reputationKeepsItsContract(world: () => UnderContract) {
  test('strikes against an address are kept each once, the newest 40, in whatever order they come', async () => {
    const moments = Array.from({ length: 60 }, (_, n) => at('10:00:00').add({ minutes: n }));
    const orders = { s1: moments, s2: moments.toReversed(), s3: [...moments, ...moments.slice(0, 30)] };
    for (const [key, order] of Object.entries(orders)) {
      for (const moment of order) await world().addresses.strike(key, moment);
      const strikes = moments.slice(-40);
      expect(readable(await world().addresses.load(key))).toEqual(readable({ key, strikes }));
    }
  });

  test('two who change the brakes at once both have their way, and the breaker’s word is kept', async () => {
    const trip = { because: 'bounces', percent: 4.5, sent: 700, at: at('10:00:00') } as const;
    const pause = (id: string) =>
      world().control.change(({ paused, ...rest }) => ({
        ...rest,
        paused: { ...paused, scenarios: [...paused.scenarios, id].sort() },
      }));
    await Promise.all([
      pause('one'),
      pause('two'),
      world().control.change((brakes) => ({ ...brakes, breaker: trip })),
    ]);
    expect(readable(await world().control.read())).toEqual({
      paused: { all: false, marketing: false, scenarios: ['one', 'two'] },
      breaker: readable(trip),
    });
    await world().control.change(() => ({ ...noBrakes, judgedFrom: at('11:00:00') }));
    expect(readable(await world().control.read())).toEqual({
      ...noBrakes,
      judgedFrom: '2026-11-22T11:00:00Z',
    });
    await world().control.write(noBrakes);
  });

  test('each other kind is paused and let go by itself, and its trip kept', async () => {
    const trip = { because: 'bounces', percent: 40, sent: 30, at: at('10:00:00') } as const;
    const change = world().control.change;
    const paused = { ...noBrakes.paused, unconfirmed: true };
    await change(() => ({ ...noBrakes, paused, others: { unconfirmed: { breaker: trip } } }));
    await change((brakes) => ({
      ...brakes,
      paused: { ...brakes.paused, transactional: true },
      others: { ...brakes.others, transactional: { judgedFrom: at('09:00:00') } },
    }));
    expect(readable(await world().control.read())).toEqual({
      paused: { ...paused, transactional: true },
      others: {
        unconfirmed: { breaker: readable(trip) },
        transactional: { judgedFrom: '2026-11-22T09:00:00Z' },
      },
    });
    await change(() => noBrakes);
    expect(readable(await world().control.read())).toEqual(noBrakes);
    await world().control.write(noBrakes);
  });

  test('counts add up over shards from an hour on, each kind by itself, and what was before is left out', async () => {
    const { reputation } = world();
    const none = { unconfirmed: counts(0), marketing: counts(0), transactional: counts(0) };
    expect(await reputation.since(at('00:00:00'))).toEqual(none);
    await reputation.add(at('08:59:59'), { marketing: counts(1000, 1000, 1000) }, 'm-0');
    for (let n = 0; n < 12; n += 1) {
      const both = { marketing: counts(10, 1), unconfirmed: counts(2, 2) };
      await reputation.add(at('09:10:00'), both, `m-${n}`);
    }
    await reputation.add(at('10:00:00'), { marketing: counts(5, 0, 2) }, 'm-1');
    await reputation.add(at('10:00:00'), { transactional: counts(7, 0, 1) }, 'm-1');
    await reputation.add(at('10:00:00'), {}, 'm-1');
    expect(await reputation.since(at('09:59:00'))).toEqual({
      unconfirmed: counts(24, 24),
      marketing: counts(125, 12, 2),
      transactional: counts(7, 0, 1),
    });
    const last = { ...none, marketing: counts(5, 0, 2), transactional: counts(7, 0, 1) };
    expect(await reputation.since(at('10:00:00'))).toEqual(last);
    expect(await reputation.since(at('11:00:00'))).toEqual(none);
  });
}
