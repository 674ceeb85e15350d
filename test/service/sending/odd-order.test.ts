/** An order that is told in another form than asked for is thanked for all the same, at the address that was meant. */
import { expect, test } from 'vitest';
import { orderDetail, storeInMemory } from '../../support/store-in-memory.ts';
import { start } from '../../support/store-with-order.ts';
import { twoScenarios } from '../../support/two-scenarios.ts';

test.each([
  ['Hana <hana@日本語.jp>', { total: '54.00', currency: 'usd' }, 'hana@xn--wgv71a119e.jp'],
  ['r&d@docomo.ne.jp', { currency: 'XXX' }, 'r&d@docomo.ne.jp'],
  ['ｈａｎａ＠ｅｘａｍｐｌｅ．ｃｏｍ', { items: 'two' }, 'hana@example.com'],
])('%s with %j is mailed to at %s', async (email, change, to) => {
  const store = storeInMemory({ startAt: start, scenarios: twoScenarios });
  const { customer, order, ...rest } = orderDetail('o-1', start);
  const odd = { ...rest, customer: { ...customer, email }, order: { ...order, ...change } };
  await store.put(store.event('OrderPlaced', odd));
  await store.pass({ minutes: 1 });
  expect(store.world.mailer.mails.map((mail) => mail.to)).toEqual([to]);
});
