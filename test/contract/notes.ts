/** What is only put and read beside the record: contexts, proofs of consent, the brakes. */
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { noBrakes } from '../../shared/core/record/brakes.ts';
import type { UnderContract } from './worlds.ts';

const at = (time: string) => Temporal.Instant.from(`2026-11-22T${time}Z`);
const readable = (value: unknown) => JSON.parse(JSON.stringify(value));

export function notesKeepTheirContract(world: () => UnderContract) {
  test('a context comes back as it was, and a later one replaces it', async () => {
    expect(await world().contexts.load('c1', 'e1')).toBeUndefined();
    const event = {
      order: { id: 'o1', items: Array.from({ length: 500 }, (_, n) => ({ name: `品 ${n}` })) },
      '': 1e300,
    };
    await world().contexts.put('c1', 'e1', { old: true });
    await world().contexts.put('c1', 'e1', event);
    expect(await world().contexts.load('c1', 'e1')).toEqual(event);
    expect(await world().contexts.load('c1', 'e2')).toBeUndefined();
  });

  test('evidence put twice is there once', async () => {
    const evidence = {
      customer: 'c1',
      id: 'ev1',
      at: at('10:00:00.5'),
      granted: false,
      topics: [],
      source: 'one-click',
    };
    const other = { ...evidence, id: 'ev2', topics: ['tips', 'offers'], wording: '同意します' };
    const ending = { ...other, id: 'ev3', pending: true as const, expiresAt: at('10:00:00') };
    for (const one of [evidence, other, ending, evidence]) await world().evidence.put(one);
    expect(readable(await world().evidence.list('c1'))).toEqual(readable([evidence, other, ending]));
    expect(await world().evidence.list('c2')).toEqual([]);
  });

  test('nothing is paused until someone says so, and all that was said is read back', async () => {
    expect(await world().control.read()).toEqual(noBrakes);
    const brakes = { paused: { all: false, marketing: true, scenarios: ['after-purchase'] } };
    await world().control.write(brakes);
    expect(await world().control.read()).toEqual(brakes);
    await world().control.write(noBrakes);
    expect(await world().control.read()).toEqual(noBrakes);
  });

  test('who paused, why, since when and until when is read back, and goes with the pause', async () => {
    const pauses = {
      all: { by: 'hana', because: '価格が違う', since: at('10:00:00.5') },
      welcome: { by: 'yuki', because: 'typo', since: at('10:00:00'), until: at('12:00:00') },
    };
    const paused = { all: true, marketing: false, scenarios: ['welcome'] };
    await world().control.change((brakes) => ({ ...brakes, paused, pauses }));
    expect(readable(await world().control.read())).toEqual(readable({ paused, pauses }));
    await world().control.change(() => noBrakes);
    expect(await world().control.read()).toEqual(noBrakes);
  });
}
