/** What a journey writes into the record by a `set` step. */
import type { Temporal } from 'temporal-polyfill';
import type { SetFact } from '../language/steps.ts';
import { scoreAt } from '../questions/filter-subject.ts';
import type { Customer } from '../record/customer.ts';
import type { Surroundings } from '../record/surroundings.ts';
import { utf8Bytes } from '../values/item-size.ts';

const attributeBudget_bytes = 1024;
const maxLabels = 32;
const maxCategories = 16;

/** The customer with what the step says. Of what is too much for the record the oldest goes. */
export function withSetFacts(customer: Customer, step: SetFact, around: Surroundings): Customer {
  const { at, settings } = around;
  const removed = new Set([...(step.removeLabels ?? []), ...(step.addLabels ?? [])]);
  const labels = [...customer.labels.filter((label) => !removed.has(label)), ...(step.addLabels ?? [])];
  return {
    ...customer,
    profile: step.attributes ? withAttributes(customer.profile, step.attributes) : customer.profile,
    labels: step.addLabels || step.removeLabels ? labels.slice(-maxLabels) : customer.labels,
    categories: step.category ? withCategory(customer.categories, step.category, at) : customer.categories,
    score:
      step.score === undefined
        ? customer.score
        : { value: scoreAt(customer, at, settings.scoreHalfLife_days) + step.score, at },
  };
}

function withAttributes(profile: Customer['profile'], stated: Readonly<Record<string, unknown>>) {
  const older = Object.entries(profile.attributes ?? {}).filter(([name]) => !Object.hasOwn(stated, name));
  const kept: [string, unknown][] = [];
  let bytes = 0;
  for (const entry of [...older, ...Object.entries(stated)].reverse()) {
    bytes += utf8Bytes(JSON.stringify(entry));
    if (bytes > attributeBudget_bytes) break;
    kept.push(entry);
  }
  return { ...profile, attributes: Object.fromEntries(kept.reverse()) };
}

function withCategory(
  categories: Customer['categories'],
  { set, is }: { readonly set: string; readonly is: string },
  at: Temporal.Instant,
): Customer['categories'] {
  if (categories[set]?.is === is) return categories;
  const others = Object.entries(categories).filter(([name]) => name !== set);
  return Object.fromEntries([...others.slice(1 - maxCategories), [set, { is, at }]]);
}
