import { itemsOf } from './line-items.ts';
import { currencyOf, minorUnits } from './minor-units.ts';
import {
  fieldsOf,
  isFields,
  listOf,
  type PayloadFields,
  requiredId,
  stated,
  textOf,
  timeOf,
} from './payload-fields.ts';
import { type Draft, type Mapped, stateName, type Webhook } from './webhook.ts';

/** Lines that came back; `cancel` were taken out before they left, `no_restock` stayed with the customer. */
const cameBack = ['return', 'legacy_restock'];

/** `refunds/create`: names the order, but not the customer. */
export function mapRefund({ payload, at }: Webhook): Mapped {
  const order = requiredId(payload.order_id, 'payload.order_id');
  const lines = listOf(payload.refund_line_items);
  const when = timeOf('payload.processed_at', payload.processed_at, payload.created_at, at);
  const currency = currencyOf(listOf(payload.transactions)[0]?.currency, lines[0]?.subtotal_set);
  const isWithoutMoney = Array.isArray(payload.transactions) && refundsOf(payload).length === 0;
  const amount = isWithoutMoney ? 0 : currency === undefined ? undefined : paidBack(payload, currency);
  const isOfNothing = isWithoutMoney && lines.length === 0;
  if (isOfNothing && !isReturn(payload, lines)) return { unmapped: 'refund-of-nothing' };
  const refund = stated({ id: requiredId(payload.id, 'payload.id'), currency, amount });
  const about = (some: readonly PayloadFields[]) => {
    const items = refundedItems(some);
    return { order: { id: order, items }, refund: { ...refund, items } };
  };
  const refunded: Draft = { name: 'OrderRefunded', at: when, parts: about(lines) };
  if (!isReturn(payload, lines)) return { drafts: [refunded], ofOrder: order };
  const back = lines.filter((line) => cameBack.includes(stateName(line.restock_type)));
  const returned: Draft = { name: 'OrderReturned', at: when, parts: about(back.length > 0 ? back : lines) };
  return { drafts: [refunded, returned], ofOrder: order };
}

/** The quantity is that of the refund; money is told for the whole of it, in `refund`. */
function refundedItems(lines: readonly PayloadFields[]): PayloadFields[] {
  return itemsOf(
    lines.map((line) => ({ ...fieldsOf(line.line_item), quantity: line.quantity })),
    undefined,
  );
}

/** A return is named, a line came back, or, in the oldest payloads, all was put back into stock. */
function isReturn(payload: PayloadFields, lines: readonly PayloadFields[]): boolean {
  if (isFields(payload.return)) return true;
  const types = lines.flatMap((line) => textOf(line.restock_type) ?? []);
  return types.length > 0
    ? types.some((type) => cameBack.includes(stateName(type)))
    : payload.restock === true && lines.length > 0;
}

/** Payments back; they may still be under way. An order that was edited before it was paid has none. */
const refundsOf = (payload: PayloadFields) =>
  listOf(payload.transactions).filter(
    ({ kind, status }) => kind === 'refund' && (status === 'success' || status === 'pending'),
  );

/** The sum of what was paid back, where the payload tells of payments. */
function paidBack(payload: PayloadFields, currency: string): number | undefined {
  const refunds = refundsOf(payload);
  if (refunds.length === 0) return undefined;
  const amounts = refunds.map(
    ({ amount }) => minorUnits(amount, currency, 'payload.transactions.amount') ?? 0,
  );
  return amounts.reduce((sum, amount) => sum + amount, 0);
}
