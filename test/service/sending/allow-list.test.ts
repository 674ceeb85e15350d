/** Whom a deployment with an allow list writes to: one address, or everybody of one whole domain and of no other. */
import { expect, test } from 'vitest';
import { orderDetail, storeInMemory } from '../../support/store-in-memory.ts';
import { start } from '../../support/store-with-order.ts';
import { twoScenarios } from '../../support/two-scenarios.ts';

const cases: readonly (readonly [allowed: string, address: string, gets: 'mail' | 'nothing'])[] = [
  ['@example.com', 'hana@example.com', 'mail'],
  ['@Example.COM', 'Hana@EXAMPLE.com', 'mail'],
  ['@example.com', 'hana@evil-example.com', 'nothing'],
  ['@example.com', 'hana@evilexample.com', 'nothing'],
  ['@example.com', 'hana@example.com.evil.test', 'nothing'],
  ['@example.com', 'hana@mail.example.com', 'nothing'],
  ['@example.com', 'hana@example.co', 'nothing'],
  ['@example.com', 'hana@xample.com', 'nothing'],
  ['@example.com', 'example.com@evil.test', 'nothing'],
  ['@mail.example.com', 'hana@mail.example.com', 'mail'],
  ['@mail.example.com', 'hana@example.com', 'nothing'],
  ['@example', 'hana@example.com', 'nothing'],
  ['@', 'hana@example.com', 'nothing'],
  ['example.com', 'hana@example.com', 'nothing'],
  ['hana@example.com', 'hana@example.com', 'mail'],
  ['hana@example.com', 'ohana@example.com', 'nothing'],
  ['hana@example.com', 'hana+shop@example.com', 'nothing'],
  ['hana@example.com', 'hana@example.com.evil.test', 'nothing'],
  ['@日本語.jp', 'hana@xn--wgv71a119e.jp', 'mail'],
  ['hana@日本語.jp', 'hana@xn--wgv71a119e.jp', 'mail'],
  ['@日本語.jp', 'hana@xn--wgv71a119e.jp.evil.test', 'nothing'],
];

test.each(cases)('with "%s" on the list, %s gets %s', async (allowed, address, gets) => {
  const store = storeInMemory({
    startAt: start,
    scenarios: twoScenarios,
    settings: { mode: 'allow-list', allowList: ['ops@shop.test', allowed] },
  });
  const { customer } = orderDetail('o-1', start);
  const order = orderDetail('o-1', start, { customer: { ...customer, email: address } });
  await store.put(store.event('OrderPlaced', order));
  await store.pass({ minutes: 1 });
  expect(store.world.mailer.mails.map(({ to }) => to)).toEqual(gets === 'mail' ? [address] : []);
  expect(await store.touchpoints('c-1')).toMatchObject([
    gets === 'mail' ? { state: 'sent' } : { state: 'would-send', because: 'not-on-allow-list' },
  ]);
});
