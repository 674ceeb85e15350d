/** Deliberate faults of the product, each of which the simulation must find: what it lets through proves nothing. */
import { mutantsOfAsking } from './mutants-of-asking.ts';
import { mutantsOfDelivery } from './mutants-of-delivery.ts';
import { mutantsOfLanguage } from './mutants-of-language.ts';
import { mutantsOfMemory } from './mutants-of-memory.ts';
import { mutantsOfWalking } from './mutants-of-walking.ts';

/** Replaces text of one source file; `find` must stand in it exactly once. */
export interface Edit {
  /** From the top of the product, under shared/ or functions/. */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

export interface Mutant {
  readonly name: string;
  /** What is wrong, as an operator would see it. */
  readonly what: string;
  /** Where the search begins: this seed shows the fault early. */
  readonly seed: number;
  /** Names with commas, as the simulation takes them. Default: all there are. */
  readonly faults?: string;
  readonly edits: readonly Edit[];
}

/** Those that production's own assertions are tried on as well: they watch what is saved and sent, not the language. */
export const mutantsOfContract: readonly Mutant[] = [
  ...mutantsOfDelivery,
  ...mutantsOfMemory,
  ...mutantsOfAsking,
];

export const mutants: readonly Mutant[] = [...mutantsOfContract, ...mutantsOfLanguage, ...mutantsOfWalking];

/** The product's own assertions are switched off: only the simulation is left to find the fault. */
export const withoutAssertions: Edit = {
  file: 'shared/core/invariants.ts',
  find: '  return [\n    ...brokenByRecord(before, after),',
  replace: '  if (after) return [];\n  return [\n    ...brokenByRecord(before, after),',
};

/** The product's own assertions end the run at the first that is broken, and say which it was. */
export const withTellingAssertions: Edit = {
  file: 'shared/service/save-customer.ts',
  find: "    world.metrics.count('InvariantBroken');",
  replace: `    process.stdout.write(\`\${JSON.stringify({ assertion: invariant })}\\n\`);
    process.exit(1);`,
};
