/** Faults in who waits for a group, who is let in after it, and what of a group runs. */
import { coreMutant as one } from './core-mutant.ts';
import type { Mutant } from './mutants.ts';

export const mutantsOfWaiting: readonly Mutant[] = [
  one(
    'place-freed-for-nobody',
    'who waits for a group is not asked in the save that frees it',
    1,
    'enrolments/let-waiters-in',
    'waitersAsked(decided.customer, waiting, around, by);',
    'waitersAsked(decided.customer, [], around, by);',
  ),
  one(
    'waited-too-long',
    'how fresh an entry is is asked when it is let in, and not when it came',
    1,
    'enrolments/let-waiters-in',
    'const gone = noLongerTrue(scenario, free, waiter, around);',
    "const isStale = around.at.epochMilliseconds - waiter.at.epochMilliseconds > 72 * 3_600_000;\n  const gone = isStale ? 'too-late' : noLongerTrue(scenario, free, waiter, around);",
  ),
  one(
    'counts-from-the-arrival',
    'who waited is taken to have been inside since the entry came',
    1,
    'enrolments/enter',
    'const { at } = candidate.around;\n  const entry: Entry = { key, at, order',
    'const { at } = waiter;\n  const entry: Entry = { key, at, order',
  ),
  one(
    'waited-for-asleep',
    'an enrolment sleeps though somebody waits for its end',
    1,
    'enrolments/sleep/sleepers',
    'if (isWaitedFor(customer, scenario, book)) return false;',
    '',
  ),
  one(
    'replaces-nothing',
    'a scenario that takes the place of another leaves it running',
    1,
    'enrolments/enter-refusal',
    "whenTaken === 'replace' && one.scenario !== id && groupOf(one, book) === group;",
    'false && one.scenario !== id && groupOf(one, book) === group && whenTaken;',
  ),
];
