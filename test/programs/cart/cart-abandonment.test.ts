import { expect, test } from 'vitest';
import { cartAbandonment } from '../../../shared/programs/cart/cart-abandonment.ts';
import { checkoutAbandonment } from '../../../shared/programs/cart/checkout-abandonment.ts';
import { cartOf, orderOf, storefront } from '../../support/storefront.ts';

const both = [cartAbandonment, checkoutAbandonment];

test('a cart that is left is shown again after an hour, a day and three days', async () => {
  const shop = storefront(both);
  await shop.tell('CartUpdated', cartOf('k-1'));
  await shop.pass({ days: 20 });
  expect(shop.mails()).toEqual([
    '03-02 13:30 cart-abandonment/hour',
    '03-03 12:30 cart-abandonment/day',
    '03-05 12:30 cart-abandonment/three-days',
  ]);
  expect(shop.lastMail()?.text).toContain('野草茶 × 1');
  expect(shop.lastMail()?.html).toContain('https://shop.example.com/cart/k-1');
});

test('an order of hers, in any channel, ends it', async () => {
  const shop = storefront(both);
  await shop.tell('CartUpdated', cartOf('k-1'));
  await shop.pass({ hours: 5 });
  await shop.tell('OrderPlaced', orderOf('o-1', { orderedVia: 'shop' }));
  await shop.pass({ days: 20 });
  expect(shop.mails()).toEqual(['03-02 13:30 cart-abandonment/hour']);
  expect(shop.world.metrics.of('GoalReached', 'cart-abandonment')).toBe(1);
});

test('a change of the cart begins the hour anew, and the mail shows what lies in it now', async () => {
  const shop = storefront(both);
  await shop.tell('CartUpdated', cartOf('k-1'));
  await shop.pass({ minutes: 40 });
  await shop.tell('CartUpdated', cartOf('k-1', 3));
  await shop.pass({ hours: 2 });
  expect(shop.mails()).toEqual(['03-02 14:10 cart-abandonment/hour']);
  expect(shop.lastMail()?.text).toContain('野草茶 × 3');
});

test('a change after the first mail puts the second off and brings the first no second time', async () => {
  const shop = storefront(both);
  await shop.tell('CartUpdated', cartOf('k-1'));
  await shop.pass({ hours: 5 });
  await shop.tell('CartUpdated', cartOf('k-1', 2));
  await shop.pass({ days: 20 });
  expect(shop.mails()).toEqual([
    '03-02 13:30 cart-abandonment/hour',
    '03-03 16:30 cart-abandonment/day',
    '03-05 16:30 cart-abandonment/three-days',
  ]);
});

test('a cart that she has emptied has nothing to show', async () => {
  const shop = storefront(both);
  await shop.tell('CartUpdated', cartOf('k-1'));
  await shop.pass({ minutes: 10 });
  await shop.tell('CartUpdated', cartOf('k-1', 0));
  await shop.pass({ days: 20 });
  expect(shop.mails()).toEqual([]);
  expect(await shop.skipped()).toEqual([
    'hour: nothing-to-show',
    'day: nothing-to-show',
    'three-days: nothing-to-show',
  ]);
});

test('two devices bring one series in seven days', async () => {
  const shop = storefront(both);
  await shop.tell('CartUpdated', cartOf('k-1'));
  await shop.tell('CartUpdated', cartOf('k-2'));
  await shop.tell('CheckoutStarted', cartOf('k-1'));
  await shop.pass({ days: 4 });
  await shop.tell('CartUpdated', cartOf('k-2'));
  await shop.tell('CheckoutStarted', cartOf('k-2'));
  await shop.pass({ days: 2 });
  expect(shop.mails()).toHaveLength(3);
  await shop.pass({ days: 2 });
  await shop.tell('CartUpdated', cartOf('k-3'));
  await shop.pass({ hours: 2 });
  expect(shop.mails()).toHaveLength(4);
});

test('a checkout that is left has the same three reminders', async () => {
  const shop = storefront(both);
  await shop.tell('CheckoutStarted', cartOf('k-1'));
  await shop.pass({ days: 20 });
  expect(shop.mails().map((mail) => mail.slice(0, 11))).toEqual([
    '03-02 13:30',
    '03-03 12:30',
    '03-05 12:30',
  ]);
});

test('a cart in the night is shown in the morning', async () => {
  const shop = storefront(both, { startAt: '2026-03-02T12:30:00Z' });
  await shop.tell('CartUpdated', cartOf('k-1'));
  await shop.pass({ hours: 12 });
  expect(shop.mails()).toEqual(['03-03 07:00 cart-abandonment/hour']);
});

test('a guest without consent gets none', async () => {
  const shop = storefront(both);
  await shop.tell('CartUpdated', { ...cartOf('k-1'), customer: { id: 'c-1', email: 'hana@example.com' } });
  await shop.pass({ days: 20 });
  expect(shop.mails()).toEqual([]);
});

test('a cart whose goods are all sold out is not shown, and is again when they are back', async () => {
  const shop = storefront(both);
  const stocked = (stock: number) => shop.world.products.put({ id: 'p-1', stock }, shop.world.clock.now());
  await stocked(0);
  await shop.tell('CartUpdated', cartOf('k-1'));
  await shop.pass({ hours: 2 });
  expect(await shop.skipped()).toEqual(['hour: nothing-to-show']);
  await stocked(3);
  await shop.pass({ days: 1 });
  expect(shop.mails()).toEqual(['03-03 12:30 cart-abandonment/day']);
});

test('the reminder shows the price of today', async () => {
  const shop = storefront(both);
  await shop.tell('CartUpdated', cartOf('k-1'));
  await shop.pass({ minutes: 10 });
  await shop.world.products.put(
    { id: 'p-1', price: 1980, currency: 'JPY', stock: 5 },
    shop.world.clock.now(),
  );
  await shop.pass({ hours: 2 });
  expect(shop.lastMail()?.text).toContain('1,980');
  expect(shop.lastMail()?.text).not.toContain('2,400');
});

test('a price that is older than the cart does not go before it', async () => {
  const shop = storefront(both);
  await shop.world.products.put(
    { id: 'p-1', price: 1980, currency: 'JPY', stock: 5 },
    shop.world.clock.now(),
  );
  await shop.pass({ minutes: 10 });
  await shop.tell('CartUpdated', cartOf('k-1'));
  await shop.pass({ hours: 2 });
  expect(shop.lastMail()?.text).toContain('2,400');
});
