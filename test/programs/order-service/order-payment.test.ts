import { expect, test } from 'vitest';
import { orderPaid } from '../../../shared/programs/order-service/order-paid.ts';
import { paymentFailed } from '../../../shared/programs/order-service/payment-failed.ts';
import { paymentWaiting } from '../../../shared/programs/order-service/payment-waiting.ts';
import { orderOf, storefront } from '../../support/storefront.ts';

const later = {
  ...orderOf('o-1'),
  payment: { method: 'コンビニ払い', deadline: '2026-03-09T23:59:00+09:00' },
};

test('who pays later is told how at once, and reminded at ten on the day before the deadline', async () => {
  const shop = storefront([paymentWaiting, orderPaid]);
  await shop.tell('OrderPlaced', later);
  await shop.pass({ days: 20 });
  expect(shop.mails()).toEqual([
    '03-02 12:30 payment-waiting/how-to-pay',
    '03-08 10:00 payment-waiting/tomorrow',
  ]);
  expect(shop.lastMail()?.text).toContain('2026年3月9日');
});

test('a payment is confirmed and ends the waiting', async () => {
  const shop = storefront([paymentWaiting, orderPaid]);
  await shop.tell('OrderPlaced', later);
  await shop.pass({ days: 2 });
  await shop.tell('OrderPaid', later);
  await shop.pass({ days: 20 });
  expect(shop.mails()).toEqual(['03-02 12:30 payment-waiting/how-to-pay', '03-04 12:30 order-paid/paid']);
});

test('a deadline of tomorrow leaves no day for a reminder', async () => {
  const shop = storefront([paymentWaiting]);
  await shop.tell('OrderPlaced', { ...orderOf('o-1'), payment: { deadline: '2026-03-03T12:00:00+09:00' } });
  await shop.pass({ days: 5 });
  expect(shop.mails()).toEqual(['03-02 12:30 payment-waiting/how-to-pay']);
});

test('a cancelled order asks for no payment', async () => {
  const shop = storefront([paymentWaiting]);
  await shop.tell('OrderPlaced', later);
  await shop.pass({ days: 1 });
  await shop.tell('OrderCancelled', orderOf('o-1'));
  await shop.pass({ days: 20 });
  expect(shop.mails()).toHaveLength(1);
});

test.each(['card', undefined])(
  'a payment by %s is part of the order and tells nothing of its own',
  async (method) => {
    const shop = storefront([orderPaid, paymentWaiting]);
    await shop.tell('OrderPlaced', orderOf('o-1'));
    await shop.tell('OrderPaid', { ...orderOf('o-1'), payment: { method } });
    await shop.pass({ days: 1 });
    expect(shop.mails()).toEqual([]);
  },
);

test('a failed payment is told at once and after three days', async () => {
  const shop = storefront([paymentFailed]);
  await shop.tell('PaymentFailed', orderOf('o-1'));
  await shop.pass({ days: 20 });
  expect(shop.mails()).toEqual([
    '03-02 12:30 payment-failed/failed',
    '03-05 10:00 payment-failed/still-open',
  ]);
});

test('a payment that came after all ends the reminders', async () => {
  const shop = storefront([paymentFailed]);
  await shop.tell('PaymentFailed', orderOf('o-1'));
  await shop.pass({ days: 1 });
  await shop.tell('OrderPaid', orderOf('o-1'));
  await shop.pass({ days: 20 });
  expect(shop.mails()).toEqual(['03-02 12:30 payment-failed/failed']);
});

test('a failed charge of a subscription is left to the story of subscriptions', async () => {
  const shop = storefront([paymentFailed]);
  await shop.tell('PaymentFailed', { ...orderOf('o-1'), subscription: { id: 'sub-1' } });
  await shop.pass({ days: 20 });
  expect(shop.mails()).toEqual([]);
});
