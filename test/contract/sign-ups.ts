import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import type { UnderContract } from './worlds.ts';

const at = (time: string) => Temporal.Instant.from(`2026-11-22T${time}Z`);

export function signUpsKeepTheirContract(world: () => UnderContract) {
  test('of many sign-ups at once an hour takes as many as it may, and the next hour takes new ones', async () => {
    const ask = (time: string, atMost = 10) => world().signUps.count(at(time), atMost);
    const all = await Promise.all(Array.from({ length: 25 }, () => ask('10:59:59.999')));
    expect(all.filter(Boolean)).toHaveLength(10);
    expect(await ask('10:00:00')).toBe(false);
    expect(await ask('11:00:00')).toBe(true);
    // A bound that was raised, and lowered, holds from then on.
    expect(await ask('10:30:00', 11)).toBe(true);
    expect(await ask('10:30:00', 12)).toBe(true);
    expect(await ask('10:30:00', 5)).toBe(false);
  });

  test('a mailbox is kept for one address until its time is over, and that one may ask again', async () => {
    const keep = (mailbox: string, address: string, from: string, until: string) =>
      world().signUps.keepFor({ mailbox, address }, at(from), at(until));
    const both = await Promise.all([
      keep('box', 'one', '10:00:00', '12:00:00'),
      keep('box', 'two', '10:00:00', '12:00:00'),
    ]);
    expect(both.filter(Boolean)).toHaveLength(1);
    const [mine, other] = both[0] ? ['one', 'two'] : ['two', 'one'];
    expect(await keep('box', other, '11:00:00', '20:00:00')).toBe(false);
    expect(await keep('box', mine, '11:00:00', '13:00:00')).toBe(true);
    expect(await keep('other-box', other, '11:00:00', '13:00:00')).toBe(true);
    expect(await keep('box', other, '12:59:59.999', '20:00:00')).toBe(false);
    expect(await keep('box', other, '13:00:00', '20:00:00')).toBe(true);
    expect(await keep('box', mine, '13:00:00', '20:00:00')).toBe(false);
  });
}
