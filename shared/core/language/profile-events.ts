/** Which events the engine wants to hear of: those that change what is known, and those a scenario listens to. */
import type { EventName } from '../events/event-catalogue.ts';
import { commandNames } from '../events/event-schema-command.ts';
import { exitRules } from './exit-rules.ts';
import type { Scenario } from './scenario.ts';
import type { Segment } from './segment.ts';
import { eventOfTrigger } from './trigger.ts';

/**
 * The events that change what is known of a customer or of the goods, whether or not a scenario asks for them. Looking
 * at products is not among them: there are too many looks to take them in for nobody.
 */
export const profileEvents: readonly EventName[] = [
  'CustomerRegistered',
  'CustomerUpdated',
  'CustomerMerged',
  'ConsentChanged',
  'CartUpdated',
  'CheckoutStarted',
  'OrderPlaced',
  'OrderShipped',
  'OrderDelivered',
  'OrderCancelled',
  'OrderReturned',
  'SampleRequested',
  'SubscriptionStarted',
  'SubscriptionUpdated',
  'SubscriptionPaused',
  'SubscriptionSkipped',
  'SubscriptionRenewed',
  'SubscriptionCancelled',
  'ReviewPosted',
  'SurveyAnswered',
  'HelpRequested',
  'HelpResolved',
  'CouponRedeemed',
  'ReferralMade',
  'BookingAttended',
  'ProductRestocked',
  'ProductPriceChanged',
  'ProductAnnounced',
];

/** The attributes that looking at products feeds. */
const viewAttributes = ['customer.views.', 'customer.score', 'customer.lastSignAt'];

/** Published by the engine itself, and never taken from a store. */
const ownEvents: readonly string[] = ['MailClicked'];

/** The detail-types of events and commands that these scenarios and segments make worth taking in, sorted. */
export function wantedEvents(scenarios: readonly Scenario[], segments: readonly Segment[]): string[] {
  const wanted = new Set<string>([
    ...profileEvents,
    ...commandNames,
    ...scenarios.flatMap(wantedBy),
    ...looksWantedBy([...scenarios, ...segments]),
  ]);
  return [...wanted].filter((name) => !ownEvents.includes(name)).sort();
}

/** What one scenario listens to: what lets in, what it is for, what ends it, what it waits for. */
function wantedBy(scenario: Scenario): EventName[] {
  const waits = scenario.steps.flatMap((step) =>
    step.kind === 'wait' && 'event' in step ? [step.event] : [],
  );
  const rules = [...(scenario.goal ? [scenario.goal] : []), ...exitRules(scenario), ...waits];
  const begins = eventOfTrigger(scenario.trigger);
  return [...(begins === undefined ? [] : [begins]), ...rules.map(({ on }) => on)];
}

/** Wanted where somebody asks what she looked at, how warm she is, or when she was last there. */
function looksWantedBy(asking: readonly (Scenario | Segment)[]): EventName[] {
  const text = JSON.stringify(asking);
  return viewAttributes.some((attribute) => text.includes(`"${attribute}`)) ? ['ProductViewed'] : [];
}
