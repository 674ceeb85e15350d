import { expect, test } from 'vitest';
import type { StoreEvent } from '../../../shared/core/events/event.ts';
import { newnessOf } from '../../../shared/core/facts/event-identity.ts';
import { withFacts } from '../../../shared/core/facts/facts.ts';
import { lifecycleAsked } from '../../../shared/core/questions/purchases.ts';
import { type Customer, newCustomer } from '../../../shared/core/record/customer.ts';
import { decodeRecord, encodeRecord } from '../../../shared/core/record/record-codec.ts';
import { at, cancelled, event, placed } from '../../support/events.ts';
import { settings } from '../../support/given.ts';

const around = { at: at('2026-03-31 10:00'), settings: { ...settings, scoreHalfLife_days: 30 } };
const apply = (known: Customer, one: StoreEvent) =>
  newnessOf(one, known) === 'new' ? withFacts(known, one, around).customer : known;
const after = (...events: StoreEvent[]) => events.reduce(apply, newCustomer('mori', 'c-1'));
const day = (n: number) => `2026-03-${String(n).padStart(2, '0')} 10:00`;
const tea = {
  productId: 'p-1',
  name: 'Tea',
  quantity: 2,
  unitPrice: 600,
  supplyDays: 10,
  category: 'drinks',
};
const honey = { productId: 'p-2', name: 'Honey', quantity: 1, unitPrice: 1500 };
const cart = (when: string, items: object[], id = 'a') =>
  event('CartUpdated', when, { cart: { id, items, total: 2700, currency: 'JPY' } as never });
const bought = (id: string, when: string, ...items: object[]) =>
  placed(id, when, { order: { items: items as never, total: 2700 } });
const viewed = (when: string, id = 'p-1', name = 'Tea') =>
  event('ProductViewed', when, { product: { id, name, category: 'drinks' } });

test('a cart is what its last event says, and an empty one is known as empty', () => {
  const { carts } = after(cart(day(20), [tea, honey]), cart(day(21), [tea]));
  expect(carts).toMatchObject([{ id: 'a', lines: [{ productId: 'p-1', name: 'Tea', quantity: 2 }] }]);
  expect(after(cart(day(20), [tea]), cart(day(21), [])).carts).toMatchObject([{ id: 'a', lines: [] }]);
});

test('what she ordered since is in no cart of hers, and the total is that of what is left', () => {
  const history = [cart(day(20), [tea, honey]), bought('o-1', day(21), honey)];
  for (const events of [history, history.toReversed()]) {
    expect(after(...events).carts).toMatchObject([{ lines: [{ productId: 'p-1' }], total: 1200 }]);
  }
  const again = cart(day(22), [honey]);
  expect(after(...history, again).carts).toMatchObject([{ lines: [{ productId: 'p-2' }] }]);
});

test('three carts with eight lines each are kept, and names are cut between characters', () => {
  const line = (n: number) => ({ productId: `p-${n}`, name: '👩'.repeat(100) });
  const many = Array.from({ length: 12 }, (_, n) => line(n));
  const { carts } = after(...[10, 11, 12, 13].map((n) => cart(day(n), many, `cart-${n}`)));
  expect(carts.at(-1)).toMatchObject({ id: 'cart-13' });
  expect(carts.at(-1)?.lines).toHaveLength(8);
  expect(carts.at(-1)?.lines[0]?.name).toBe('👩'.repeat(60));
  const small = after(...[10, 11, 12, 13].map((n) => cart(day(n), [tea], `cart-${n}`)));
  expect(small.carts.map(({ id }) => id)).toEqual(['cart-11', 'cart-12', 'cart-13']);
});

test('looks at a product are counted, and the last eight products are known', () => {
  const looks = Array.from({ length: 10 }, (_, n) => viewed(day(n + 1), `p-${n}`));
  const { views } = after(...looks, viewed(day(20), 'p-9', 'New tea'));
  expect(views).toHaveLength(8);
  expect(views.at(-1)).toMatchObject({ productId: 'p-9', times: 2, name: 'New tea' });
});

test('a product is owned from its first purchase, runs out by the last, and is lost by a cancellation', () => {
  const first = bought('o-1', day(1), tea);
  const second = bought('o-2', day(10), tea);
  expect(after(first, second).owned).toEqual([
    {
      productId: 'p-1',
      at: at(day(10)),
      firstAt: at(day(1)),
      category: 'drinks',
      quantity: 2,
      supplyDays: 20,
    },
  ]);
  expect(after(second, first).owned).toEqual(after(first, second).owned);
  expect(after(first, second, cancelled('o-2', day(11))).owned).toMatchObject([{ at: at(day(1)) }]);
  expect(after(first, second, cancelled('o-1', day(11))).owned).toMatchObject([{ at: at(day(10)) }]);
  const between = bought('o-3', day(5), tea);
  expect(after(first, second, between).owned).toEqual(after(first, between, second).owned);
  expect(after(first, cancelled('o-1', day(2))).owned).toEqual([]);
  expect(after(cancelled('o-1', day(2)), first).owned).toEqual([]);
});

test('the total of an order counts until it is cancelled', () => {
  const spent = (...events: Parameters<typeof after>) =>
    lifecycleAsked(after(...events), { at: at(day(20)), settings }).spentIn365Days;
  expect(spent(bought('o-1', day(1), tea))).toEqual({ JPY: 2700 });
  expect(spent(bought('o-1', day(1), tea), cancelled('o-1', day(2)))).toEqual({});
  expect(spent(cancelled('o-1', day(2)), bought('o-1', day(1), tea))).toEqual({});
});

test('a solved case stays solved though its request comes late, and may be opened again', () => {
  const help = (name: 'HelpRequested' | 'HelpResolved', when: string) =>
    event(name, when, { help: { id: 'h-1', topic: 'use' } });
  expect(after(help('HelpResolved', day(5)), help('HelpRequested', day(4))).helps).toEqual([]);
  const reopened = after(
    help('HelpRequested', day(4)),
    help('HelpResolved', day(5)),
    help('HelpRequested', day(6)),
  );
  expect(reopened.helps).toEqual([{ id: 'h-1', at: at(day(6)) }]);
});

test('a subscription is paused, runs again and ends; a renewal told as a day begins on her wall', () => {
  const sub = (
    name: 'SubscriptionStarted' | 'SubscriptionPaused' | 'SubscriptionUpdated',
    n: number,
    more = {},
  ) => event(name, day(n), { subscription: { id: 's-1', ...more } });
  const started = sub('SubscriptionStarted', 1, { productId: 'p-1', renewsAt: '2026-04-01', nth: 1 });
  const paused = after(started, sub('SubscriptionPaused', 2)).subscriptions;
  expect(paused).toMatchObject([
    { id: 's-1', state: 'paused', productId: 'p-1', nth: 1, renewsAt: at('2026-04-01 00:00') },
  ]);
  expect(after(sub('SubscriptionPaused', 2), started).subscriptions).toEqual(paused);
  expect(
    after(started, sub('SubscriptionPaused', 2), sub('SubscriptionUpdated', 3)).subscriptions,
  ).toMatchObject([{ state: 'active' }]);
});

test('a survey is answered once, whatever the eventId, and a code is redeemed once', () => {
  const answer = (eventId: string, id = 'early') =>
    event('SurveyAnswered', day(5), { eventId, survey: { id, answers: { problem: 'dry' } } });
  const known = after(answer('e-1'), event('CouponRedeemed', day(6), { coupon: { code: 'HELLO10' } }));
  expect(known.done).toEqual(['survey:early', 'coupon:HELLO10']);
  expect(newnessOf(answer('e-2'), known)).toBe('duplicate-event');
  expect(newnessOf(answer('e-3', 'pulse'), known)).toBe('new');
});

test('a booking is changed as often as she likes, and each change is known by its moment', () => {
  const change = (when: string, eventId: string) =>
    event('BookingChanged', when, { eventId, booking: { id: 'b-1' } });
  const known = after(change(day(1), 'e-1'));
  expect(newnessOf(change(day(1), 'e-2'), known)).toBe('duplicate-event');
  expect(newnessOf(change(day(2), 'e-1'), known)).toBe('new');
});

test('registering makes a member, a referral an ambassador, and the friend is known as referred', () => {
  const referral = (id: string) =>
    event('ReferralMade', day(3), { customer: { id }, referral: { friendId: 'c-2' } });
  expect(after(event('CustomerRegistered', day(1)), referral('c-1'))).toMatchObject({
    labels: ['member', 'ambassador'],
    done: ['referral:c-2'],
  });
  const friend = apply(newCustomer('mori', 'c-2'), referral('c-2'));
  expect(friend).toMatchObject({ labels: ['referred'], done: ['referred'] });
  expect(friend.lastSignAt).toBeUndefined();
});

test('signs are worth what the lead score says, and half of it a half-life later', () => {
  const looks = [viewed(day(1)), viewed(day(1).replace('10:00', '10:01'))];
  expect(after(...looks).score?.value).toBeCloseTo(4, 1);
  const sample = event('SampleRequested', '2026-03-01 10:00', { sample: { id: 's-1' } });
  const click = event('MailClicked', '2026-03-31 10:00', { click: { touchpoint: 't-1' } });
  expect(after(sample, click)).toMatchObject({ score: { value: 13, at: at('2026-03-31 10:00') } });
  expect(after(sample, click).lastSignAt).toEqual(at('2026-03-31 10:00'));
});

test('a customer with everything fits into a few kilobytes, and comes back as she was', () => {
  const items = Array.from({ length: 6 }, (_, n) => ({ ...tea, productId: `p-${n}` }));
  const usual = after(
    ...items.map(({ productId }, n) => viewed(day(n + 1), productId)),
    bought('o-1', day(8), ...items.slice(0, 3)),
    bought('o-2', day(9), ...items.slice(2)),
    cart(day(20), items),
    event('SubscriptionStarted', day(9), { subscription: { id: 's-1', productId: 'p-1', nth: 1 } }),
    event('HelpRequested', day(10), { help: { id: 'h-1' } }),
    event('HelpResolved', day(11), { help: { id: 'h-1' } }),
  );
  const stored = encodeRecord(usual);
  expect(JSON.stringify(stored).length).toBeLessThan(3000);
  expect(decodeRecord(JSON.parse(JSON.stringify(stored)))).toEqual(usual);
});

test('lists stay within their bytes however long the names are', () => {
  const long = (n: number, text = '花'.repeat(42)) => `${text}${n}`;
  const history = Array.from({ length: 40 }, (_, n) => [
    bought(long(n), day((n % 28) + 1), { productId: long(n), category: 'x'.repeat(2000) }),
    viewed(day((n % 28) + 1), long(n), '花'.repeat(2000)),
    cart(
      day((n % 28) + 1),
      Array.from({ length: 40 }, (_, m) => ({ productId: long(m), name: long(m) })),
      long(n),
    ),
    event('SurveyAnswered', day(1), { survey: { id: long(n) } }),
  ]).flat();
  const { owned, views, carts, done } = after(...history);
  const bytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value));
  expect(bytes(owned)).toBeLessThan(3500);
  expect(bytes(views)).toBeLessThan(2500);
  expect(bytes(carts)).toBeLessThan(4500);
  expect(bytes(done)).toBeLessThan(3500);
});
