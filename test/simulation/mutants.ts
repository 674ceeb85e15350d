/** Deliberate faults of the product, each of which the simulation must find: what it lets through proves nothing. */
import { mutantsOfAlarms } from './mutants-of-alarms.ts';
import { mutantsOfArrival } from './mutants-of-arrival.ts';
import { mutantsOfAsking } from './mutants-of-asking.ts';
import { mutantsOfCampaigns } from './mutants-of-campaigns.ts';
import { mutantsOfDelivery } from './mutants-of-delivery.ts';
import { mutantsOfEnds } from './mutants-of-ends.ts';
import { mutantsOfLanguage } from './mutants-of-language.ts';
import { mutantsOfMemory } from './mutants-of-memory.ts';
import { mutantsOfOrders } from './mutants-of-orders.ts';
import { mutantsOfPolicy } from './mutants-of-policy.ts';
import { mutantsOfSleep } from './mutants-of-sleep.ts';
import { mutantsOfSweep } from './mutants-of-sweep.ts';
import { mutantsOfWaiting } from './mutants-of-waiting.ts';
import { mutantsOfWalking } from './mutants-of-walking.ts';

/** Replaces text of one source file; `find` must stand in it exactly once. */
export interface Edit {
  /** From the top of the product, under shared/, functions/ or infra/operator/. */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

export interface TrialStore {
  readonly customers: number;
  readonly days: number;
}

/** Small stores, so that what shows only at the end of a run shows soon. */
export const trialStore: TrialStore = { customers: 6, days: 40 };

export interface Mutant {
  readonly name: string;
  /** What is wrong, as an operator would see it. */
  readonly what: string;
  /** Where the search begins: this seed shows the fault early. */
  readonly seed: number;
  /** Names with commas, as the simulation takes them. Default: all there are. */
  readonly faults?: string;
  /** Where the store of a trial must be another to show it. */
  readonly store?: TrialStore;
  readonly edits: readonly Edit[];
}

export const mutants: readonly Mutant[] = [
  ...mutantsOfDelivery,
  ...mutantsOfMemory,
  ...mutantsOfAlarms,
  ...mutantsOfAsking,
  ...mutantsOfLanguage,
  ...mutantsOfWalking,
  ...mutantsOfSweep,
  ...mutantsOfSleep,
  ...mutantsOfOrders,
  ...mutantsOfArrival,
  ...mutantsOfEnds,
  ...mutantsOfWaiting,
  ...mutantsOfPolicy,
  ...mutantsOfCampaigns,
];

/** They need thousands of steps, or a whole run, to show: too much for every run of the tests. */
const late = [
  'alarm-lost-at-release',
  'arrives-unpaid',
  'arrives-without-its-parcel',
  'campaign-at-once',
  'campaign-not-stopped',
  'case-not-asked',
  'content-cap-ignored',
  'control-group-sent',
  'decided-in-the-past',
  'emit-forgotten',
  'exit-not-asked',
  'exit-state-not-asked',
  'holdout-sent',
  'late-news-of-the-erased',
  'ledger-of-one',
  'look-never-again',
  'move-forgets-its-map',
  'newer-shape-read',
  'old-letters-forgotten',
  'one-click-not-saved',
  'order-mail-cut-by-place',
  'orders-not-told-apart',
  'parts-never-the-whole',
  'promised-waits-for-its-day',
  'redelivery-forgets-its-claim',
  'refund-before-order-forgotten',
  'refund-counted-twice',
  'refund-not-counted',
  'refused-parcel-counts',
  'refused-when-it-came-again',
  'reminder-takes-nothing',
  'repeat-without-end',
  'round-finds-the-awake',
  'schedule-key-without-date',
  'sender-acknowledges-failures',
  'sent-event-settles-nothing',
  'stale-timer-acts',
  'stay-is-moved',
  'supply-from-the-order',
  'told-after-merge',
  'undone-goes-on',
  'unknown-marketing-sent-again',
  'unknown-never-asked',
  'waiter-not-asked',
  'walked-at-once',
  'welcome-does-not-wait',
];

/** Their seeds show them within some three thousand steps. */
export const earlyMutants = mutants.filter(({ name }) => !late.includes(name));

/** The product's own assertions are switched off: only the simulation is left to find the fault. */
export const withoutAssertions: Edit = {
  file: 'shared/core/promises/invariants.ts',
  find: '  return [\n    ...brokenByRecord(before, after),',
  replace: '  if (after) return [];\n  return [\n    ...brokenByRecord(before, after),',
};

/** The product's own assertions end the run at the first that is broken, and say which it was. */
export const withTellingAssertions: Edit = {
  file: 'shared/service/saving/save-customer.ts',
  find: "    world.metrics.count('InvariantBroken');",
  replace: `    process.stdout.write(\`\${JSON.stringify({ assertion: invariant })}\\n\`);
    process.exit(1);`,
};
