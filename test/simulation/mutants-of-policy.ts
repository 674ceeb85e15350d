/** Faults of the contact policy: who gets a place, what counts, what is moved, and what a case, an offer or a group holds back. */
import { coreMutant } from './core-mutant.ts';
import type { Mutant } from './mutants.ts';

/** Shown where people get many letters, and by no fault of the world: a large store in peace. */
const inPeace = { seed: 5, faults: 'none', store: { customers: 25, days: 150 } } as const;

const one = (name: string, what: string, file: string, find: string, replace: string): Mutant => ({
  ...coreMutant(name, what, inPeace.seed, file, find, replace),
  ...inPeace,
});

export const mutantsOfPolicy: readonly Mutant[] = [
  one(
    'needs-not-asked',
    'what speaks of another message goes though that one never went',
    'contact-policy/may-send',
    'if (needs.length === 0 || !enrolment) return undefined;',
    'if (needs.length === 0 || enrolment) return undefined;',
  ),
  one(
    'requests-not-counted',
    'the caps of requests for an answer hold nothing',
    'contact-policy/caps',
    'if (cap.letters !== undefined && !(letter && countsAs(letter, cap.letters))) return false;',
    "if (cap.letters !== undefined && (cap.letters === 'asks' || !(letter && countsAs(letter, cap.letters)))) return false;",
  ),
  one(
    'reminder-takes-nothing',
    'the reminder of a request is a letter of no kind',
    'language/message-standing',
    "one.asks && spoken.includes(one.id))) return 'reminds';",
    'one.asks && spoken.includes(one.id))) return undefined;',
  ),
  one(
    'old-letters-forgotten',
    'letters are counted only as long as the record knows them one by one',
    'facts/letters',
    'return kind ? [{ day: dayNumber(civilDate(send.at, zone)), kind }] : [];',
    "return kind && kind !== 'story' ? [{ day: dayNumber(civilDate(send.at, zone)), kind }] : [];",
  ),
  one(
    'moved-forgotten',
    'what follows a letter that was held comes on its old day',
    'questions/moved-days',
    'if (!moved) return 0;',
    'if (!moved || moved.days > 0) return 0;',
  ),
  one(
    'moved-too-far',
    'a letter that went late moves its story by a day too many',
    'questions/moved',
    'return { days: before + days, ...(arrival',
    'return { days: before + days + 1, ...(arrival',
  ),
  one(
    'case-not-asked',
    'marketing goes to whoever waits for the support desk',
    'contact-policy/open-case',
    'return caseUntil(customer, around.at);',
    'return undefined;',
  ),
  {
    ...one(
      'case-never-let-go',
      'a letter that a support case held is not due when the case is closed',
      'enrolments/due-anew',
      "if (enrolment.held !== 'case-open' || caseUntil(customer, around.at)) return undefined;",
      "if (enrolment.held !== 'case-open' || customer.id) return undefined;",
    ),
    seed: 6,
  },
  one(
    'promised-waits-for-its-day',
    'what was promised waits until the day has a place',
    'contact-policy/caps',
    'atOnce: step.atOnce || step.promised,',
    'atOnce: step.atOnce,',
  ),
  {
    name: 'waiter-not-asked',
    what: 'who waits for a group is not asked in the save of a walk that frees it',
    ...inPeace,
    edits: [
      {
        file: 'shared/service/sending/claim.ts',
        find: 'const decided = withFreePlaces(walked, around, walkedBy(enrolment));',
        replace: 'const decided = walked;',
      },
    ],
  },
];
