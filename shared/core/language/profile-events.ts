/** Which events the engine wants to hear of: those that change what is known, and those that something live asks for. */
import { type EventName, eventCatalogue } from '../events/event-catalogue.ts';
import { commandNames } from '../events/event-schema-command.ts';
import { exitRules } from './exit-rules.ts';
import type { Scenario } from './scenario.ts';
import type { Segment } from './segment.ts';
import { segmentsNamed } from './segments-named.ts';
import { isMessage } from './steps.ts';
import { type ScenarioSwitches, type Standing, standingOf } from './switches/scenario-switches.ts';
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
  // Each of them says something of what an order is (`order-state.ts`).
  'OrderPlaced',
  'OrderPaid',
  'PaymentFailed',
  'OrderShipped',
  'OrderDelayed',
  'OrderDelivered',
  'DeliveryFailed',
  'OrderCancelled',
  'OrderReturned',
  'OrderRefunded',
  'OrderExchanged',
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

/** Told of whoever has bought: earned by an order, beside the orders' own events. */
const ofBuyers = ['customer.lifecycle.bought'];

/** Events that are no profile events, by the attributes they feed: wanted where a filter asks for one of these. */
const feeds: Readonly<Partial<Record<EventName, readonly string[]>>> = {
  PointsChanged: ofBuyers,
  RankChanged: ofBuyers,
  ProductViewed: ['customer.views.', 'customer.score', 'customer.lastSignAt'],
  RestockRequested: ['customer.asked', 'customer.done', 'customer.lastSignAt'],
  BookingMade: ['customer.lastSignAt'],
};

/** Published by the engine itself, and never taken from a store. */
const ownEvents: readonly string[] = ['MailClicked'];

/** What a storefront may tell: facts. `CustomerMerged` is one that cannot be taken back. */
export const factNames: readonly string[] = Object.keys(eventCatalogue)
  .filter((name) => !ownEvents.includes(name) && name !== 'CustomerMerged')
  .sort();

/** What changes or takes away a customer, or lets somebody in: not every producer should. */
export const orderNames: readonly string[] = [...commandNames, 'CustomerMerged'].sort();

/** All that may ask for events. */
export interface Asking {
  /** As they were released. */
  readonly scenarios: readonly Scenario[];
  readonly segments: readonly Segment[];
}

/** A deployment's word on them. */
export interface AskedBySettings {
  readonly scenarios?: ScenarioSwitches | undefined;
  /** Segments whose changes are published. */
  readonly segmentsTold?: readonly string[] | undefined;
}

/**
 * The detail-types of events and commands worth taking in, sorted. A scenario that lets nobody in has no trigger; one
 * in which somebody may be goes on to hear what ends it and what it waits for.
 */
export function wantedEvents({ scenarios, segments }: Asking, settings: AskedBySettings = {}): string[] {
  const asking = scenarios.flatMap((scenario) =>
    askedNow(scenario, standingOf(scenario, settings.scenarios)),
  );
  const names = new Set([
    ...(settings.segmentsTold ?? []),
    ...asking.flatMap((scenario) => segmentsNamed(scenario, segments)),
  ]);
  const heard = asking.flatMap(heardBy);
  const filters = JSON.stringify([asking, segments.filter(({ name }) => names.has(name))]);
  const wanted = new Set<string>([
    ...profileEvents,
    ...commandNames,
    ...heard,
    // A restock is told to who asked, so they are to be known.
    ...(heard.includes('ProductRestocked') ? ['RestockRequested'] : []),
    ...Object.entries(feeds).flatMap(([event, attributes]) =>
      attributes.some((attribute) => filters.includes(`"${attribute}`)) ? [event] : [],
    ),
  ]);
  return [...wanted].filter((name) => !ownEvents.includes(name)).sort();
}

type AskedNow = Omit<Scenario, 'trigger'> & Partial<Pick<Scenario, 'trigger'>>;

function askedNow(scenario: Scenario, standing: Standing): AskedNow[] {
  const { trigger, limit, ...inside } = scenario;
  if (standing === 'open') return [scenario];
  return standing === 'closing' ? [inside] : [];
}

/** What one scenario listens to: what lets in, what it is for, what ends it, what it waits for. */
function heardBy({ trigger, goal, steps, ...rest }: AskedNow): EventName[] {
  const waits = steps.flatMap((step) => (step.kind === 'wait' && 'event' in step ? [step.event] : []));
  const rules = [...(goal ? [goal] : []), ...exitRules(rest), ...waits];
  const begins = trigger && eventOfTrigger(trigger);
  return [...(begins === undefined ? [] : [begins]), ...rules.map(({ on }) => on)];
}

/** Of each order something comes at once: no part of the customers is left out, and no filter leaves out orders. */
export function answersOrders(scenario: Scenario, switches: ScenarioSwitches | undefined): boolean {
  const { kind, trigger, steps, limit } = scenario;
  const { percent, pilot } = switches?.[scenario.id] ?? {};
  const isForAll = limit === undefined && percent === undefined && pilot === undefined;
  if (kind !== 'transactional' || standingOf(scenario, switches) !== 'open' || !isForAll) return false;
  return eventOfTrigger(trigger) === 'OrderPlaced' && !('filter' in trigger) && isMessage(steps[0]);
}
