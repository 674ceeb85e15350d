/** Faults in what wakes whoever waits: the one alarm of each customer and lane. */
import { coreMutant as one } from './core-mutant.ts';
import type { Mutant } from './mutants.ts';

const alarms = 'record/alarm/alarms';
const owed = 'record/alarm/alarms-owed';

const service = (name: string, what: string, file: string, find: string, replace: string): Mutant => ({
  name,
  what,
  seed: 1,
  edits: [{ file: `shared/service/${file}.ts`, find, replace }],
});

export const mutantsOfAlarms: readonly Mutant[] = [
  one(
    'alarm-not-armed',
    'a save names an alarm, and nobody arms it',
    1,
    owed,
    'return isNew ? [...near, ...armAlarm(saved, lane, armed)] : near;',
    "return isNew && lane === 'transactional' ? [...near, ...armAlarm(saved, lane, armed)] : near;",
  ),
  {
    name: 'alarm-lost-at-release',
    what: 'a claim that is given back leaves its alarm unarmed',
    seed: 1,
    edits: [
      {
        file: 'shared/service/sending/handle-timer.ts',
        find: 'armed.length > 0 ? performAfterSave(sending, advanced.customer, armed) : undefined,',
        replace: 'undefined,',
      },
      {
        file: 'shared/service/sending/handle-timer.ts',
        find: "const rest = delivery === 'released' ? [] : restOfWalk(advanced.effects);",
        replace: "const rest = delivery === 'released' ? [] : [...armed, ...restOfWalk(advanced.effects)];",
      },
    ],
  },
  service(
    'repeat-arms-no-alarm',
    'whoever died after a save comes back and arms nothing',
    'saving/after-alarms',
    'if (!decided.isRepeat) return decided;',
    'if (at) return decided;',
  ),
  service(
    'stale-alarm-arms-nothing',
    'an alarm that finds its own message settled does not arm what is next',
    'sending/handle-repeat',
    'isOwed ? [timerOf(customer, next), ...alarms] : alarms);',
    'isOwed ? [timerOf(customer, next)] : []);',
  ),
  {
    name: 'early-alarm-stands',
    what: 'an alarm that rings a little early counts as armed still',
    seed: 1,
    edits: [
      {
        file: 'shared/core/record/alarm/rung-alarm.ts',
        find: 'return rung?.equals(armed) === true || !isBefore(at.add(ringsEarly), armed);',
        replace: 'return !isBefore(at, armed);',
      },
      {
        file: `shared/core/${alarms}.ts`,
        find: "return later === 'kept' || isNeeded(customer, lane, at, standing) ? standing : next;",
        replace: 'return standing;',
      },
    ],
  },
  one(
    'earlier-due-waits-for-later-alarm',
    'what is due sooner than the alarm is not armed',
    1,
    alarms,
    'if (!standing || (next && isBefore(next, standing))) return next;',
    'if (!standing) return next;',
  ),
  one(
    'alarm-for-the-last',
    'the alarm stands for what is due last',
    1,
    alarms,
    'const first = waitingIn(customer, lane).find((waiting) => !isNear(waiting, at));',
    'const first = waitingIn(customer, lane).findLast((waiting) => !isNear(waiting, at));',
  ),
  one(
    'alarm-forgets-its-neighbours',
    'what is due together with the alarm is left where it is',
    1,
    owed,
    'const isOwed = rung || isOver(known, at, rung);',
    'const isOwed = false;',
  ),
  one(
    'look-without-alarm',
    'what comes true by time alone has no alarm',
    1,
    alarms,
    "const look = lane === 'marketing' ? timerOfLook(customer) : undefined;",
    "const look = lane === 'transactional' && customer.version < 0 ? timerOfLook(customer) : undefined;",
  ),
  one(
    'one-alarm-for-both-lanes',
    'the alarms of both lanes bear one name',
    1,
    'values/ids',
    "digest(['alarm', store, customer, lane, minute, ...turns], 40)",
    "digest(['alarm', store, customer, minute, ...turns], 40)",
  ),
  one(
    'alarm-without-minute',
    'an earlier alarm bears the name of the later one',
    1,
    'values/ids',
    "digest(['alarm', store, customer, lane, minute, ...turns], 40)",
    "digest(['alarm', store, customer, lane, ...turns], 40)",
  ),
  one(
    'lane-not-kept',
    "an order's message waits in the lane of marketing",
    1,
    'enrolments/enter',
    'lane: scenario.kind,',
    "lane: 'marketing',",
  ),
  one(
    'alarm-taken-back-too-soon',
    'an alarm is taken back though what it stands for is due within minutes',
    1,
    alarms,
    '(isNear(first, at) || isBefore(upToMinute(first.due), alarm.add(worthwhile)))',
    'isBefore(upToMinute(first.due), alarm)',
  ),
  service(
    'busy-scheduler-taken-for-armed',
    'what the scheduler had no room for is forgotten',
    'saving/arm-timers',
    "if (armed !== 'busy') return undefined;",
    'if (armed) return undefined;',
  ),
];
