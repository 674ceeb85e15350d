/** What orders are to today's code, of records as earlier code packed them, before and after later facts of the same orders. */
import { Temporal } from 'temporal-polyfill';
import { unpacked } from '../../shared/aws/packed-record.ts';
import { applyEvents } from '../../shared/core/enrolments/apply-events.ts';
import { parseEvent } from '../../shared/core/events/event-schema.ts';
import { openBook } from '../../shared/core/language/scenario-book.ts';
import { lifecycleAsked, ownedAt } from '../../shared/core/questions/purchases.ts';
import type { Customer } from '../../shared/core/record/customer.ts';
import type { LedgerOrder } from '../../shared/core/record/orders/ledger-entry.ts';
import { arrivedAt } from '../../shared/core/record/orders/order-arrival.ts';
import { isPurchase, isUndone, spentOn } from '../../shared/core/record/orders/order-state.ts';
import { decodeRecord } from '../../shared/core/record/record-codec.ts';
import { settings } from '../support/settings.ts';
import { writtenLines } from './written-lines.ts';

/** A record as it lay in the table, facts that came later, and the moments at which it is asked. */
interface OrderRecord {
  readonly is: string;
  readonly item: Readonly<Record<string, unknown>> & { readonly doc: { readonly $bytes: string } };
  readonly later: readonly { readonly name: string; readonly at: string; readonly detail: object }[];
  readonly asked: readonly string[];
}

/** No scenario and no segment: what an order is hangs on neither. */
const book = openBook([], {});
const where = { timeZone: settings.timeZone, settings };

/** One line of JSON for each record. */
export const orderReadings = (): string =>
  `${writtenLines<OrderRecord>('order-records').map(readingOf).join('\n')}\n`;

function readingOf({ is, item, later, asked }: OrderRecord): string {
  const doc = Buffer.from(item.doc.$bytes, 'base64');
  const stored = decodeRecord(unpacked({ ...item, doc }));
  const moments = asked.map((moment) => Temporal.Instant.from(moment));
  const told = later.reduce(withLater, stored);
  const answers = (customer: Customer) => moments.map((at) => answersAt(customer, at));
  return JSON.stringify({ is, stored: answers(stored), told: answers(told) });
}

function withLater(customer: Customer, { name, at, detail }: OrderRecord['later'][number]): Customer {
  const moment = Temporal.Instant.from(at);
  const event = parseEvent(name, detail, moment);
  return event ? applyEvents(customer, [event], { at: moment, settings, book }).customer : customer;
}

function answersAt(customer: Customer, at: Temporal.Instant) {
  const orders = customer.orders.map((order) => `${order.id}: ${orderAt(order, at)}`).sort();
  const asked = lifecycleAsked(customer, { at, settings });
  const { orders: counted, firstOrderAt, lastOrderAt, bought, ordersIn365Days, spentIn365Days } = asked;
  const spent = Object.fromEntries(Object.entries(spentIn365Days).sort());
  const owned = ownedAt(customer, at).map(({ productId, at: since }) => `${productId} since ${since}`);
  return {
    at,
    orders,
    lifecycle: { counted, firstOrderAt, lastOrderAt, bought, ordersIn365Days, spent },
    owned: owned.sort(),
  };
}

function orderAt(order: LedgerOrder, at: Temporal.Instant): string {
  const arrival = arrivedAt(order, order.placedAt ?? order.at, where) ?? 'no arrival';
  const is = isUndone(order) ? 'undone' : isPurchase(order, at) ? 'purchase' : 'no purchase';
  return `${is}, ${spentOn(order)}, ${arrival}`;
}
