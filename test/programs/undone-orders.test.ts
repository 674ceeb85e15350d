/** What a customer was let in or marked for goes with the orders it came of (C12). */
import { expect, test } from 'vitest';
import { scenarios } from '../support/shipped.ts';
import { orderOf, storefront } from '../support/storefront.ts';

const library = scenarios.map((scenario) => ({ ...scenario, holdout: undefined }));
const ids = ['o-1', 'o-2', 'o-3', 'o-4'];
const record = async (shop: ReturnType<typeof storefront>) => {
  const customer = await shop.world.customers.load('c-1');
  if (!customer) throw new Error('nobody');
  return customer;
};
const running = (customer: Awaited<ReturnType<typeof record>>) =>
  customer.enrolments.filter(({ ended }) => !ended).map(({ scenario }) => scenario);

async function vip(options = {}) {
  const shop = storefront(library, options);
  for (const id of ids) {
    await shop.tell('OrderPlaced', orderOf(id, { total: 9000 }));
    await shop.pass({ days: 1 });
  }
  return shop;
}

test('C12: four orders cancelled leave neither an invitation to refer friends nor the mark of a VIP', async () => {
  const shop = await vip();
  expect(running(await record(shop))).toContain('referral-invitation');
  expect((await record(shop)).labels).toContain('was-vip');
  for (const id of ids) await shop.tell('OrderCancelled', orderOf(id));
  const after = await record(shop);
  expect(Object.keys(after.segments)).toContain('prospect');
  expect(running(after)).not.toContain('referral-invitation');
  expect(after.labels).not.toContain('was-vip');
  await shop.pass({ days: 200 });
  expect(shop.mails().filter((mail) => /referral|win-back/.test(mail))).toEqual([]);
});

test('one of four cancelled: no VIP any more nor ever, but the second order still delights', async () => {
  const shop = await vip();
  await shop.tell('OrderCancelled', orderOf('o-2'));
  const after = await record(shop);
  expect(after.labels).not.toContain('was-vip');
  expect(running(after)).toContain('referral-invitation');
});

test('a VIP whose time passes stays known as one', async () => {
  const shop = await vip();
  await shop.pass({ days: 120 });
  const after = await record(shop);
  expect(Object.keys(after.segments)).not.toContain('vip');
  expect(after.labels).toContain('was-vip');
});

test('an open case only keeps the invitation still', async () => {
  const shop = await vip();
  await shop.tell('HelpRequested', { help: { id: 'h-1' } });
  expect(running(await record(shop))).toContain('referral-invitation');
  await shop.tell('HelpResolved', { help: { id: 'h-1' } });
  await shop.pass({ days: 40 });
  expect(shop.mails().some((mail) => mail.endsWith('referral-invitation/invite'))).toBe(true);
});
