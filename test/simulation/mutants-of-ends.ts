/** Faults of records that become part of another's or are erased, and of messages that come again. */
import { coreMutant } from './core-mutant.ts';
import type { Mutant, TrialStore } from './mutants.ts';

/** Of each four customers one may become part of another, and two be erased. */
const ends: TrialStore = { customers: 8, days: 40 };

const service = (
  name: string,
  what: string,
  seed: number,
  edit: { readonly file: string; readonly find: string; readonly replace: string },
): Mutant => ({
  name,
  what,
  seed,
  store: ends,
  edits: [{ ...edit, file: `shared/service/${edit.file}.ts` }],
});

export const mutantsOfEnds: readonly Mutant[] = [
  service('told-after-merge', 'a record that became part of another is told of sales and dates', 10, {
    file: 'saving/change-customer',
    find: 'if (customer.mergedInto === undefined) return decide(customer, around);',
    replace: 'if (customer.version > 0) return decide(customer, around);',
  }),
  service('erased-comes-back', 'what comes late for an erased customer begins a new record', 3, {
    file: 'intake/ingest',
    find: 'const gone = known ? undefined : await afterErasure(engine, customerId, events);',
    replace: "const gone = hops > 9 ? ('erased' as const) : undefined;",
  }),
  service('late-news-of-the-erased', 'a click on an old mail writes of whoever was erased', 3, {
    file: 'sending/touchpoints-of-known',
    find: '!found.has(id) && (await isErased(world, customer));',
    replace: "found.has('') && (await isErased(world, customer));",
  }),
  coreMutant(
    'merge-forgets-orders',
    'the orders of a record that becomes part of another are not counted',
    3,
    'promises/merge-customers',
    'orders: Math.max(0, to.lifecycle.orders + from.lifecycle.orders - countedTwice(to, from)),',
    'orders: Math.max(0, to.lifecycle.orders - countedTwice(to, from)),',
    ends,
  ),
];
