/** What comes back: an order exchanged, returned whole or by lines, its money paid back whole, in parts, and told twice. */
import { type Desk, withoutGaps } from './storefront-desk.ts';
import { day_ms, hour_ms } from './storefront-moments.ts';
import { chanceOf, type Placed, tellOf } from './storefront-placed.ts';

/** @param from_ms when it arrived, or was ordered */
export function writeRegret(desk: Desk, order: Placed, from_ms: number): void {
  const { random, habits } = desk;
  const own = chanceOf(desk, order, 'regret');
  const at = from_ms + random.int(hour_ms, 25 * day_ms);
  const returned = random.chance(habits.returns);
  if (returned) writeReturn(desk, order, at);
  if (random.chance(0.03) || (returned && own.chance(0.2)))
    tellOf(desk, order, 'OrderExchanged', at + own.int(-1, 5) * day_ms);
  if (returned || own.chance(0.1)) writeRefunds(desk, order, at + random.int(0, 3 * day_ms));
}

function writeReturn(desk: Desk, order: Placed, at_ms: number): void {
  const own = chanceOf(desk, order, 'return');
  const { items } = order.whole;
  const [first] = items;
  const some = first && { ...first, quantity: own.int(1, first.quantity) };
  const refund = own.pick([
    undefined,
    undefined,
    { id: `back-${order.id}`, items },
    { id: `back-${order.id}`, items: [some] },
  ]);
  tellOf(desk, order, 'OrderReturned', at_ms, withoutGaps({ refund }));
}

/** By amount or by lines, in one piece or several; each now and then told again, with another event's id. */
export function writeRefunds(desk: Desk, order: Placed, at_ms: number): void {
  const own = chanceOf(desk, order, 'refunds');
  const [first] = order.whole.items;
  const part = Math.floor(order.total * own.pick([0.5, 0.1]));
  const currency = own.pick([undefined, undefined, order.whole.currency, order.whole.currency, 'THB']);
  const line = first && [{ productId: first.productId, quantity: 1 }];
  const refunds = own.pick<object[]>([
    [{ amount: order.total }],
    [{ amount: part, currency }],
    [{ amount: part }, { amount: order.total - part }],
    [{ amount: part }, { amount: Math.floor(part / 2), currency }],
    [{ items: line }],
    [{ items: order.whole.items }],
    [{ amount: first?.unitPrice ?? part, items: line }],
    [{}],
  ]);
  for (const [nth, refund] of refunds.entries()) {
    const at = at_ms + nth * own.int(hour_ms, 9 * day_ms);
    const parts = { refund: withoutGaps({ id: `refund-${order.id}-${nth}`, ...refund }) };
    tellOf(desk, order, 'OrderRefunded', at, parts);
    if (own.chance(0.3)) tellOf(desk, order, 'OrderRefunded', at + own.int(0, 3) * day_ms, parts);
  }
}
