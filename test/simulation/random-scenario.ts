/** Scenarios that nobody wrote, so that shapes nobody thought of are walked too. Every one passes the check. */
import { type EventName, eventNames, isAboutOrder } from '../../shared/core/event-names.ts';
import type { EventRule, Goal, OncePer, Scenario, Stage, Trigger } from '../../shared/core/scenario.ts';
import { topics } from '../../shared/core/topic.ts';
import type { Random } from './random.ts';
import { randomFilter } from './random-scenario-filters.ts';
import { randomSpan, randomSteps } from './random-scenario-steps.ts';

const stages: readonly Stage[] = ['awareness', 'education', 'conversion', 'retention', 'referral'];
const commonEnds = ['OrderCancelled', 'OrderReturned', 'OrderRefunded', 'OrderDelivered'] as const;

/** Scenario number `nth`: for the same source and number always the same, whatever else was drawn. */
export function randomScenario(random: Random, nth: number): Scenario {
  const own = random.fork(`scenario ${nth}`);
  const trigger = randomTrigger(own);
  const kind = own.pick(['transactional', 'marketing', 'marketing'] as const);
  const about = kind === 'marketing' ? ({ kind, topic: own.pick(topics) } as const) : ({ kind } as const);
  return {
    id: `random-${nth}`,
    version: own.pick([1, 1, 1, 7]),
    stage: own.pick(stages),
    purpose: 'Walks where no written scenario walks.',
    ...about,
    trigger,
    ...(own.chance(0.4) ? { goal: randomGoal(own) } : {}),
    ...(own.chance(0.6) ? { exitOn: randomExits(own) } : {}),
    steps: randomSteps(own, kind, trigger.on),
  };
}

/** Half of them begin as most do, with an order. */
function randomTrigger(random: Random): Trigger {
  const on = random.chance(0.5) ? 'OrderPlaced' : random.pick(eventNames);
  return {
    on,
    oncePer: randomOncePer(random, on),
    whileRunning: random.pick(['ignore', 'restart', 'parallel']),
    ...(random.chance(0.3) ? { filter: randomFilter(random) } : {}),
    ...(random.chance(0.3) ? { freshness: randomSpan(random) } : {}),
  };
}

function randomOncePer(random: Random, on: EventName): OncePer {
  const form = random.pick(
    isAboutOrder(on) ? ['ever', 'order', 'order', 'order', 'every'] : ['ever', 'every'],
  );
  return form === 'every' ? { every: randomSpan(random) } : (form as 'ever' | 'order');
}

function randomRule(random: Random, on: EventName): EventRule {
  return {
    on,
    ...(random.chance(0.3) ? { filter: randomFilter(random, 1) } : {}),
    ...(random.chance(0.4) ? { same: random.pick(['order', 'customer'] as const) } : {}),
  };
}

function randomGoal(random: Random): Goal {
  const on = random.chance(0.5) ? 'OrderPlaced' : random.pick(eventNames);
  return { ...randomRule(random, on), within: { days: random.int(1, 120) } };
}

function randomExits(random: Random): (EventName | EventRule)[] {
  return Array.from({ length: random.int(1, 3) }, () => {
    const on = random.chance(0.7) ? random.pick(commonEnds) : random.pick(eventNames);
    return random.chance(0.6) ? on : randomRule(random, on);
  });
}
