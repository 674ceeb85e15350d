/** Questions that are not asked before a mail goes. */
import type { Mutant } from './mutants.ts';

export const mutantsOfAsking: readonly Mutant[] = [
  {
    name: 'exit-not-asked',
    what: 'an exit rule does not end the run',
    seed: 1,
    edits: [
      {
        file: 'shared/core/advance-by-event.ts',
        find: "if (exitRules(scenario).some((rule) => ruleMeans(rule, event, enrolment, customer))) return 'exit-rule';",
        replace: "if (exitRules(scenario).length > 99) return 'exit-rule';",
      },
    ],
  },
  {
    name: 'tombstone-ignored',
    what: 'an order that was cancelled before it was heard of is thanked for',
    seed: 1,
    edits: [
      {
        file: 'shared/core/enter.ts',
        find: "if (orderIsOver(scenario, customer, orderOf(event))) return 'order-ended-before';",
        replace: '',
      },
    ],
  },
  {
    name: 'consent-not-asked',
    what: 'marketing goes to whoever has an address',
    seed: 1,
    edits: [
      {
        file: 'shared/core/may-send.ts',
        find: "if (scenario.kind === 'marketing' && consent?.is !== 'granted') return 'no-consent';",
        replace: '',
      },
    ],
  },
  {
    name: 'suppression-not-asked',
    what: 'mail goes to an address that bounced or complained',
    seed: 8,
    edits: [
      {
        file: 'shared/core/may-send.ts',
        find: "if (isSuppressed(around.address, scenario.kind, consent)) return 'suppressed';",
        replace: '',
      },
    ],
  },
  {
    name: 'expiry-not-asked',
    what: 'a message goes however late it has become',
    seed: 1,
    edits: [
      {
        file: 'shared/core/may-send.ts',
        find: "if (!isBefore(around.at, expires)) return { may: 'never', because: 'too-late' };",
        replace: '',
      },
      {
        file: 'shared/core/may-send.ts',
        find: 'const until = isBefore(later.until, expires) ? later.until : expires;',
        replace: 'const { until } = later;',
      },
    ],
  },
  {
    name: 'pause-not-asked',
    what: 'mail goes while an operator has paused it',
    seed: 2,
    edits: [
      {
        file: 'shared/core/may-send.ts',
        find: 'if (paused.all || (marketing && paused.marketing) || paused.scenarios.includes(scenario.id)) {',
        replace: 'if (paused.scenarios.includes(scenario.id)) {',
      },
    ],
  },
  {
    name: 'quiet-hours-not-asked',
    what: 'marketing goes at night',
    seed: 1,
    edits: [
      {
        file: 'shared/core/may-send.ts',
        find: 'const morning = quiet ? quietUntil(around.at, quiet, zone) : undefined;',
        replace: 'const morning = undefined;',
      },
    ],
  },
  {
    name: 'cap-not-asked',
    what: 'marketing goes beyond the cap',
    seed: 1,
    edits: [
      {
        file: 'shared/core/may-send.ts',
        find: 'while (full(ahead) && ahead < 15) ahead += 1;',
        replace: 'while (full(ahead) && ahead < 0) ahead += 1;',
      },
    ],
  },
  {
    name: 'goal-not-asked',
    what: 'a story goes on after its goal is met',
    seed: 1,
    edits: [
      {
        file: 'shared/core/advance-by-event.ts',
        find: "return met ? 'goal-met' : undefined;",
        replace: 'return met ? undefined : undefined;',
      },
    ],
  },
];
