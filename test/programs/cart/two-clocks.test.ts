import { expect, test } from 'vitest';
import { cartAbandonment } from '../../../shared/programs/cart/cart-abandonment.ts';
import { checkoutAbandonment } from '../../../shared/programs/cart/checkout-abandonment.ts';
import { cartOf, orderOf, storefront } from '../../support/storefront.ts';

const open = () => storefront([cartAbandonment, checkoutAbandonment]);
type Shop = ReturnType<typeof open>;

/** At the store's present moment, moved by so many seconds. */
const dated = (shop: Shop, seconds: number) => ({
  occurredAt: shop.world.clock.now().add({ seconds }).toString(),
});
const honey = { productId: 'p-2', name: 'はちみつ', quantity: 1, unitPrice: 1800 };

const told = ['CartUpdated', 'CheckoutStarted'] as const;

test.each(told.flatMap((name) => [-2, -300, -600, 0].map((seconds) => [name, seconds] as const)))(
  '%s is ended by an order of the same goods dated %i seconds from it',
  async (name, seconds) => {
    const shop = open();
    await shop.tell(name, cartOf('k-1'));
    await shop.tell('OrderPlaced', { ...orderOf('o-1'), ...dated(shop, seconds) });
    await shop.pass({ days: 20 });
    expect(shop.mails()).toEqual([]);
    expect(await shop.skipped()).toEqual([]);
    const scenario = name === 'CartUpdated' ? 'cart-abandonment' : 'checkout-abandonment';
    expect(shop.world.metrics.of('GoalReached', scenario)).toBe(1);
  },
);

test.each(told.flatMap((name) => [2, 300, 600].map((seconds) => [name, seconds] as const)))(
  '%s that the browser tells of %i seconds after the order reminds of nothing',
  async (name, seconds) => {
    const shop = open();
    const later = dated(shop, seconds);
    await shop.tell('OrderPlaced', orderOf('o-1'));
    await shop.pass({ minutes: 15 });
    await shop.tell(name, { ...cartOf('k-1'), ...later });
    await shop.pass({ days: 20 });
    expect(shop.mails()).toEqual([]);
  },
);

test('the same goods laid into a cart a quarter of an hour after an order are a new cart', async () => {
  const shop = open();
  await shop.tell('OrderPlaced', orderOf('o-1'));
  await shop.pass({ minutes: 15 });
  await shop.tell('CartUpdated', cartOf('k-1'));
  await shop.pass({ days: 20 });
  expect(shop.mails()).toHaveLength(3);
});

test('an order from before the cart, told of late, ends nothing', async () => {
  const shop = open();
  const before = dated(shop, -601);
  await shop.tell('CartUpdated', cartOf('k-1'));
  await shop.tell('OrderPlaced', { ...orderOf('o-1'), ...before });
  await shop.pass({ days: 20 });
  expect(shop.mails()).toHaveLength(3);
});

test('other goods laid into a cart right after an order are reminded of, and they alone', async () => {
  const shop = open();
  const { cart } = cartOf('k-1');
  await shop.tell('OrderPlaced', orderOf('o-1'));
  await shop.pass({ minutes: 2 });
  await shop.tell('CartUpdated', { cart: { ...cart, items: [...cart.items, honey] } });
  await shop.pass({ hours: 2 });
  expect(shop.mails()).toHaveLength(1);
  expect(shop.lastMail()?.text).toContain('はちみつ');
  expect(shop.lastMail()?.text).not.toContain('野草茶');
});

test('an order of other goods dated a moment before the cart is another purchase', async () => {
  const shop = open();
  await shop.tell('CartUpdated', cartOf('k-1'));
  await shop.tell('OrderPlaced', { ...orderOf('o-1', { items: [honey] }), ...dated(shop, -2) });
  await shop.pass({ days: 20 });
  expect(shop.mails()).toHaveLength(3);
});
