/** Deliberate faults of who sleeps, of the way to the present, and of waking. */
import { coreMutant } from './core-mutant.ts';
import type { Mutant } from './mutants.ts';

const sleepers = 'enrolments/sleep/sleepers';
const present = 'enrolments/sleep/to-the-present';

export const mutantsOfSleep: readonly Mutant[] = [
  coreMutant(
    'sleeps-though-granted',
    'a story sleeps where one of its topics is not granted, though another is',
    2,
    sleepers,
    'return reach.needs.every(',
    'return reach.needs.some(',
  ),
  coreMutant(
    'sleeps-before-a-task',
    'a story sleeps though it writes or tells something later on',
    1,
    'language/reach',
    "const writes = ({ kind }: Step): boolean => kind === 'set' || kind === 'emit';",
    "const writes = ({ kind }: Step): boolean => kind === 'set' && kind.length > 9;",
  ),
  coreMutant(
    'held-out-sleeps',
    'who is held out sleeps, and is not told as left out',
    33,
    sleepers,
    'if (!reach || reach.acts || isKeptOut(scenario, customer, settings, side)) return false;',
    'if (!reach || reach.acts) return false;',
  ),
  {
    name: 'never-wakes',
    what: 'who slept once sleeps on, whatever the customer allows',
    seed: 1,
    edits: [
      {
        file: `shared/core/${sleepers}.ts`,
        find: 'const asleep = maySleep(customer, enrolment, around) || undefined;',
        replace: 'const asleep = enrolment.asleep || maySleep(customer, enrolment, around) || undefined;',
      },
      {
        file: `shared/core/${sleepers}.ts`,
        find: '    isWoken(enrolment) ? { ...enrolment, asleep: undefined, by } : enrolment,',
        replace: '    enrolment,',
      },
    ],
  },
  coreMutant(
    'never-sleeps',
    'each story is walked by its timers, whatever may come of it',
    1,
    sleepers,
    'const asleep = maySleep(customer, enrolment, around) || undefined;',
    'const asleep = undefined;',
  ),
  coreMutant(
    'walked-at-once',
    'the way to the present is asked by the hour of the decision, not by the hours on the way',
    1,
    present,
    'return walked(dozersAtPresent(customer, around), around, ({ due }) => due);',
    'return walked(dozersAtPresent(customer, around), around, () => around.at);',
  ),
  coreMutant(
    'dozes-too-long',
    'who dozes is woken nine days after the first due that something may come of',
    1,
    'enrolments/sleep/dozing',
    'return over === 0 ? undefined : { until: now.due, over };',
    'return over === 0 ? undefined : { until: now.due.add({ hours: 216 }), over };',
  ),
  {
    name: 'decided-in-the-past',
    what: 'an event is decided on where who sleeps stood long ago',
    seed: 1,
    edits: [
      {
        file: 'shared/service/intake/ingest.ts',
        find: 'applyEvents(atPresent(before, { ...around, at: walkedTo }), events, around)',
        replace: 'applyEvents(before, events, around)',
      },
    ],
  },
];
