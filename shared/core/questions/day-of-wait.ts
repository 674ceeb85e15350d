/** Which day after its anchor a wait is for: of what is used up sooner, a day by its supply. */
import type { WaitUntil } from '../language/steps.ts';
import type { Customer, Enrolment } from '../record/customer.ts';
import { goodsHeld } from '../record/orders/goods-held.ts';
import { ledgerOrder } from '../record/orders/ledger-order.ts';
import { isUndone } from '../record/orders/order-state.ts';

interface Waiting {
  readonly customer: Customer;
  readonly enrolment: Pick<Enrolment, 'order'>;
}

/** Never before the day after, where it is counted by supply. */
export function dayOfWait({ day, ofSupply }: WaitUntil['until'], waiting: Waiting): number {
  if (ofSupply === undefined) return day;
  const lasts_days = supplyOf(waiting);
  return lasts_days === undefined ? day : Math.min(day, Math.max(1, Math.round(lasts_days * ofSupply)));
}

/** How many days the goods of the enrolment's order last: what lasts longest of them. Undefined where nothing is known to run out. */
function supplyOf({ customer, enrolment }: Waiting): number | undefined {
  const placedAt = ledgerOrder(customer, enrolment.order)?.placedAt;
  if (!placedAt) return undefined;
  const supplies = goodsHeld(customer, isUndone).flatMap(({ at, supplyDays, forOther }) =>
    supplyDays && !forOther && at.equals(placedAt) ? [supplyDays] : [],
  );
  return supplies.length > 0 ? Math.max(...supplies) : undefined;
}
