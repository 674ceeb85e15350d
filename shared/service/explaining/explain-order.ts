/** What an order has come to, in a sentence: as the record knows it, or its item where it has left the record. */
import type { Temporal } from 'temporal-polyfill';
import type { Customer } from '../../core/record/customer.ts';
import type { LedgerOrder } from '../../core/record/orders/ledger-entry.ts';
import { ledgerOrder, orderHasSeen } from '../../core/record/orders/ledger-order.ts';
import { isAllDelivered, isParcelMissing } from '../../core/record/orders/order-parcels.ts';
import { hasLapsed, isUndone, owesPrepayment } from '../../core/record/orders/order-state.ts';
import { wallTime } from './explain-moment.ts';

/** The orders that what runs is about, each once. */
export const ordersAskedOf = ({ enrolments }: Customer): readonly string[] => [
  ...new Set(enrolments.flatMap(({ order, ended }) => (order === undefined || ended ? [] : [order]))),
];

/** @param beyond orders that have left the record, where they were read */
export function explainOrders(
  customer: Customer,
  beyond: ReadonlyMap<string, LedgerOrder> | undefined,
  { at, zone }: { readonly at: Temporal.Instant; readonly zone: string },
): string[] {
  return ordersAskedOf(customer).flatMap((id) => {
    const order = ledgerOrder(customer, id) ?? beyond?.get(id);
    return order ? [explainOrder(order, at, zone)] : [];
  });
}

function explainOrder(order: LedgerOrder, at: Temporal.Instant, zone: string): string {
  const moments = [
    ['placed', order.placedAt],
    ['paid', order.paidAt],
    [isParcelMissing(order) ? 'a part shipped' : 'shipped', order.shippedAt],
    [isAllDelivered(order) ? 'delivered' : 'a part delivered', order.deliveredAt],
  ] as const;
  const told = moments.flatMap(([word, moment]) => (moment ? [`${word} ${wallTime(moment, zone)}`] : []));
  const money = Object.entries(order.refunded ?? {}).map(([currency, amount]) =>
    `${amount} ${currency}`.trim(),
  );
  const back = money.length > 0 ? [`paid back ${money.join(' and ')} in minor units`] : [];
  return `Order ${order.id}: ${[...told, ...back, stateOf(order, at)].join(', ')}.`;
}

function stateOf(order: LedgerOrder, at: Temporal.Instant): string {
  if (orderHasSeen(order, 'OrderCancelled')) return 'cancelled';
  if (isUndone(order)) return 'undone as a whole';
  if (hasLapsed(order, at)) return 'never paid';
  if (owesPrepayment(order)) return 'still to be paid first';
  return order.placedAt ? 'it stands' : 'not told yet that it was placed';
}
