/** The last reason for which somebody was not let into a scenario, kept where the record is saved anyway. */
import { Temporal } from 'temporal-polyfill';
import type { Customer, RefusedEntry } from '../record/customer.ts';
import type { Because } from '../values/because.ts';
import type { Note } from './note.ts';

/** Those of the moment. What the scenario's own filter or the record still says can be asked again. */
const ofTheMoment: ReadonlySet<Because> = new Set([
  'too-late',
  'group-running',
  'too-many-at-once',
  'not-in-limit',
  'older-than-running',
  'order-ended-before',
]);

/** One for each scenario; of more scenarios the oldest go. */
const most = 12;

/** The record with what a decision at the moment has refused; who was let in has been refused no more. */
export function withRefusals(customer: Customer, notes: readonly Note[], at: Temporal.Instant): Customer {
  const asked = notes.filter(({ scenario, because }) => scenario !== undefined && decides(because));
  if (asked.length === 0) return customer;
  const known = new Map((customer.refused ?? []).map((entry) => [entry.scenario, entry]));
  const before = known.size;
  let isTouched = false;
  for (const { scenario = '', because, event } of asked) {
    known.delete(scenario);
    if (!ofTheMoment.has(because)) continue;
    known.set(scenario, { scenario, because, event, at });
    isTouched = true;
  }
  return isTouched || known.size < before ? { ...customer, refused: newest([...known.values()]) } : customer;
}

const decides = (because: Because): boolean =>
  ofTheMoment.has(because) || because === 'entered' || because === 'restarted';

/** Of two records that become one. */
export function joinedRefusals(...lists: readonly Customer['refused'][]): Customer['refused'] {
  const byTime = lists.flatMap((list) => list ?? []).sort(oldestFirst);
  return newest([...new Map(byTime.map((entry) => [entry.scenario, entry])).values()]);
}

const oldestFirst = (a: RefusedEntry, b: RefusedEntry) => Temporal.Instant.compare(a.at, b.at);

function newest(entries: readonly RefusedEntry[]): Customer['refused'] {
  return entries.length === 0 ? undefined : entries.toSorted(oldestFirst).slice(-most);
}
