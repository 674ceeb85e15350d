/** When an order is in the customer's hands, by its facts alone; where the table leaves two readings, the earlier moment. */
import type { FactsOfOrder } from './order-facts-told.ts';
import { isAllThere, isFailureOpen, isParcelMissing } from './order-parcels-model.ts';
import { day_ms } from './storefront-moments.ts';

/** From the order, or from its prepayment. */
const usually_days = 5;

/** The earliest moment at which anything may suppose it; none while nobody can tell. */
export function arrivalOf_ms(facts: FactsOfOrder): number | undefined {
  if (facts.isHandedOver) return facts.last_ms('OrderPlaced');
  if (isAllThere(facts)) return facts.last_ms('OrderDelivered');
  if (facts.owesPayment || isFailureOpen(facts)) return undefined;
  const shipped_ms = facts.last_ms('OrderShipped');
  const expected_ms = expectedAt_ms(facts);
  if (expected_ms !== undefined && expected_ms >= (shipped_ms ?? 0)) return expected_ms;
  if (isParcelMissing(facts)) return undefined;
  const delays = facts.of('OrderDelayed').filter(({ detail }) => !detail.shipment?.expectedAt);
  if (shipped_ms !== undefined) {
    const delayed_ms = delays.map(({ occurredAt_ms }) => occurredAt_ms);
    return Math.max(shipped_ms, ...delayed_ms) + transit_days(facts) * day_ms;
  }
  return delays.length > 0 ? undefined : fromPlacing_ms(facts);
}

function fromPlacing_ms(facts: FactsOfOrder): number | undefined {
  const placed_ms = facts.last_ms('OrderPlaced');
  if (placed_ms === undefined) return undefined;
  const paid_ms = facts.timing === 'before' ? facts.last_ms('OrderPaid') : undefined;
  return Math.max(placed_ms, paid_ms ?? 0) + usually_days * day_ms;
}

function transit_days({ all, shop }: FactsOfOrder): number {
  // Whichever an event told: where two differ, none says which is right.
  const told = all.flatMap(({ detail }) => detail.order?.shipTo?.country ?? []);
  const countries = told.length > 0 ? told : [shop.market];
  return Math.min(...countries.map((one) => shop.transitDays[one] ?? shop.transitDays.other ?? 0));
}

/** The latest day that any fact tells, at its noon. */
function expectedAt_ms(facts: FactsOfOrder): number | undefined {
  const days = facts.all.flatMap(({ detail }) => detail.shipment?.expectedAt ?? []);
  return days.length > 0 ? Math.max(...days.map((day) => facts.hourOf_ms(day, 12))) : undefined;
}
