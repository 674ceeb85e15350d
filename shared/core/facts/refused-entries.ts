/** The last reason for which somebody was not let into a scenario, kept where the record is saved anyway. */
import { Temporal } from 'temporal-polyfill';
import type { Customer } from '../record/customer.ts';
import { isKeptRefusal, type RefusedEntry } from '../record/refused-entry.ts';
import type { Because } from '../values/because.ts';
import { isBefore } from '../values/civil-time.ts';

/** One for each scenario; of more scenarios the oldest go, and whatever nobody asks about any more. */
const most = 12;
const keptFor = { hours: 24 * 90 };

interface Asked {
  readonly scenario?: string | undefined;
  readonly because: Because;
  readonly by?: string | undefined;
}

/** The record with what a decision at the moment has refused; who was let in, or waits to be, has been refused no more. */
export function withRefusals(customer: Customer, asked: readonly Asked[], at: Temporal.Instant): Customer {
  const before = customer.refused ?? [];
  const known = new Map(
    before.filter((one) => isBefore(at, one.at.add(keptFor))).map((one) => [one.scenario, one]),
  );
  let isTouched = known.size < before.length;
  for (const { scenario, because, by } of asked) {
    if (scenario === undefined) continue;
    if (isKeptRefusal(because)) {
      known.delete(scenario);
      known.set(scenario, { scenario, because, at, ...(by !== undefined && { by }) });
      isTouched = true;
    } else if (because === 'entered' || because === 'restarted' || because === 'waits-for-group') {
      isTouched = known.delete(scenario) || isTouched;
    }
  }
  return isTouched ? { ...customer, refused: newest([...known.values()]) } : customer;
}

/** Of two records that become one. */
export function joinedRefusals(...lists: readonly Customer['refused'][]): Customer['refused'] {
  const byTime = lists.flatMap((list) => list ?? []).sort(oldestFirst);
  return newest([...new Map(byTime.map((entry) => [entry.scenario, entry])).values()]);
}

const oldestFirst = (a: RefusedEntry, b: RefusedEntry) => Temporal.Instant.compare(a.at, b.at);

function newest(entries: readonly RefusedEntry[]): Customer['refused'] {
  return entries.length === 0 ? undefined : entries.toSorted(oldestFirst).slice(-most);
}
