/** Goals that can never be met. */
import {
  beginsAnOrder,
  isAboutOrder,
  isByParcel,
  subjectOf,
} from '../../../shared/core/events/event-catalogue.ts';
import { exitRules } from '../../../shared/core/language/exit-rules.ts';
import { eventFieldsOf } from '../../../shared/core/language/filter-fields.ts';
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import { eventOfTrigger } from '../../../shared/core/language/trigger.ts';
import { correlationOf } from '../../../shared/core/questions/correlate.ts';
import { fieldsBeyond } from './event-parts.ts';

/** Why no event can meet the goal, and what to do; undefined where one can. */
export function impossibleGoal(scenario: Scenario): string | undefined {
  const { goal } = scenario;
  if (!goal) return undefined;
  const hidden = exitRules(scenario).some(
    (rule) => rule.on === goal.on && rule.filter === undefined && (rule.same ?? goal.same) === goal.same,
  );
  if (hidden) {
    return `goal: ${goal.on} is an exit rule as well, and that one comes first; take it out of exitOn, the goal ends the enrolment too`;
  }
  const fields = goal.filter ? fieldsBeyond(goal.on, eventFieldsOf(goal.filter)) : [];
  if (fields.length > 0) {
    const asked = fields.map((field) => `event.${field}`).join(', ');
    return `goal: its filter asks for ${asked}, which ${goal.on} cannot have; ask another event, or take it out`;
  }
  return aboutItsOwnOrder(scenario);
}

function aboutItsOwnOrder({ goal, trigger }: Scenario): string | undefined {
  const on = eventOfTrigger(trigger);
  if (!goal || !on || correlationOf(goal, subjectOf(on)) !== 'order' || !isAboutOrder(on)) return undefined;
  const remedy = 'take another event, or "same: \'customer\'" for any order of the customer';
  if (beginsAnOrder(goal.on)) return `goal: the order it is about was placed before, once; ${remedy}`;
  if (goal.on !== on || isByParcel(goal.on)) return undefined;
  return `goal: ${goal.on} let the customer in, and comes once for an order; ${remedy}`;
}
