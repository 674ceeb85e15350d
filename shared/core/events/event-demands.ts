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

/** What an event changes something by beside that: a denial of consent by the account's own word counts, too. */
const besides: Partial<Readonly<Record<EventName, readonly PartName[]>>> = {
  CustomerRegistered: ['consent'],
  CustomerUpdated: ['consent', 'wishes'],
};

/** The parts by which the event changes something: any other it only carries, for the filters that ask. */
export function partsMeant(name: EventName): readonly PartName[] {
  const required = requiredPart(name);
  return [...(required === undefined ? [] : [required]), ...(besides[name] ?? [])];
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
