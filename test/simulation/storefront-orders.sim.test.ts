/** What shops really send of orders is in the plan of a storefront, each case often enough to be met. */
import { describe, expect, test } from 'vitest';
import type { EventName } from '../../shared/core/events/event-catalogue.ts';
import { countBy, orderIdOf, planOf, stampOf } from './planned-storefront.ts';
import type { StorefrontAct } from './storefront.ts';

const plan = planOf(42);

describe('what shops really send is planned', () => {
  const named = (name: EventName) => plan.filter((act) => act.name === name);
  const partOf = (act: StorefrontAct, part: string) => (act.detail[part] ?? {}) as Record<string, unknown>;
  const ordersOf = (acts: readonly StorefrontAct[]) => new Set(acts.map(orderIdOf));
  const countOf = <Thing>(things: readonly Thing[], holds: (thing: Thing) => boolean) =>
    things.filter(holds).length;

  test('payments that are to come first and never do, that fail for good, and that are made at the door', () => {
    const paid = ordersOf(named('OrderPaid'));
    const first = named('OrderPlaced').filter((act) => {
      const { timing, method } = partOf(act, 'payment');
      return timing === 'before' || /振込|前払/.test(String(method));
    });
    expect(countOf(first, (act) => paid.has(orderIdOf(act)))).toBeGreaterThan(50);
    expect(countOf(first, (act) => !paid.has(orderIdOf(act)))).toBeGreaterThan(20);
    expect(countOf(named('PaymentFailed'), (act) => !paid.has(orderIdOf(act)))).toBeGreaterThan(20);
    const refused = ordersOf(
      named('DeliveryFailed').filter((act) => partOf(act, 'shipment').reason === 'refused'),
    );
    expect(countOf(named('OrderPlaced'), (act) => refused.has(orderIdOf(act)))).toBeGreaterThan(20);
  });

  test('parcels of which one comes long after, or never', () => {
    const there = countBy(named('OrderDelivered'), orderIdOf);
    const inTwo = named('OrderShipped').filter((act) => partOf(act, 'shipment').of === 2);
    expect(countOf([...ordersOf(inTwo)], (order) => there.get(order) === 1)).toBeGreaterThan(20);
    expect(countOf([...ordersOf(inTwo)], (order) => there.get(order) === 2)).toBeGreaterThan(20);
  });

  test('parcels told by what they hold: all of the order, or less of it, some of it closed by a word of its own', () => {
    type Lines = readonly { readonly quantity: number; readonly requiresShipping?: boolean }[];
    const piecesIn = (lines: Lines) => lines.reduce((sum, { quantity }) => sum + quantity, 0);
    const parcels = named('OrderShipped').filter((act) => partOf(act, 'shipment').items !== undefined);
    const held = Map.groupBy(parcels, orderIdOf);
    const heldOf = (order: string) =>
      piecesIn((held.get(order) ?? []).flatMap((act) => partOf(act, 'shipment').items as Lines));
    const ordersHeld = named('OrderPlaced').filter((act) => held.has(orderIdOf(act)));
    const short = ordersHeld.filter((act) => {
      const lines = partOf(act, 'order').items as Lines;
      return heldOf(orderIdOf(act)) < piecesIn(lines.filter((one) => one.requiresShipping !== false));
    });
    const closed = ordersOf(parcels.filter((act) => partOf(act, 'order').isAllShipped === true));
    expect(countOf([...held.values()], (of) => of.length > 1)).toBeGreaterThan(20);
    expect(ordersHeld.length - short.length).toBeGreaterThan(100);
    expect(countOf(short, (act) => closed.has(orderIdOf(act)))).toBeGreaterThan(5);
    expect(countOf(short, (act) => !closed.has(orderIdOf(act)))).toBeGreaterThan(20);
    expect(parcels.filter((act) => partOf(act, 'shipment').of !== undefined)).toEqual([]);
  });

  test('a parcel refused at the door when it comes again', () => {
    const failed = Map.groupBy(
      named('DeliveryFailed').filter((act) => partOf(act, 'shipment').id !== undefined),
      (act) => String(partOf(act, 'shipment').id),
    );
    const again = [...failed.values()].filter((tries) =>
      tries.some((act) => partOf(act, 'shipment').reason === undefined),
    );
    const refused = again.filter((tries) =>
      tries.some((act) => partOf(act, 'shipment').reason === 'refused'),
    );
    expect(refused.length).toBeGreaterThan(20);
  });

  test('money that goes back whole, in parts, by lines, twice by one id, and before the order is told', () => {
    const refunds = named('OrderRefunded');
    const told = new Map(named('OrderPlaced').map((act) => [orderIdOf(act), act.at_ms]));
    const ids = countBy(refunds, (act) => String(partOf(act, 'refund').id));
    expect(countOf([...ids.values()], (times) => times > 1)).toBeGreaterThan(20);
    expect(countOf(refunds, (act) => partOf(act, 'refund').items !== undefined)).toBeGreaterThan(20);
    expect(countOf(refunds, (act) => partOf(act, 'refund').amount !== undefined)).toBeGreaterThan(20);
    expect(countOf(refunds, (act) => (told.get(orderIdOf(act)) ?? 0) > act.at_ms)).toBeGreaterThan(3);
  });

  test('a cart that is told by another clock than its order, and comes before it or after', () => {
    const placed = new Map(named('OrderPlaced').map((act) => [`cart-${orderIdOf(act)}`, act]));
    const pairs = named('CheckoutStarted').flatMap((cart) => {
      const order = placed.get(String(partOf(cart, 'cart').id));
      return order ? [{ cart, order }] : [];
    });
    const younger = pairs.filter(({ cart, order }) => stampOf(cart) > stampOf(order));
    expect(countOf(younger, ({ cart, order }) => cart.at_ms < order.at_ms)).toBeGreaterThan(20);
    expect(countOf(younger, ({ cart, order }) => cart.at_ms > order.at_ms)).toBeGreaterThan(20);
  });

  test('bursts of up to thirty orders within two seconds', () => {
    const bursts = Map.groupBy(
      named('OrderPlaced').filter((act) => /-b\d+$/.test(orderIdOf(act))),
      ({ customer }) => customer,
    );
    const sizes = [...bursts.values()].map(({ length }) => length);
    expect(Math.max(...sizes)).toBeGreaterThan(26);
    expect(Math.min(...sizes)).toBeLessThan(8);
    for (const burst of bursts.values()) {
      const stamps = burst.map(stampOf);
      expect(Math.max(...stamps) - Math.min(...stamps)).toBeLessThanOrEqual(2000);
    }
  });
});
