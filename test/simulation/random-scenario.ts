/** Scenarios that nobody wrote, so that shapes nobody thought of are walked too. Every one passes the check. */
import { isOfStore, subjectOf } from '../../shared/core/events/event-catalogue.ts';
import type { EventRule } from '../../shared/core/language/event-rule.ts';
import type { Goal, Scenario, Stage } from '../../shared/core/language/scenario.ts';
import type { Trigger } from '../../shared/core/language/trigger.ts';
import { eventOfTrigger, type Limit } from '../../shared/core/language/trigger.ts';
import { priorities } from '../../shared/core/values/priority.ts';
import { topics } from '../../shared/core/values/topic.ts';
import type { Random } from './random.ts';
import { plainQuestion, randomFilter, segmentNames } from './random-scenario-filters.ts';
import { randomSteps } from './random-scenario-steps.ts';
import { randomEventName, randomTrigger } from './random-scenario-triggers.ts';
import { takenGroup } from './random-standing.ts';

const stages: readonly Stage[] = ['awareness', 'education', 'conversion', 'retention', 'referral'];
const commonEnds = ['OrderCancelled', 'OrderReturned', 'OrderRefunded', 'OrderDelivered'] as const;

/** Scenario number `nth`: for the same source and number always the same, whatever else was drawn. */
export function randomScenario(random: Random, nth: number): Scenario {
  const own = random.fork(`scenario ${nth}`);
  const trigger = randomTrigger(own);
  const kind = own.pick(['transactional', 'marketing', 'marketing'] as const);
  const about = kind === 'marketing' ? ({ kind, topic: own.pick(topics) } as const) : ({ kind } as const);
  const drawn = {
    id: `random-${nth}`,
    version: own.pick([1, 1, 1, 7]),
    stage: own.pick(stages),
    purpose: 'Walks where no written scenario walks.',
    ...about,
    ...(own.chance(0.3) ? { group: own.pick(['first', 'second']), ...whenTaken(random, nth, kind) } : {}),
    ...(own.chance(0.25) ? { limit: randomLimit(own) } : {}),
    ...(kind === 'marketing' && own.chance(0.25) ? { holdout: own.pick([20, 50]) } : {}),
    ...(kind === 'marketing' && own.chance(0.6) ? { priority: own.pick(priorities) } : {}),
    trigger,
    ...(own.chance(0.3) ? { goal: randomGoal(own, trigger) } : {}),
    ...(own.chance(0.6) ? { exitOn: randomExits(own, trigger) } : {}),
    steps: randomSteps(own, kind, trigger),
  } satisfies Scenario;
  return { ...drawn, ...takenGroup(drawn, own) };
}

/** By a source of its own: all else is drawn as it was. */
function whenTaken(random: Random, nth: number, kind: Scenario['kind']): Pick<Scenario, 'whenTaken'> {
  const own = random.fork(`taken ${nth}`);
  const drawn = own.pick(['wait', 'wait', 'replace', 'skip'] as const);
  return kind === 'transactional' && drawn === 'wait' ? {} : { whenTaken: drawn };
}

function randomLimit(random: Random): Limit {
  if (random.chance(0.8)) return { percent: random.pick([30, 60, 90]) };
  return { segment: random.pick(segmentNames) };
}

/** A rule about the same thing as the run, where both are about one of a kind; else about any of hers. */
function randomRule(random: Random, on: EventRule['on'], trigger: Trigger): EventRule {
  const subject = subjectOf(on);
  const began = eventOfTrigger(trigger);
  const isSame = subject !== 'customer' && began !== undefined && subjectOf(began) === subject;
  const choices = isSame ? ([subject, 'customer'] as const) : (['customer'] as const);
  return {
    on,
    ...(random.chance(0.3) ? { filter: randomFilter(random, 'arriving', 1) } : {}),
    ...(random.chance(0.4) ? { same: random.pick(choices) } : {}),
  };
}

function randomGoal(random: Random, trigger: Trigger): Goal {
  const drawn = random.chance(0.5) ? 'OrderPlaced' : randomEventName(random);
  const on = isOfStore(drawn) ? 'OrderPlaced' : drawn;
  return { ...randomRule(random, on, trigger), within: { days: random.int(1, 120) } };
}

function randomExits(random: Random, trigger: Trigger): NonNullable<Scenario['exitOn']> {
  return Array.from({ length: random.int(1, 3) }, () => {
    if (random.chance(0.3)) return { when: plainQuestion(random) };
    const on = random.chance(0.7) ? random.pick(commonEnds) : randomEventName(random);
    return random.chance(0.6) ? on : randomRule(random, on, trigger);
  });
}
