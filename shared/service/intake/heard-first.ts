/**
 * Of many orders within a moment the ledger keeps the newest, and cannot tell one that comes after its turn from a repeat.
 * What the first hearing would have left beside the record tells it.
 */
import { entryKey } from '../../core/enrolments/enter-entry.ts';
import { isFresh } from '../../core/enrolments/enter-refusal.ts';
import type { StoreEvent } from '../../core/events/event.ts';
import { eventHash, orderOf } from '../../core/facts/event-identity.ts';
import { runNames } from '../../core/facts/run-names.ts';
import { fits } from '../../core/language/evaluate-filter.ts';
import { asksOfEventAlone } from '../../core/language/filter-fields.ts';
import type { Scenario } from '../../core/language/scenario.ts';
import { isMessage } from '../../core/language/steps.ts';
import type { Customer } from '../../core/record/customer.ts';
import type { Surroundings } from '../../core/record/surroundings.ts';
import { isBefore } from '../../core/values/civil-time.ts';
import { touchpointId } from '../../core/values/ids.ts';
import type { Engine } from '../saving/engine.ts';

/** Hashes of those events that are certainly heard for the first time. Reads nothing where the ledger can tell by itself. */
export async function heardFirst(
  { world, book }: Engine<'touchpoints'>,
  customer: Customer,
  events: readonly StoreEvent[],
  around: Surroundings,
): Promise<ReadonlySet<string> | undefined> {
  const asked = events
    .filter((event) => event.replay === undefined && mayBeTooOld(event, customer))
    .filter((event) => !isInHand(event, customer))
    .flatMap((event) => {
      const traces = tracesOf(event, customer, book.index.byEvent(event.name), around);
      return traces === undefined ? [] : [{ event, traces }];
    });
  if (asked.length === 0) return undefined;
  const found = await world.touchpoints.loadMany(
    asked.flatMap(({ traces }) => traces.map((trace) => [customer.id, trace] as const)),
  );
  const known = new Set(found.map(({ id }) => id));
  const isKnown = (trace: string) => known.has(trace);
  return new Set(asked.filter(({ traces }) => !traces.some(isKnown)).map(({ event }) => eventHash(event)));
}

/** An event of an unknown order that occurred no later than one that has left the ledger. */
function mayBeTooOld(event: StoreEvent, { horizon, orders }: Customer): boolean {
  const order = orderOf(event);
  if (order === undefined || orders.some(({ id }) => id === order)) return false;
  return horizon !== undefined && !isBefore(horizon, event.occurredAt);
}

/** Its message has not left a touchpoint yet, or has only just. */
const isInHand = (event: StoreEvent, { enrolments, ended }: Customer) =>
  [...enrolments, ...ended].some(({ order }) => order === orderOf(event));

/** The touchpoint of the first of its scenarios that leaves one for each such event, sent or skipped, by either name of its run; undefined where none does. */
function tracesOf(
  event: StoreEvent,
  customer: Customer,
  scenarios: readonly Scenario[],
  around: Surroundings,
): readonly string[] | undefined {
  for (const scenario of scenarios) {
    const [first] = scenario.steps;
    if (!takes(scenario, event) || !isMessage(first) || !isFresh(scenario, event.occurredAt, around))
      continue;
    const run = { scenario: scenario.id, key: entryKey(scenario, event) };
    const names = runNames(customer, run, eventHash(event));
    const at = { store: customer.store, customer: customer.id, step: first.id, lap: 0 };
    return names.map((enrolment) => touchpointId({ ...at, enrolment }));
  }
  return undefined;
}

/** True for a scenario that takes the event whoever the customer is. */
function takes({ kind, trigger: { filter }, limit }: Scenario, { detail }: StoreEvent): boolean {
  if (kind !== 'transactional' || limit !== undefined) return false;
  const subject = { event: detail, customer: {}, enrolment: {} };
  return filter === undefined || (asksOfEventAlone(filter) && fits(filter, subject));
}
