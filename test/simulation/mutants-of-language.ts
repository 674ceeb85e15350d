/** Faults in whom a scenario lets in, and how much she is told. */
import { coreMutant as one } from './core-mutant.ts';
import type { Mutant } from './mutants.ts';

export const mutantsOfLanguage: readonly Mutant[] = [
  one(
    'group-ignored',
    'two stories of one group run side by side',
    6,
    'enrolments/enter-refusal',
    "if (openInGroup(scenario, customer, around).length > 0) return 'group-running';",
    '',
  ),
  one(
    'percent-ignored',
    'a scenario limited to a share of the customers lets in all',
    3,
    'questions/in-share',
    "fraction(['limit', store, customer, id]) * 100 < percent",
    "fraction(['limit', store, customer, id]) * 100 < 100",
  ),
  {
    name: 'disabled-lets-in',
    what: 'a scenario that is switched off lets people in',
    seed: 1,
    edits: [
      {
        file: 'shared/core/enrolments/enter-refusal.ts',
        find: "if (scenario.enabled === false) return 'disabled';",
        replace: '',
      },
      {
        file: 'shared/core/language/scenario-index.ts',
        find: 'current.filter(({ enabled }) => enabled !== false)',
        replace: 'current',
      },
    ],
  },
  one(
    'content-cap-ignored',
    'a cap of one kind of content holds nothing',
    5,
    'contact-policy/caps',
    'if (cap.content !== undefined && cap.content !== content) return false;',
    'if (cap.content !== undefined) return false;',
    { customers: 12, days: 60 },
  ),
  one(
    'except-topics-turned',
    'a cap leaves out all topics but the one it should',
    1,
    'contact-policy/caps',
    'return topic === undefined || !cap.exceptTopics?.includes(topic);',
    'return topic === undefined || !cap.exceptTopics || cap.exceptTopics.includes(topic);',
  ),
  one(
    'split-redrawn',
    'each run takes its own way at a split',
    2,
    'enrolments/walk/walk-split',
    'scenario.id, step.id]) * total;',
    'scenario.id, step.id, String(scenario.version)]) * total;',
  ),
  {
    ...one(
      'holdout-sent',
      'who is held out to compare against is written to',
      5,
      'contact-policy/holdout',
      "return held < holdout ? 'holdout' : 'treated';",
      "return held < holdout - 100 ? 'holdout' : 'treated';",
      { customers: 25, days: 150 },
    ),
    faults: 'none',
  },
  one(
    'control-group-sent',
    'the control group gets marketing',
    1,
    'contact-policy/holdout',
    "if (group < controlGroup_percent) return 'control';",
    "if (group < controlGroup_percent - 100) return 'control';",
    { customers: 12, days: 60 },
  ),
  one(
    'series-repeats',
    'a series tells its first number over and over',
    3,
    'enrolments/walk/walk-series',
    "const count = dealt.as === 'missed' ? before : before + 1;",
    "const count = dealt.as === 'missed' ? before : Math.max(1, before);",
  ),
  one(
    'series-skips',
    'a series leaves out the number after each one that went',
    3,
    'enrolments/walk/walk-series',
    "const count = dealt.as === 'missed' ? before : before + 1;",
    "const count = dealt.as === 'claimed' ? before + 2 : before + 1;",
  ),
  one(
    'series-too-fast',
    'a series forgets its rhythm',
    3,
    'questions/due',
    'return spread(civilTarget(at, step.every.days, step.at, zone), step.id, waiting);',
    'return spread(civilTarget(at, 1, step.at, zone), step.id, waiting);',
  ),
];
