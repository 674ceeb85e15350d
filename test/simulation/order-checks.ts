/** What must be true of whatever is about an order: nothing supposes it in her hands too soon, nothing goes on once it is undone. */
import { Temporal } from 'temporal-polyfill';
import { isAboutOrder } from '../../shared/core/events/event-catalogue.ts';
import type { Scenario } from '../../shared/core/language/scenario.ts';
import { eventOfTrigger } from '../../shared/core/language/trigger.ts';
import type { Customer } from '../../shared/core/record/customer.ts';
import { type Supposed, supposedBy } from './behind-waits.ts';
import type { ClaimMoment } from './claim-checks.ts';
import type { Oracle } from './oracle.ts';
import type { OracleParts } from './oracle-parts.ts';
import type { OrderModel } from './order-model.ts';
import { day_ms, hour_ms } from './storefront-moments.ts';
import { supplyEndsAt_ms } from './supply-model.ts';
import { isStory } from './truth.ts';

/** With more orders the oldest facts are told apart no longer. */
export const ledgerHolds = 24;
/** Her zone may have become another since the wait was over; clocks go wrong, and timers come early. */
const zones_ms = 27 * hour_ms;
/** A payment's time is over by the clock of a worker, which may have been frozen since. */
const frozen_ms = hour_ms;

export function orderFault(oracle: Oracle, parts: OracleParts, moment: ClaimMoment, who: string): void {
  const { send, enrolment, after, at } = moment;
  const scenario = parts.book.find(send.scenario, send.version);
  const order = enrolment?.order;
  if (order === undefined || !isToldWhole(parts, after, order)) return;
  const { storefront } = parts.truth;
  const model = storefront.order(after.id, order);
  if (!model) return;
  const isOff = isStory(scenario) && model.isOff(at.epochMilliseconds - frozen_ms);
  oracle.check('nothing about an order goes once it is undone', isOff && `${who}: ${order}`);
  for (const supposed of supposedBy(scenario, send.step)) {
    const from_ms =
      supposed.what === 'arrival'
        ? arrival_ms(model, supposed, parts, after)
        : supplyEndsAt_ms(storefront, after.id, at.epochMilliseconds) + supposed.day * day_ms;
    const isEarly = !(at.epochMilliseconds >= from_ms - zones_ms);
    const invariant =
      supposed.what === 'arrival'
        ? 'nothing supposes an order in her hands too soon'
        : 'nothing supposes a supply used up too soon';
    oracle.check(invariant, isEarly && `${who}: ${order}, day ${supposed.day}, ${told(from_ms)}`);
  }
}

const told = (from_ms: number) =>
  Number.isFinite(from_ms) ? `not before ${new Date(from_ms).toISOString()}` : 'nobody can tell when';

/** The civil day after its arrival that a message supposes; never while nobody can tell. */
function arrival_ms(model: OrderModel, supposed: Supposed, parts: OracleParts, customer: Customer): number {
  const arrives_ms = model.arrivesAt_ms;
  if (arrives_ms === undefined) return Number.POSITIVE_INFINITY;
  const timeZone = customer.profile.timeZone ?? parts.settings.timeZone;
  const day = Temporal.Instant.fromEpochMilliseconds(arrives_ms).toZonedDateTimeISO(timeZone).toPlainDate();
  const plainTime = Temporal.PlainTime.from(supposed.at ?? '00:00');
  return day.add({ days: supposed.day }).toZonedDateTime({ timeZone, plainTime }).epochMilliseconds;
}

/** True where no fact of the order can have been lost: the ledger holds all her orders. */
function isToldWhole({ truth }: OracleParts, customer: Customer, order: string): boolean {
  const isKnown = customer.orders.some(({ id }) => id === order);
  return isKnown && truth.storefront.ordersHeardOf(customer.id).length <= ledgerHolds;
}

export function orderEntryFault(
  oracle: Oracle,
  parts: OracleParts,
  customer: Customer,
  { scenario, order, who }: { scenario: Scenario; order: string | undefined; who: string },
): void {
  const began = eventOfTrigger(scenario.trigger);
  if (order === undefined || began === undefined || !isAboutOrder(began)) return;
  if (!isStory(scenario) || !isToldWhole(parts, customer, order)) return;
  const now_ms = parts.now().at.epochMilliseconds;
  const isOff = parts.truth.storefront.order(customer.id, order)?.isOff(now_ms - frozen_ms);
  oracle.check('nobody is let in for an order that is undone', isOff && `${who}: ${order}`);
}
