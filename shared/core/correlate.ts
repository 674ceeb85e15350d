/** Which event is about which story: rules about orders correlate by the order's id. */
import { addDuration, isBefore } from './civil-time.ts';
import type { Customer, EndedEnrolment, Enrolment } from './customer.ts';
import { fits } from './evaluate-filter.ts';
import type { StoreEvent } from './event.ts';
import { orderOf } from './event-identity.ts';
import { beginsAnOrder, isAboutOrder } from './event-names.ts';
import { filterSubject } from './may-send.ts';
import type { EventRule, Goal } from './scenario.ts';

type Story = Pick<Enrolment, 'scenario' | 'version' | 'order' | 'enteredAt'>;

/**
 * Whether a rule asks for the story's own order or takes any of hers. Unless it says so itself, an event about an
 * order must be about the story's own; the event that opens an order cannot be, and counts for any.
 */
export function correlationOf(rule: EventRule): 'order' | 'customer' {
  return rule.same ?? (isAboutOrder(rule.on) && !beginsAnOrder(rule.on) ? 'order' : 'customer');
}

/** True when the event is one that the rule means, for this story. */
export function ruleMeans(rule: EventRule, event: StoreEvent, story: Story, customer: Customer): boolean {
  if (rule.on !== event.name) return false;
  if (correlationOf(rule) === 'order' && story.order !== undefined && orderOf(event) !== story.order)
    return false;
  return !rule.filter || fits(rule.filter, filterSubject(customer, story, event.detail));
}

/** True when the event is the wished outcome of the story: after its entry, within its window, and not its own entry. */
export function meetsGoal(
  goal: Goal | undefined,
  event: StoreEvent,
  story: Story | EndedEnrolment,
  customer: Customer,
  timeZone: string,
): boolean {
  if (!goal || !ruleMeans(goal, event, story, customer)) return false;
  const itsOwnEntry = beginsAnOrder(event.name) && orderOf(event) === story.order;
  if (itsOwnEntry || !isBefore(story.enteredAt, event.occurredAt)) return false;
  return !isBefore(addDuration(story.enteredAt, goal.within, timeZone), event.occurredAt);
}
