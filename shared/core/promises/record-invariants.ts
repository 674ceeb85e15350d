/** The record as a whole: that it is the same one, how big it is, and whether its counters are those of its ledger. */
import { maxOrders } from '../facts/orders/order-ledger.ts';
import type { Customer } from '../record/customer.ts';
import { isBought } from '../record/orders/order-state.ts';
import { valueBytes } from '../values/item-size.ts';
import { type Broken, broken } from './invariant.ts';

/** More than the fullest record there can be (80 KB as stored; here the names are long, and instants count little). */
const maxRecord_bytes = 96 * 1024;
/** How many entries each list of the record holds at most. */
export const maxEntries = {
  orders: maxOrders,
  seen: 36,
  sends: 160,
  enrolments: 280,
  pending: 64,
  carts: 3,
  views: 8,
  subscriptions: 4,
  owned: 24,
  helps: 8,
  labels: 32,
  done: 64,
} as const;
const maxCategories = 16;
const maxWaiting = 8;
/** Besides these the last run of each scenario may stay, to bar the next. */
const maxEnded = 200;

export function brokenByRecord(before: Customer | undefined, after: Customer): Broken[] {
  const found: Broken[] = [];
  if (isAnother(before, after)) found.push(broken('another-record'));
  const anew = (is: (customer: Customer) => boolean) => is(after) && !(before && is(before));
  if (anew(isOverBudget)) found.push(broken('list-over-budget'));
  if (anew(isMiscounted)) found.push(broken('orders-miscounted'));
  if (anew(isTooLarge)) found.push(broken('record-too-large'));
  return found;
}

function isAnother(before: Customer | undefined, after: Customer): boolean {
  if (!before) return after.version !== 0;
  return after.version !== before.version || after.id !== before.id || after.store !== before.store;
}

function isOverBudget(customer: Customer): boolean {
  const { ended, categories, waiting = [] } = customer;
  const lists = Object.entries(maxEntries) as [keyof typeof maxEntries, number][];
  if (lists.some(([list, max]) => customer[list].length > max)) return true;
  if (Object.keys(categories).length > maxCategories || waiting.length > maxWaiting) return true;
  return (
    ended.length > maxEnded && ended.length > maxEnded + new Set(ended.map(({ scenario }) => scenario)).size
  );
}

/** Orders beyond the horizon have left the ledger, and still count. */
function isMiscounted({ orders, lifecycle, horizon }: Customer): boolean {
  const bought = orders.filter(isBought).length;
  return horizon === undefined ? lifecycle.orders !== bought : lifecycle.orders < bought;
}

const isTooLarge = (customer: Customer) => valueBytes(customer) > maxRecord_bytes;
