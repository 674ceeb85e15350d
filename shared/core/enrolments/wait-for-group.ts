/** An entry that only wants a place waits in the record, where its scenario says so: one of each scenario, the newest. */
import { eventFieldsOf } from '../language/filter-fields.ts';
import type { Scenario } from '../language/scenario.ts';
import type { ScenarioBook } from '../language/scenario-book.ts';
import type { Customer } from '../record/customer.ts';
import type { StoreContext } from '../record/effect.ts';
import { besideNameOf, type WaitingEntry } from '../record/waiting-state.ts';
import type { Because } from '../values/because.ts';
import { isBefore } from '../values/civil-time.ts';
import { utf8Bytes } from '../values/item-size.ts';
import { type Fields, pickFields } from '../values/pick-fields.ts';
import type { Candidate, Entry } from './enter-entry.ts';
import { wantsOnlyPlace } from './enter-refusal.ts';

/** The record keeps this many bytes of an entry's event. */
const eventBudget_bytes = 512;

/** So many scenarios are waited for at once; a bound on the record. Who waits already keeps the place. */
export const maxWaiting = 8;

export const isTooBig = (kept: Fields): boolean => utf8Bytes(JSON.stringify(kept)) > eventBudget_bytes;

/** The customer with the entry waiting; undefined where it does not. Told again it waits as it did, and nothing changes. */
export function withEntryWaiting(
  candidate: Candidate,
  entry: Entry,
  because: Because,
): { readonly customer: Customer; readonly before: readonly StoreContext[] } | undefined {
  const { scenario, customer, around } = candidate;
  if (scenario.whenTaken !== 'wait' || !wantsOnlyPlace(candidate, entry, because)) return undefined;
  const { waiting = [] } = customer;
  const known = waiting.find((one) => one.scenario === scenario.id);
  if (known?.word === entry.word) return { customer, before: [] };
  if (known ? isBefore(entry.at, known.at) : waiting.length >= maxWaiting) return undefined;
  const kept = pickFields(entry.event, fieldsToAsk(scenario, around.book));
  const { key, at, order, about, word } = entry;
  const fields = isTooBig(kept) ? ({ beside: true } as const) : { event: kept };
  const waits: WaitingEntry = { scenario: scenario.id, key, at, order, about, word, ...fields };
  const others = waiting.filter((one) => one !== known);
  return {
    customer: { ...customer, waiting: [...others, waits] },
    before: waits.beside ? [{ do: 'context', enrolment: besideNameOf(customer, waits), event: kept }] : [],
  };
}

/** The filter of the trigger is asked once more. */
function fieldsToAsk(scenario: Scenario, { fieldsOf }: Pick<ScenarioBook, 'fieldsOf'>): string[] {
  const { filter } = scenario.trigger;
  return [...new Set([...fieldsOf(scenario), ...(filter ? eventFieldsOf(filter) : [])])];
}

/** The customer with no entry of the scenario waiting. */
export function withoutWaiting(customer: Customer, scenario: string): Customer {
  const { waiting } = customer;
  if (!waiting?.some((one) => one.scenario === scenario)) return customer;
  const others = waiting.filter((one) => one.scenario !== scenario);
  return { ...customer, waiting: others.length > 0 ? others : undefined };
}
