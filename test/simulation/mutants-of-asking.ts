/** Questions that are not asked before a mail goes. */
import type { Mutant } from './mutants.ts';

export const mutantsOfAsking: readonly Mutant[] = [
  {
    name: 'exit-not-asked',
    what: 'an exit rule does not end the run',
    seed: 1,
    edits: [
      {
        file: 'shared/core/enrolments/advance-by-event.ts',
        find: 'if (isMeant || meetsExitState(',
        replace: 'if (meetsExitState(',
      },
    ],
  },
  {
    name: 'consent-not-asked',
    what: 'marketing goes to whoever has an address',
    seed: 1,
    edits: [
      {
        file: 'shared/core/contact-policy/may-send.ts',
        find: "if (scenario.kind === 'transactional' || consent?.is === 'granted') return undefined;",
        replace: "if (consent?.is !== 'pending') return undefined;",
      },
    ],
  },
  {
    name: 'suppression-not-asked',
    what: 'mail goes to an address that bounced or complained',
    seed: 8,
    edits: [
      {
        file: 'shared/core/contact-policy/may-send.ts',
        find: 'scenario.kind, consent, customer.id))',
        replace: 'scenario.kind, consent, customer.id) && !byMail)',
      },
    ],
  },
  {
    name: 'expiry-not-asked',
    what: 'a message goes however late it has become',
    seed: 6,
    edits: [
      {
        file: 'shared/core/contact-policy/may-send.ts',
        find: 'if (!isBefore(around.at, expires)) return tooLate(due);',
        replace: '',
      },
      {
        file: 'shared/core/contact-policy/may-send.ts',
        find: 'if (isBefore(until, expires) && !isHeldTooOften(due, because)) return',
        replace: 'if (!isHeldTooOften(due, because)) return',
      },
    ],
  },
  {
    name: 'pause-not-asked',
    what: 'mail goes while an operator has paused it',
    seed: 4,
    edits: [
      {
        file: 'shared/core/contact-policy/may-send.ts',
        find: "const itsOwn = ['all', judgedKindOf(scenario, customer), scenario.id, ...ofKey];",
        replace: "const itsOwn = scenario.kind === 'marketing' ? [] : [scenario.id];",
      },
    ],
  },
  {
    name: 'quiet-hours-not-asked',
    what: 'marketing goes at night',
    seed: 1,
    edits: [
      {
        file: 'shared/core/contact-policy/contact-policy.ts',
        find: "if (morning) holds.push({ because: 'quiet-hours', until: morning });",
        replace: '',
      },
    ],
  },
  {
    name: 'cap-not-asked',
    what: 'marketing goes beyond the cap',
    seed: 1,
    edits: [
      {
        file: 'shared/core/contact-policy/contact-policy.ts',
        find: "if (free) holds.push({ because: 'cap-reached', ...free });",
        replace: '',
      },
    ],
  },
  {
    name: 'goal-not-asked',
    what: 'a story goes on after its goal is met',
    seed: 1,
    edits: [
      {
        file: 'shared/core/enrolments/advance-by-event.ts',
        find: "situation) ? 'goal-met' : undefined;",
        replace: 'situation) ? undefined : undefined;',
      },
    ],
  },
];
