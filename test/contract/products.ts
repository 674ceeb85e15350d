import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import type { UnderContract } from './worlds.ts';

const at = (hour: number) => Temporal.Instant.from(`2026-11-22T0${hour}:00:00Z`);

export function productsKeepTheirContract(world: () => UnderContract) {
  test('a product nobody told of is left out', async () => {
    expect(await world().products.loadMany([])).toEqual(new Map());
    expect(await world().products.loadMany(['p-none'])).toEqual(new Map());
  });

  test('of each field of a product the newest word stays, in whichever order they come', async () => {
    const { products } = world();
    await products.put({ id: 'p#1', name: 'Serum', price: 5400, stock: 3 }, at(2));
    await products.put({ id: 'p#1', name: 'Old serum', stock: 9, category: 'skin' }, at(1));
    await products.put({ id: 'p#1', stock: 0 }, at(3));
    await products.put({ id: 'p#1', stock: 0 }, at(3));
    const found = await products.loadMany(['p#1', 'p#1', 'p-none']);
    expect([...found]).toEqual([
      ['p#1', { id: 'p#1', name: 'Serum', price: 5400, priceAt: at(2), stock: 0, category: 'skin' }],
    ]);
  });

  test('writers who tell of one product at once all leave their word', async () => {
    const { products } = world();
    await Promise.all([
      products.put({ id: 'p-2', name: 'Tea' }, at(1)),
      products.put({ id: 'p-2', stock: 4 }, at(2)),
      products.put({ id: 'p-2', price: 900 }, at(1)),
    ]);
    expect((await products.loadMany(['p-2'])).get('p-2')).toEqual({
      id: 'p-2',
      name: 'Tea',
      stock: 4,
      price: 900,
      priceAt: at(1),
    });
  });
}
