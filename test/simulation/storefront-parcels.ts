/** The parcels of an order: late, in parts, told by what they hold, to a told day, not handed over, refused at the door. */

import { contentsOf } from './storefront-contents.ts';
import { type Desk, withoutGaps } from './storefront-desk.ts';
import { dateOf, day_ms, hour_ms } from './storefront-moments.ts';
import type { Payment } from './storefront-payments.ts';
import { chanceOf, type Placed, tellOf } from './storefront-placed.ts';

/** When the last of them arrived, if any did. */
export function writeParcels(desk: Desk, order: Placed, payment: Payment): number | undefined {
  const { random, habits } = desk;
  const own = chanceOf(desk, order, 'parcels');
  const parcels = random.int(1, habits.mostParcels);
  const isRefused = own.chance(payment.isAtDoor ? 0.2 : 0.01);
  const contents = contentsOf(chanceOf(desk, order, 'contents'), order, parcels);
  const of = contents?.parcels.length ?? parcels;
  const visits = chanceOf(desk, order, 'visits');
  let last: number | undefined;
  for (let number = 1; number <= of; number += 1) {
    const nameless = of === 1 && random.chance(0.2);
    const shipment = withoutGaps({
      id: nameless ? undefined : `s-${order.id}-${number}`,
      carrier: 'yamato',
      trackingNumber: `${random.int(1e9, 2e9)}`,
      url: 'https://track.example/',
      number,
      of,
      ...(!nameless && contents?.parcels[number - 1]),
    });
    const isClosing = number === of && contents?.isClosed;
    const told = isClosing ? { ...order, whole: { ...order.whole, isAllShipped: true } } : order;
    // One of several may leave long after the others.
    const behind_ms = number > 1 && own.chance(0.2) ? own.int(3, 15) * day_ms : 0;
    let at = order.at_ms + random.int(hour_ms, 3 * day_ms) + behind_ms;
    const expected = () => ({ expectedAt: dateOf(at + own.int(1, 12) * day_ms) });
    if (random.chance(0.06)) {
      tellOf(desk, order, 'OrderDelayed', at, { shipment });
      if (own.chance(0.5))
        tellOf(desk, order, 'OrderDelayed', at, { shipment: { ...shipment, ...expected() } });
    }
    const leaving = own.chance(0.12) ? { ...shipment, ...expected() } : shipment;
    if (random.chance(0.95)) tellOf(desk, told, 'OrderShipped', at, { shipment: leaving });
    at += random.int(10 * hour_ms, 5 * day_ms);
    // Who is not at home the first time may refuse it the next.
    if (random.chance(0.06) || (isRefused && visits.chance(0.4))) {
      tellOf(desk, order, 'DeliveryFailed', at, { shipment });
      at += random.int(4 * hour_ms, 2 * day_ms);
    }
    const arrives = random.chance(0.9);
    if (isRefused)
      tellOf(desk, order, 'DeliveryFailed', at, { shipment: { ...shipment, reason: 'refused' } });
    if (!arrives || isRefused) continue;
    tellOf(desk, told, 'OrderDelivered', at, { shipment });
    if (payment.isAtDoor) tellOf(desk, order, 'OrderPaid', at);
    last = Math.max(last ?? 0, at);
  }
  return last;
}
