/** Which event is about which enrolment: rules correlate by the id of what the enrolment is about. */
import type { StoreEvent } from '../events/event.ts';
import { beginsAnOrder, type EventName, type EventSubject, subjectOf } from '../events/event-catalogue.ts';
import { idIn, subjectOfEnrolment } from '../events/event-subject.ts';
import { orderOf } from '../facts/event-identity.ts';
import { mayBeSameParcel } from '../facts/orders/parcel.ts';
import { mayBeOrderOf } from '../facts/two-clocks.ts';
import { fits } from '../language/evaluate-filter.ts';
import type { EventRule } from '../language/event-rule.ts';
import type { Goal } from '../language/scenario.ts';
import type { Customer, EndedEnrolment, Enrolment } from '../record/customer.ts';
import type { Situation } from '../record/situation.ts';
import { zoneOf } from '../record/zone.ts';
import { addDuration, isBefore } from '../values/civil-time.ts';
import { type AskedAround, filterSubject } from './filter-subject.ts';

type Correlated = Pick<Enrolment, 'scenario' | 'version' | 'order' | 'about' | 'enteredAt'> & {
  readonly event?: Enrolment['event'];
};

/** These open what they are about, or are all there ever is of it: no enrolment can have theirs before them. */
const firstOfTheirs: ReadonlySet<EventName> = new Set<EventName>([
  'OrderPlaced',
  'SampleRequested',
  'SubscriptionStarted',
  'BookingMade',
  'HelpRequested',
  'SurveyAnswered',
  'ReviewPosted',
  'CouponRedeemed',
  'ReferralMade',
]);

/**
 * Whether a rule asks for the enrolment's own order, cart, booking … or takes any of hers. Unless it says so itself, an
 * event about the same kind of thing as the enrolment must be about the very same one; the event that opens such a thing
 * cannot be, and counts for any.
 *
 * @param enrolment what the enrolment is about, where it is about something
 */
export function correlationOf(
  rule: EventRule,
  enrolment: EventSubject | 'customer' | undefined,
): EventSubject | 'customer' {
  if (rule.same !== undefined) return rule.same;
  const subject = subjectOf(rule.on);
  return subject === enrolment && !firstOfTheirs.has(rule.on) ? subject : 'customer';
}

/** Whose event it is, and of which enrolment the rule is. */
type Concerned<Of> = Pick<Situation<AskedAround>, 'customer' | 'around'> & { readonly enrolment: Of };

/** True when the event is one that the rule means, for this enrolment. */
export function ruleMeans(
  rule: EventRule,
  event: StoreEvent,
  { customer, enrolment, around }: Concerned<Correlated>,
): boolean {
  if (rule.on !== event.name || !isAboutTheSame(rule, event, enrolment)) return false;
  if (!rule.filter) return true;
  return fits(rule.filter, filterSubject({ customer, enrolment, event: event.detail, around }));
}

/** An enrolment that is not about such a thing takes any. */
function isAboutTheSame(rule: EventRule, event: StoreEvent, enrolment: Correlated): boolean {
  const own = subjectOfEnrolment(enrolment);
  const same = correlationOf(rule, own?.subject);
  if (same === 'customer' || own?.subject !== same) return true;
  return idIn(event.detail, same) === own.id && mayBeSameParcel(event.name, event.detail, enrolment.event);
}

/** True when the event is the wished outcome of the enrolment: after its entry, or of the cart it is about; within its window, and not its own entry. */
export function meetsGoal(
  goal: Goal | undefined,
  event: StoreEvent,
  of: Concerned<Correlated | EndedEnrolment>,
): boolean {
  if (!goal || !ruleMeans(goal, event, of)) return false;
  const { customer, enrolment, around } = of;
  const itsOwnEntry = beginsAnOrder(event.name) && orderOf(event) === enrolment.order;
  const isAfter = isBefore(enrolment.enteredAt, event.occurredAt) || tookTheCart(event, customer, enrolment);
  if (itsOwnEntry || !isAfter) return false;
  const until = addDuration(enrolment.enteredAt, goal.within, zoneOf(customer, around.settings));
  return !isBefore(until, event.occurredAt);
}

/** True for an order by whose facts nothing is left of the enrolment's cart, though by its own clock the cart is a little younger. */
function tookTheCart({ name, occurredAt }: StoreEvent, { carts }: Customer, of: Correlated | EndedEnrolment) {
  const own = subjectOfEnrolment(of);
  if (name !== 'OrderPlaced' || own?.subject !== 'cart') return false;
  const cart = carts.find(({ id }) => id === own.id);
  return cart?.lines.length === 0 && mayBeOrderOf(occurredAt, of.enteredAt);
}
