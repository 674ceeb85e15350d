/** Her orders, counted and summed up as a recount of what was told says; at the end each fresh one is thanked for. */
import { Temporal } from 'temporal-polyfill';
import { lifecycleAsked } from '../../shared/core/questions/purchases.ts';
import type { Customer } from '../../shared/core/record/customer.ts';
import { engineSettings } from '../../shared/settings/engine-settings.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import type { Invocation } from './invocation.ts';
import type { Oracle } from './oracle.ts';
import type { OracleParts } from './oracle-parts.ts';
import { ledgerHolds } from './order-checks.ts';
import { hour_ms } from './storefront-moments.ts';

interface Ended {
  readonly oracle: Oracle;
  readonly settings: Settings;
  readonly now_ms: number;
}

/** Order mail may go for 72 hours: a little less, for clocks go wrong. */
export const freshFor_ms = 70 * hour_ms;

/**
 * The truth learns with the record, which then counts what it has been told: of the customer, and of whoever became part of it.
 *
 * @param invocation none where the save only takes another's record over
 */
export function takenIn(
  oracle: Oracle,
  parts: OracleParts,
  invocation: Invocation | undefined,
  customer: Customer,
): void {
  const now_ms = parts.now().at.epochMilliseconds;
  const { storefront } = parts.truth;
  const events = [...(invocation?.events ?? [])].flatMap(([id, told]) =>
    storefront.ownerOf(id) === customer.id ? told : [],
  );
  for (const event of events) parts.truth.learn(event, now_ms);
  if (events.length > 0 || !invocation) checkRecount({ oracle, settings: parts.settings, now_ms }, customer);
}

export function checkOrders(ended: Ended, customer: Customer): void {
  const { storefront } = ended.oracle.truth;
  if (customer.mergedInto !== undefined) return;
  checkRecount(ended, customer);
  for (const order of storefront.ordersPlaced(customer.id)) checkThanks(ended, customer, order);
}

/** What the record counts, and what filters are answered of it at this moment; not of more orders than a ledger holds. */
function checkRecount({ oracle, settings, now_ms }: Ended, customer: Customer): void {
  const { storefront } = oracle.truth;
  const { id, lifecycle } = customer;
  if (storefront.ordersHeardOf(id).length > ledgerHolds) return;
  const notUndone = storefront.ordersNotUndone(id).length;
  oracle.check(
    'counters equal a recount',
    lifecycle.orders !== notUndone && `${id}: ${lifecycle.orders}, not ${notUndone}`,
  );
  const at = Temporal.Instant.fromEpochMilliseconds(now_ms);
  const asked = lifecycleAsked(customer, { at, settings: engineSettings(settings) });
  const bought = storefront.bought(id, now_ms);
  oracle.check(
    'what never was paid is counted no longer',
    asked.orders !== bought.orders && `${id}: ${asked.orders}, not ${bought.orders}`,
  );
  const [one, other] = [inOrder(asked.spentIn365Days), inOrder(bought.spent)];
  oracle.check('money spent equals a recount', one !== other && `${id}: ${one}, not ${other}`);
}

const inOrder = (sums: Readonly<Record<string, number>>) =>
  Object.entries(sums)
    .filter(([, sum]) => sum !== 0)
    .map(([currency, sum]) => `${currency} ${sum}`)
    .sort()
    .join(', ');

function checkThanks({ oracle }: Ended, { id }: Customer, order: string): void {
  const { storefront } = oracle.truth;
  const placed = storefront.overSince(id, order, ['OrderPlaced']);
  const cancelled = storefront.overSince(id, order, ['OrderCancelled']);
  if (!placed || placed.knownAt_ms - placed.occurredAt_ms > freshFor_ms) return;
  if (cancelled && cancelled.knownAt_ms <= placed.knownAt_ms) return;
  if (storefront.order(id, order)?.isRenewal) return;
  const isIn = oracle.memory.entered.has(`${id}\norder-thanks\n${order}`);
  oracle.check('every fresh order is thanked for, or told why not', !isIn && `${id} ${order}`);
}
