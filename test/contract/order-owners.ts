import { expect, test } from 'vitest';
import type { UnderContract } from './worlds.ts';

export function orderOwnersKeepTheirContract(world: () => UnderContract) {
  test('nobody owns an order that was never told of', async () => {
    expect(await world().orderOwners.load('o-none')).toBeUndefined();
  });

  test('the owner of an order is told as she was put, and the last word stays', async () => {
    await world().orderOwners.put({ order: 'o#1', customer: 'c#1', isTest: false });
    expect(await world().orderOwners.load('o#1')).toEqual({ order: 'o#1', customer: 'c#1', isTest: false });
    await world().orderOwners.put({ order: 'o#1', customer: 'c2', isTest: true });
    await world().orderOwners.put({ order: 'o#1', customer: 'c2', isTest: true });
    expect(await world().orderOwners.load('o#1')).toEqual({ order: 'o#1', customer: 'c2', isTest: true });
    expect(await world().orderOwners.load('o#2')).toBeUndefined();
    const numbered = { order: 'o#3', customer: 'c2', isTest: false, number: '#1050' };
    await world().orderOwners.put(numbered);
    expect(await world().orderOwners.load('o#3')).toEqual(numbered);
  });
}
