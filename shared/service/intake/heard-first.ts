/**
 * Of many orders within a moment the ledger keeps the newest, and cannot tell one that comes after its turn from a repeat.
 * What the first hearing would have left beside the record tells it.
 */
import { entryKey } from '../../core/enrolments/enter-entry.ts';
import { isFresh } from '../../core/enrolments/enter-refusal.ts';
import type { StoreEvent } from '../../core/events/event.ts';
import { eventHash, orderOf } from '../../core/facts/event-identity.ts';
import { maxOrders } from '../../core/facts/order-facts.ts';
import type { Scenario } from '../../core/language/scenario.ts';
import { isMessage } from '../../core/language/steps.ts';
import type { Customer } from '../../core/record/customer.ts';
import type { Surroundings } from '../../core/record/surroundings.ts';
import { isBefore } from '../../core/values/civil-time.ts';
import { enrolmentId, touchpointId } from '../../core/values/ids.ts';
import type { Engine } from '../saving/engine.ts';

/** Hashes of those events that are certainly heard for the first time. Reads nothing where the ledger can tell by itself. */
export async function heardFirst(
  { world, book, settings }: Engine<'touchpoints'>,
  customer: Customer,
  events: readonly StoreEvent[],
  around: Surroundings,
): Promise<ReadonlySet<string> | undefined> {
  const asked = events
    .filter((event) => event.replay === undefined && mayBeTooOld(event, customer, events))
    .filter((event) => !isInHand(event, customer))
    .flatMap((event) => {
      const leaves = book.index.byEvent(event.name).find((scenario) => leavesTrace(scenario, event, around));
      return leaves
        ? [{ event, ids: traceOf(leaves, event, { store: settings.store, customer: customer.id }) }]
        : [];
    });
  if (asked.length === 0) return undefined;
  const found = await world.touchpoints.loadMany(
    asked.flatMap(({ ids }) => ids.map((id) => [customer.id, id] as const)),
  );
  const known = new Set(found.map(({ id }) => id));
  return new Set(
    asked.filter(({ ids }) => !ids.some((id) => known.has(id))).map(({ event }) => eventHash(event)),
  );
}

/** An event of an unknown order that may lie beyond the horizon once its turn comes among these events. */
function mayBeTooOld(
  event: StoreEvent,
  { horizon, orders }: Customer,
  among: readonly StoreEvent[],
): boolean {
  const order = orderOf(event);
  if (order === undefined || orders.some(({ id }) => id === order)) return false;
  const isOld = (at: StoreEvent['occurredAt']) => !isBefore(at, event.occurredAt);
  if (horizon !== undefined && isOld(horizon)) return true;
  // Others of the same moment may push the horizon there.
  const others = among.filter((other) => other !== event && orderOf(other) !== undefined);
  return orders.length + others.length >= maxOrders && others.some(({ occurredAt }) => isOld(occurredAt));
}

/** Its message has not left a touchpoint yet, or has only just. */
const isInHand = (event: StoreEvent, { enrolments, ended }: Customer) =>
  [...enrolments, ...ended].some(({ order }) => order === orderOf(event));

/** A transactional scenario that takes every such event leaves a touchpoint for each, sent or skipped. */
function leavesTrace(scenario: Scenario, event: StoreEvent, around: Surroundings): boolean {
  const { kind, trigger, limit, steps } = scenario;
  const takesAll = kind === 'transactional' && trigger.filter === undefined && limit === undefined;
  return takesAll && isMessage(steps[0]) && isFresh(scenario, event.occurredAt, around);
}

function traceOf(
  scenario: Scenario,
  event: StoreEvent,
  of: { readonly store: string; readonly customer: string },
): string[] {
  const enrolment = enrolmentId({ ...of, scenario: scenario.id, key: entryKey(scenario, event) });
  return scenario.steps.slice(0, 1).map(({ id: step }) => touchpointId({ ...of, enrolment, step, lap: 0 }));
}
