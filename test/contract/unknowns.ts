import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import type { UnderContract } from './worlds.ts';

const at = (time: string) => Temporal.Instant.from(`2031-02-01T${time}Z`);
const mail = (touchpoint: string, time: string, customer = 'u-1#é') => ({
  customer,
  touchpoint,
  at: at(time),
});

export function unknownsKeepTheirContract(world: () => UnderContract) {
  const until = async (time: string, most = 10) =>
    (await world().unknowns.until(at(time), most)).map(({ touchpoint }) => touchpoint);

  test('unknown mail is found by the moment of its claim, oldest first, and as many as are asked for', async () => {
    const all = [
      mail('b', '11:00:00'),
      mail('a', '10:00:00.001'),
      mail('c', '11:00:00'),
      mail('d', '12:00:00'),
    ];
    for (const one of [...all, ...all]) await world().unknowns.note(one);
    expect(await until('09:59:59')).toEqual([]);
    expect(await until('10:00:00')).toEqual([]);
    expect((await until('11:00:00')).sort()).toEqual(['a', 'b', 'c']);
    expect(await until('12:00:00', 1)).toEqual(['a']);
    const [first] = await world().unknowns.until(at('10:30:00'), 10);
    expect(first).toEqual(mail('a', '10:00:00.001'));
  });

  test('whoever takes it first has it, and nobody finds it again', async () => {
    const one = mail('taken', '08:00:00');
    await world().unknowns.note(one);
    const both = await Promise.all([world().unknowns.take(one), world().unknowns.take(one)]);
    expect(both.filter(Boolean)).toHaveLength(1);
    expect(await until('09:00:00')).toEqual([]);
    expect(await world().unknowns.take(mail('none', '08:00:00'))).toBe(false);
  });
}
