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

/**
 * Fields without which the event would say more than it was told: that an order is no trial, that nobody has said no, that
 * there are pieces for everybody.
 */
const needed: Partial<Readonly<Record<EventName, readonly string[]>>> = {
  CustomerRegistered: ['customer.acceptsMarketing'],
  CustomerUpdated: ['customer.acceptsMarketing'],
  ProductRestocked: ['product.stock'],
};

/** What is read of an event, where it is there, or refuses all of it. */
export interface Demands {
  /** The parts by which it changes something: any other it only carries, for the filters that ask. */
  readonly parts: readonly PartName[];
  /** By their path. */
  readonly fields: readonly string[];
}

export function demandsOf(name: EventName): Demands {
  const required = requiredPart(name);
  return {
    parts: [...(required === undefined ? [] : [required]), ...(besides[name] ?? [])],
    fields: ['customer.id', 'order.isTest', ...(needed[name] ?? [])],
  };
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
