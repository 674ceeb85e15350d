/** What each event must bring: the part it is about, and whom it may name. */
import { type EventName, subjectOf } from './event-catalogue.ts';
import type { PartName } from './event-schema-parts.ts';

/** Events about the customer herself that mean nothing without what changed. */
const ofHerself: Partial<Readonly<Record<EventName, PartName>>> = {
  CustomerMerged: 'merge',
  ConsentChanged: 'consent',
  PointsChanged: 'points',
  RankChanged: 'rank',
  MailClicked: 'click',
};

/** The part of the detail that the event cannot be without. */
export function requiredPart(name: EventName): PartName | undefined {
  const subject = subjectOf(name);
  return subject === 'customer' ? ofHerself[name] : subject;
}

const browsing: readonly EventName[] = [
  'ProductViewed',
  'CartUpdated',
  'CheckoutStarted',
  'RestockRequested',
];

/** True for what somebody may do before the store knows who she is. */
export function isBrowsing(name: EventName): boolean {
  return browsing.includes(name);
}

/** The id of a customer known by her browser alone begins so. */
export const anonymousPrefix = 'anon:';
