/** What the whole library says to a customer of whose order something has come to be known (the K2 cases of orders). */
import { expect, test } from 'vitest';
import { scenarios } from '../support/shipped.ts';
import { orderOf, storefront } from '../support/storefront.ts';

const library = scenarios.map((scenario) => ({ ...scenario, holdout: undefined }));
const open = () => storefront(library);
type Shop = ReturnType<typeof open>;

const supposesArrival =
  /onboarding\/|after-purchase\/|review-request\/|early-survey\/|cross-sell\/|pulse\/|replenishment\//;
const stories = (shop: Shop) => shop.mails().filter((mail) => supposesArrival.test(mail));

const tea = {
  productId: 'p-1',
  name: '野草茶',
  category: 'tea',
  quantity: 1,
  unitPrice: 2400,
  supplyDays: 30,
};
const order = (id: string, more: Record<string, unknown> = {}) => orderOf(id, { items: [tea], ...more });
const bought = (shop: Shop, more: Record<string, unknown> = {}) =>
  shop.tell('OrderPlaced', { ...order('o-1'), ...more });
const record = (shop: Shop) => shop.world.customers.load('c-1');

test('C05: an order delayed for 45 days and never shipped gets no letter that supposes arrival before', async () => {
  const shop = open();
  await bought(shop);
  await shop.pass({ days: 1 });
  await shop.tell('OrderDelayed', { ...order('o-1'), shipment: { expectedAt: '2026-04-17' } });
  await shop.pass({ days: 45 });
  expect(stories(shop)).toEqual([]);
  await shop.pass({ days: 30 });
  expect(stories(shop)[0]).toBe('04-19 10:00 onboarding/tutorial');
});

test('C06: an order with a deadline that is never paid gets nothing of the kind at all', async () => {
  const shop = open();
  await bought(shop, { payment: { deadline: '2026-03-07' } });
  await shop.pass({ days: 120 });
  expect(stories(shop)).toEqual([]);
  const after = await record(shop);
  expect(after?.enrolments.filter(({ ended, order: id }) => id === 'o-1' && !ended)).toEqual([]);
  expect(Object.keys(after?.segments ?? {})).toContain('prospect');
});

test('C06: paid on the last day, the letters come after the parcel', async () => {
  const shop = open();
  await bought(shop, { payment: { deadline: '2026-03-07' } });
  await shop.pass({ days: 5 });
  await shop.tell('OrderPaid', order('o-1'));
  await shop.pass({ days: 30 });
  expect(stories(shop)[0]).toBe('03-14 10:00 onboarding/tutorial');
});

test('後払い with a deadline holds nothing back', async () => {
  const shop = open();
  await bought(shop, { payment: { deadline: '2026-03-20', method: 'NP後払い' } });
  await shop.pass({ days: 10 });
  expect(stories(shop)[0]).toBe('03-09 10:00 onboarding/tutorial');
});

test('C07: a payment that failed holds the letters back, and one that is mended lets them go', async () => {
  const shop = open();
  await bought(shop);
  await shop.pass({ days: 1 });
  await shop.tell('PaymentFailed', order('o-1'));
  await shop.pass({ days: 4 });
  expect(stories(shop)).toEqual([]);
  const mended = open();
  await bought(mended);
  await mended.pass({ days: 1 });
  await mended.tell('PaymentFailed', order('o-1'));
  await mended.pass({ days: 1 });
  await mended.tell('OrderPaid', order('o-1'));
  await mended.pass({ days: 20 });
  expect(stories(mended)[0]).toBe('03-09 10:00 onboarding/tutorial');
  await shop.pass({ days: 100 });
  expect(stories(shop)).toEqual([]);
});

test('C08: an order refunded as a whole ends its stories, the one about supply too', async () => {
  for (const refund of [undefined, { id: 'r-1', amount: 2400, currency: 'JPY' }]) {
    const shop = open();
    await bought(shop);
    await shop.pass({ days: 2 });
    await shop.tell('OrderRefunded', { order: { id: 'o-1' }, refund });
    await shop.pass({ days: 120 });
    expect(stories(shop)).toEqual([]);
  }
});

test('an order refunded in part goes on', async () => {
  const shop = open();
  await bought(shop);
  await shop.pass({ days: 2 });
  await shop.tell('OrderRefunded', {
    order: { id: 'o-1' },
    refund: { id: 'r-1', amount: 300, currency: 'JPY' },
  });
  await shop.pass({ days: 10 });
  expect(stories(shop)).not.toEqual([]);
});

test('C09: a failed delivery is waited for', async () => {
  const shop = open();
  await bought(shop);
  await shop.pass({ days: 2 });
  await shop.tell('DeliveryFailed', order('o-1'));
  await shop.pass({ days: 28 });
  expect(stories(shop)).toEqual([]);
  await shop.tell('OrderDelivered', order('o-1'));
  await shop.pass({ days: 10 });
  expect(stories(shop)[0]).toBe('04-03 10:00 onboarding/tutorial');
});

test('C10: of two parcels the last one counts', async () => {
  const shop = open();
  const parcel = (number: number) => ({ ...order('o-1'), shipment: { id: `s-${number}`, number, of: 2 } });
  await bought(shop);
  await shop.pass({ days: 2 });
  await shop.tell('OrderDelivered', parcel(1));
  await shop.pass({ days: 28 });
  await shop.tell('OrderShipped', parcel(2));
  expect(stories(shop)).toEqual([]);
  await shop.pass({ days: 40 });
  const reviews = stories(shop).filter((mail) => mail.includes('review-request'));
  // A fortnight after 3 April is the 17th at 19:00; the week's cap moves it to the next morning.
  expect(reviews[0]).toBe('04-18 10:00 review-request/ask');
});

const endings = ['OrderRefunded', 'OrderReturned', 'OrderCancelled', 'never paid', 'PaymentFailed'] as const;

test.each(endings)(
  'C11, W05: four orders that end by %s make no VIP and nobody delighted',
  async (ending) => {
    const shop = open();
    const ids = ['o-1', 'o-2', 'o-3', 'o-4'];
    for (const id of ids) {
      const payment = ending === 'never paid' ? { method: '銀行振込' } : undefined;
      await shop.tell('OrderPlaced', { ...order(id, { total: 9000 }), payment });
      await shop.pass({ days: 1 });
      if (ending !== 'never paid') await shop.tell(ending, { order: { id } });
    }
    await shop.pass({ days: 40 });
    // Segments that no scenario names are asked with the next event.
    await shop.tell('CustomerUpdated');
    const after = await record(shop);
    const names = Object.keys(after?.segments ?? {});
    expect(names).toContain('prospect');
    expect(names).not.toContain('vip');
    expect(names).not.toContain('delighted');
    expect(shop.mails().filter((mail) => mail.includes('referral-invitation'))).toEqual([]);
    if (ending.startsWith('Order')) expect(after).toMatchObject({ lifecycle: { orders: 0 }, owned: [] });
  },
);

test('C13: money of four currencies is not summed up', async () => {
  const shop = open();
  const totals = { JPY: 10_000, USD: 10_000, KWD: 10_000, HUF: 10_000 };
  for (const [currency, total] of Object.entries(totals)) {
    await shop.tell('OrderPlaced', order(`o-${currency}`, { total, currency }));
    await shop.pass({ days: 1 });
  }
  expect(Object.keys((await record(shop))?.segments ?? {})).not.toContain('vip');
  await shop.tell('OrderPlaced', order('o-5', { total: 20_000, currency: 'JPY' }));
  expect(Object.keys((await record(shop))?.segments ?? {})).toContain('vip');
});
