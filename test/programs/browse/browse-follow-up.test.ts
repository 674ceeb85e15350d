import { expect, test } from 'vitest';
import { browseFollowUp } from '../../../shared/programs/browse/browse-follow-up.ts';
import { cartOf, orderOf, storefront } from '../../support/storefront.ts';

const switchedOn = { ...browseFollowUp, enabled: true, holdout: 0 };
const tea = { product: { id: 'p-1', name: '野草茶', category: 'tea', url: 'https://shop.example.com/p-1' } };

test('one letter follows four hours after the last of several views', async () => {
  const shop = storefront([switchedOn]);
  await shop.tell('ProductViewed', tea);
  await shop.pass({ hours: 1 });
  await shop.tell('ProductViewed', tea);
  await shop.pass({ hours: 1 });
  await shop.tell('ProductViewed', tea);
  await shop.pass({ days: 5 });
  expect(shop.mails()).toEqual(['03-02 18:30 browse-follow-up/seen']);
  expect(shop.lastMail()?.text).toContain('野草茶');
});

test('a single view is left alone', async () => {
  const shop = storefront([switchedOn]);
  await shop.tell('ProductViewed', tea);
  await shop.pass({ days: 5 });
  expect(shop.mails()).toEqual([]);
});

async function viewedTwice(shop: ReturnType<typeof storefront>, product = tea) {
  await shop.tell('ProductViewed', product);
  await shop.pass({ minutes: 5 });
  await shop.tell('ProductViewed', product);
}

test('within seven days there is no second letter, after them there is', async () => {
  const shop = storefront([switchedOn]);
  await viewedTwice(shop);
  await shop.pass({ days: 3 });
  await viewedTwice(shop);
  await shop.pass({ days: 3 });
  expect(shop.mails()).toHaveLength(1);
  await shop.pass({ days: 3 });
  await viewedTwice(shop);
  await shop.pass({ days: 3 });
  expect(shop.mails()).toHaveLength(2);
});

test('an open cart, a recent order or a sensitive category lets nobody in', async () => {
  const withCart = storefront([switchedOn]);
  await withCart.tell('CartUpdated', cartOf('k-1'));
  await viewedTwice(withCart);
  await withCart.pass({ days: 3 });
  expect(withCart.mails()).toEqual([]);

  const bought = storefront([switchedOn]);
  await bought.tell('OrderPlaced', orderOf('o-1'));
  await bought.pass({ days: 20 });
  await viewedTwice(bought);
  await bought.pass({ days: 3 });
  expect(bought.mails()).toEqual([]);

  const sensitive = storefront([switchedOn]);
  await viewedTwice(sensitive, { product: { ...tea.product, category: 'health' } });
  await sensitive.pass({ days: 3 });
  expect(sensitive.mails()).toEqual([]);
});

test('a cart that is filled while it waits ends it', async () => {
  const shop = storefront([switchedOn]);
  await viewedTwice(shop);
  await shop.tell('CartUpdated', cartOf('k-1'));
  await shop.pass({ days: 3 });
  expect(shop.mails()).toEqual([]);
});

test('it ships switched off', async () => {
  const shop = storefront([browseFollowUp]);
  await viewedTwice(shop);
  await shop.pass({ days: 3 });
  expect(shop.mails()).toEqual([]);
});
