import { expect, test } from 'vitest';
import { subscriptionCare } from '../../../shared/programs/subscription/subscription-care.ts';
import { subscriptionFarewell } from '../../../shared/programs/subscription/subscription-farewell.ts';
import { subscriptionPaused } from '../../../shared/programs/subscription/subscription-paused.ts';
import { subscriptionPayment } from '../../../shared/programs/subscription/subscription-payment.ts';
import { subscriptionSkipped } from '../../../shared/programs/subscription/subscription-skipped.ts';
import { subscriptionStopped } from '../../../shared/programs/subscription/subscription-stopped.ts';
import { subscriptionTips } from '../../../shared/programs/subscription/subscription-tips.ts';
import { orderOf, storefront } from '../../support/storefront.ts';

const subscription = (more: Record<string, unknown> = {}) => ({
  subscription: { id: 'sub-1', productId: 'p-1', name: '野草茶', ...more },
});

test('a subscription begins with right use: after five days and after two weeks', async () => {
  const shop = storefront([subscriptionCare]);
  await shop.tell('SubscriptionStarted', subscription());
  await shop.pass({ days: 40 });
  expect(shop.mails()).toEqual([
    '03-07 10:00 subscription-care/begin',
    '03-16 10:00 subscription-care/keep-going',
  ]);
});

test.each(['SubscriptionCancelled', 'SubscriptionPaused', 'SubscriptionRenewed'] as const)(
  '%s ends the first letters',
  async (ending) => {
    const shop = storefront([subscriptionCare]);
    await shop.tell('SubscriptionStarted', subscription());
    await shop.pass({ days: 7 });
    await shop.tell(ending, subscription());
    await shop.pass({ days: 40 });
    expect(shop.mails()).toHaveLength(1);
  },
);

test.each([
  [2, ['03-05 10:00 subscription-tips/second']],
  [3, ['03-05 10:00 subscription-tips/third']],
  [4, []],
])('delivery number %i has its own letter, or none', async (nth, letters) => {
  const shop = storefront([subscriptionTips]);
  await shop.tell('SubscriptionRenewed', subscription({ nth }));
  await shop.pass({ days: 20 });
  expect(shop.mails()).toEqual(letters);
});

test('a failed charge is told on days 0, 3 and 7', async () => {
  const shop = storefront([subscriptionPayment]);
  await shop.tell('PaymentFailed', { ...orderOf('o-1'), ...subscription() });
  await shop.pass({ days: 20 });
  expect(shop.mails()).toEqual([
    '03-02 12:30 subscription-payment/failed',
    '03-05 10:00 subscription-payment/reminder',
    '03-09 10:00 subscription-payment/last',
  ]);
});

test.each([
  ['OrderPaid', orderOf('o-1')],
  ['SubscriptionCancelled', subscription()],
] as const)('%s ends the reminders of a failed charge', async (ending, parts) => {
  const shop = storefront([subscriptionPayment]);
  await shop.tell('PaymentFailed', { ...orderOf('o-1'), ...subscription() });
  await shop.pass({ days: 4 });
  await shop.tell(ending, parts);
  await shop.pass({ days: 20 });
  expect(shop.mails()).toHaveLength(2);
});

test('pause, skip and stop are each confirmed at once, and nothing is offered', async () => {
  const shop = storefront([subscriptionPaused, subscriptionSkipped, subscriptionStopped]);
  await shop.tell('SubscriptionSkipped', subscription({ renewsAt: '2026-05-01T00:00:00+09:00' }));
  await shop.pass({ minutes: 5 });
  await shop.tell('SubscriptionPaused', subscription());
  await shop.pass({ minutes: 5 });
  await shop.tell('SubscriptionCancelled', subscription());
  await shop.pass({ days: 60 });
  expect(shop.mails()).toEqual([
    '03-02 12:30 subscription-skipped/skipped',
    '03-02 12:35 subscription-paused/paused',
    '03-02 12:40 subscription-stopped/stopped',
  ]);
});

test('three days after the end she is asked why, once', async () => {
  const shop = storefront([subscriptionFarewell]);
  await shop.tell('SubscriptionCancelled', subscription());
  await shop.pass({ days: 60 });
  expect(shop.mails()).toEqual(['03-05 10:00 subscription-farewell/why']);
});

test('who has begun a new subscription is not asked why she left', async () => {
  const shop = storefront([subscriptionFarewell]);
  await shop.tell('SubscriptionCancelled', subscription());
  await shop.pass({ days: 1 });
  await shop.tell('SubscriptionStarted', subscription({ id: 'sub-2' }));
  await shop.pass({ days: 60 });
  expect(shop.mails()).toEqual([]);
});
