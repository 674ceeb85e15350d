import { expect, test } from 'vitest';
import { subscriptionNotice } from '../../../shared/programs/subscription/subscription-notice.ts';
import { storefront } from '../../support/storefront.ts';

const subscription = (renewsAt: string | undefined, more: Record<string, unknown> = {}) => ({
  subscription: { id: 'sub-1', productId: 'p-1', name: '野草茶', intervalDays: 30, renewsAt, ...more },
});
const april = '2026-04-01T00:00:00+09:00';
const may = '2026-05-01T00:00:00+09:00';

test('a subscription is confirmed at once, and its charge is told ten days before', async () => {
  const shop = storefront([subscriptionNotice]);
  await shop.tell('SubscriptionStarted', subscription(april, { amount: 2400, currency: 'JPY' }));
  await shop.pass({ days: 29 });
  expect(shop.mails()).toEqual([
    '03-02 12:30 subscription-notice/started',
    '03-22 10:00 subscription-notice/renewal',
  ]);
  expect(shop.lastMail()?.text).toContain('2026年4月1日');
  expect(shop.lastMail()?.text).toContain('2,400');
});

test('each renewal has a notice of its own, by the date that the last one brought', async () => {
  const shop = storefront([subscriptionNotice]);
  await shop.tell('SubscriptionStarted', subscription(april));
  await shop.pass('2026-03-31T16:00:00Z');
  await shop.tell('SubscriptionRenewed', subscription(may, { nth: 2 }));
  await shop.pass({ days: 29 });
  expect(shop.mails().slice(1)).toEqual([
    '03-22 10:00 subscription-notice/renewal',
    '04-21 10:00 subscription-notice/renewal',
  ]);
});

test('a delivery skipped after its notice has a new notice for the new day, and none for the old', async () => {
  const shop = storefront([subscriptionNotice]);
  await shop.tell('SubscriptionStarted', subscription(april));
  await shop.pass('2026-03-24T03:00:00Z');
  await shop.tell('SubscriptionSkipped', subscription(may));
  await shop.pass('2026-04-30T03:00:00Z');
  expect(shop.mails().slice(1)).toEqual([
    '03-22 10:00 subscription-notice/renewal',
    '04-21 10:00 subscription-notice/renewal',
  ]);
});

test('a new day that is told before the notice moves the notice', async () => {
  const shop = storefront([subscriptionNotice]);
  await shop.tell('SubscriptionStarted', subscription(april));
  await shop.pass({ days: 2 });
  await shop.tell('SubscriptionUpdated', subscription('2026-04-15T00:00:00+09:00'));
  await shop.pass({ days: 40 });
  expect(shop.mails()[1]).toBe('04-05 10:00 subscription-notice/renewal');
});

test('a charge that is nearer than ten days is told at once', async () => {
  const shop = storefront([subscriptionNotice]);
  await shop.tell('SubscriptionStarted', subscription('2026-03-09T00:00:00+09:00'));
  await shop.pass({ days: 4 });
  expect(shop.mails()).toEqual([
    '03-02 12:30 subscription-notice/started',
    '03-02 12:30 subscription-notice/renewal',
  ]);
});

test('a cancelled subscription is told of no more', async () => {
  const shop = storefront([subscriptionNotice]);
  await shop.tell('SubscriptionStarted', subscription(april));
  await shop.pass({ days: 5 });
  await shop.tell('SubscriptionCancelled', subscription(undefined));
  await shop.pass({ days: 60 });
  expect(shop.mails()).toEqual(['03-02 12:30 subscription-notice/started']);
});

test('a paused subscription is told of nothing until it is taken up again', async () => {
  const shop = storefront([subscriptionNotice]);
  await shop.tell('SubscriptionStarted', subscription(april));
  await shop.pass({ days: 5 });
  await shop.tell('SubscriptionPaused', subscription(undefined));
  await shop.pass({ days: 60 });
  expect(shop.mails()).toHaveLength(1);
  await shop.tell('SubscriptionUpdated', subscription('2026-06-20T00:00:00+09:00', { state: 'active' }));
  await shop.pass({ days: 45 });
  expect(shop.mails()[1]).toBe('06-10 10:00 subscription-notice/renewal');
});

test('of two subscriptions each has its own notices', async () => {
  const shop = storefront([subscriptionNotice]);
  await shop.tell('SubscriptionStarted', subscription(april));
  await shop.tell('SubscriptionStarted', subscription(may, { id: 'sub-2' }));
  await shop.tell('SubscriptionCancelled', subscription(undefined));
  await shop.pass({ days: 55 });
  expect(shop.mails().at(-1)).toBe('04-21 10:00 subscription-notice/renewal');
});
