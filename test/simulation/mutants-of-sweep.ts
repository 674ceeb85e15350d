/** Faults in what finds those whose timer never came. */
import type { Mutant } from './mutants.ts';

/** Timers are lost often enough that somebody stays asleep. */
const losing = 'timer-never,scheduler-down,lane-full';

export const mutantsOfSweep: readonly Mutant[] = [
  {
    name: 'wake-moment-not-saved',
    what: 'the record does not say from when a round may find it',
    seed: 1,
    edits: [
      {
        file: 'shared/service/saving/save-customer.ts',
        find: 'const saved = await world.customers.save(after, waking);',
        replace: 'const saved = await world.customers.save(after, { transactional: waking.transactional });',
      },
    ],
  },
  {
    name: 'round-finds-the-awake',
    what: 'a page of a round finds those whose moment is still to come, and nobody else',
    seed: 2,
    faults: losing,
    store: { customers: 12, days: 40 },
    edits: [
      {
        file: 'shared/memory/memory-rounds.ts',
        find: '?? Number.POSITIVE_INFINITY) <= earlier(before);',
        replace: '?? Number.POSITIVE_INFINITY) > earlier(before);',
      },
    ],
  },
  {
    name: 'sweep-asks-the-other-lane',
    what: 'order mail is not looked for while the marketing lane is full',
    seed: 26,
    edits: [
      {
        file: 'shared/service/sweep/reconcile.ts',
        find: "isBehind(engine, 'transactional')",
        replace: "isBehind(engine, 'marketing')",
      },
    ],
  },
];
