/** Questions that are not asked before a mail goes. */
import type { Mutant } from './mutants.ts';

export const mutantsOfAsking: readonly Mutant[] = [
  {
    name: 'exit-not-asked',
    what: 'an exit rule does not end the run',
    play: { seed: 2, customers: 12, days: 60 },
    edits: [
      {
        file: 'shared/core/advance-by-event.ts',
        find: "if (exitRules(scenario).some((rule) => ruleMeans(rule, event, enrolment, customer))) return 'exit-rule';",
        replace: "if (exitRules(scenario).length > 99) return 'exit-rule';",
      },
    ],
  },
  {
    name: 'exit-not-asked-at-release',
    what: 'a refused mail is tried again though its order is over',
    play: { seed: 2, customers: 12, days: 60 },
    edits: [
      {
        file: 'shared/core/advance-by-refusal.ts',
        find: 'if (enrolment.ended && !walkedToTheEnd.includes(enrolment.ended.because)) return enrolment.ended.because;\n',
        replace: '',
      },
      {
        file: 'shared/core/advance-by-refusal.ts',
        find: "if (orderIsOver(scenario, customer, enrolment.order)) return 'exit-rule';",
        replace: '',
      },
    ],
  },
  {
    name: 'exit-not-asked-at-resolve',
    what: 'a mail goes once more though its order is over',
    play: { seed: 2, customers: 12, days: 60 },
    edits: [
      {
        file: 'shared/service/handle-resolve.ts',
        find: "if (enrolment.ended && !['completed', 'exit-step'].includes(enrolment.ended.because)) return 'never';",
        replace: '',
      },
      {
        file: 'shared/service/handle-resolve.ts',
        find: "if (orderIsOver(scenario, customer, enrolment.order)) return 'never';",
        replace: '',
      },
    ],
  },
  {
    name: 'tombstone-ignored',
    what: 'an order that was cancelled before it was heard of is thanked for',
    play: { seed: 2, customers: 12, days: 60 },
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
    play: { seed: 2, customers: 12, days: 60 },
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
    play: { seed: 2, customers: 12, days: 60 },
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
    play: { seed: 2, customers: 12, days: 60 },
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
    play: { seed: 2, customers: 12, days: 60 },
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
    play: { seed: 2, customers: 12, days: 60 },
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
    play: { seed: 2, customers: 12, days: 60 },
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
    play: { seed: 2, customers: 12, days: 60 },
    edits: [
      {
        file: 'shared/core/advance-by-event.ts',
        find: "return met ? 'goal-met' : undefined;",
        replace: 'return met ? undefined : undefined;',
      },
    ],
  },
];
