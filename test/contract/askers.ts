/** Who asked for a product, in the order of asking, and what each restock has given of it. */
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import type { UnderContract } from './worlds.ts';

const at = (minute: number) => Temporal.Instant.from('2026-11-22T01:00:00Z').add({ minutes: minute });
const asking = (customer: string, product: string, minute: number) => ({ customer, product, at: at(minute) });

export function askersKeepTheirContract(world: () => UnderContract) {
  const first = async (product: string, most = 9) =>
    (await world().askers.first(product, most)).map(({ customer }) => customer);

  test('who asked for a product comes in the order of asking, however they are noted', async () => {
    const { askers } = world();
    for (const [customer, minute] of [
      ['as#3', 3],
      ['as#1', 1],
      ['as#2', 2],
      ['as#1', 1],
    ] as const)
      await askers.note(asking(customer, 'q#1', minute));
    await askers.note(asking('as#9', 'q#1#more', 0));
    expect(await askers.first('q#1', 2)).toEqual([asking('as#1', 'q#1', 1), asking('as#2', 'q#1', 2)]);
    expect(await first('q#1')).toEqual(['as#1', 'as#2', 'as#3']);
    expect(await first('q#2')).toEqual([]);
  });

  test('of two askings of one customer the earlier counts', async () => {
    const { askers } = world();
    await askers.note(asking('at#1', 'q#3', 5));
    await askers.note(asking('at#2', 'q#3', 4));
    await askers.note(asking('at#1', 'q#3', 7));
    expect(await first('q#3')).toEqual(['at#2', 'at#1']);
    await askers.note(asking('at#1', 'q#3', 2));
    expect(await askers.first('q#3', 9)).toEqual([asking('at#1', 'q#3', 2), asking('at#2', 'q#3', 4)]);
    expect(await askers.of('at#1')).toEqual([asking('at#1', 'q#3', 2)]);
  });

  test('a customer’s askings are found by the customer, lie beside the record, and are gone once they are forgotten', async () => {
    const { askers, beside } = world();
    const both = [asking('au#1', 'q#4', 1), asking('au#1', 'q#5', 2)];
    for (const one of [...both, asking('au#10', 'q#4', 3)]) await askers.note(one);
    expect(await askers.of('au#1')).toEqual(both);
    expect((await beside.list('au#1')).map(({ key }) => key)).toEqual(['ASKED#q#4', 'ASKED#q#5']);
    await askers.forget(both);
    await askers.forget(both);
    expect([await askers.of('au#1'), await first('q#4'), await first('q#5')]).toEqual([[], ['au#10'], []]);
    expect(await beside.list('au#1')).toEqual([]);
  });

  test('what a restock has given moves on from what it was, and never twice from the same', async () => {
    const { askers } = world();
    const restock = { product: 'q#6', eventId: 'r#1' };
    const now = [asking('av#1', 'q#6', 1), asking('av#2', 'q#6', 2)];
    expect(await askers.given(restock)).toEqual({ count: 0, now: [] });
    expect(await askers.give(restock, { count: 2, now }, 0)).toBe(true);
    expect(await askers.give(restock, { count: 1, now: [] }, 0)).toBe(false);
    expect(await askers.given(restock)).toEqual({ count: 2, now });
    expect(await askers.give(restock, { count: 2, now: [] }, 2)).toBe(true);
    expect(await askers.given(restock)).toEqual({ count: 2, now: [] });
    expect(await askers.given({ ...restock, eventId: 'r#2' })).toEqual({ count: 0, now: [] });
    expect(await first('q#6')).toEqual([]);
  });

  test('neither who asks nor what is given touches what is known of the product', async () => {
    const { askers, products } = world();
    await products.put({ id: 'q#7', name: 'Tea', stock: 3 }, at(1));
    await askers.note(asking('aw#1', 'q#7', 1));
    await askers.give({ product: 'q#7', eventId: 'r#1' }, { count: 1, now: [] }, 0);
    await products.put({ id: 'q#7', stock: 0 }, at(2));
    expect((await products.loadMany(['q#7'])).get('q#7')).toMatchObject({ name: 'Tea', stock: 0 });
    expect([await first('q#7'), (await askers.given({ product: 'q#7', eventId: 'r#1' })).count]).toEqual([
      ['aw#1'],
      1,
    ]);
  });
}
