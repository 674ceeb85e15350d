/** The truth about customers, told from what the storefront said and from nothing that the engine made of it. */
import { Temporal } from 'temporal-polyfill';
import { type EventName, isAboutOrder } from '../../shared/core/events/event-catalogue.ts';
import type { Topic } from '../../shared/core/values/topic.ts';
import { type Answer, allowsBy, type ConsentStatement, statementOf } from './storefront-consent-truth.ts';
import type { StorefrontAct } from './storefront-desk.ts';

/** When something happened, and when it was taken in. */
export interface Known {
  readonly occurredAt_ms: number;
  readonly knownAt_ms: number;
}

interface Person {
  /** By order and event name: the first of that name to be taken in. */
  readonly orders: Map<string, Map<EventName, Known>>;
  readonly words: ConsentStatement[];
  readonly heard: Set<string>;
  /** Orders of which all the money was paid back. */
  readonly paidBack: Set<string>;
}

/** Learns act by act. To learn one again, sooner or later, changes nothing. */
export class StorefrontTruth {
  readonly #people = new Map<string, Person>();

  /** @param knownAt_ms the moment by which the boundary sets back what claims to lie in the future */
  learn(act: StorefrontAct, knownAt_ms: number): void {
    const person = this.#personOf(act.customer);
    if (person.heard.has(act.detail.eventId)) return;
    person.heard.add(act.detail.eventId);
    const stamp_ms = Temporal.Instant.from(act.detail.occurredAt).epochMilliseconds;
    const occurredAt_ms = Math.min(stamp_ms, knownAt_ms);
    const order = act.detail.order as { id: string; isTest?: boolean } | undefined;
    if (isAboutOrder(act.name) && order) {
      if (order.isTest) return;
      const facts = person.orders.get(order.id) ?? new Map<EventName, Known>();
      person.orders.set(order.id, facts);
      if (!facts.has(act.name)) facts.set(act.name, { occurredAt_ms, knownAt_ms });
      const refund = act.detail.refund as { amount: number; partial: boolean } | undefined;
      if (refund && !refund.partial && refund.amount > 0) person.paidBack.add(order.id);
    }
    const word = statementOf(act, occurredAt_ms);
    if (word) person.words.push(word);
  }

  /** She ended all marketing by the link of a mail: an explicit word that no word known by then outlasts. */
  unsubscribed(customer: string, at_ms: number): void {
    const { words } = this.#personOf(customer);
    const latest_ms = words.reduce((latest, word) => Math.max(latest, word.at_ms), at_ms);
    const denial: ConsentStatement = { at_ms: latest_ms, granted: false, box: false, about: ['all'] };
    const channels = new Set(words.flatMap(({ channel }) => channel ?? []));
    words.push(denial, ...[...channels].map((channel) => ({ ...denial, channel })));
  }

  /** The distinct orders she placed, test orders left out, cancelled ones not, in the order they became known. */
  ordersPlaced(customer: string): string[] {
    return this.#ordersWith(customer, (facts) => facts.has('OrderPlaced'));
  }

  /** Those of them that were neither cancelled, nor returned for good, nor paid back: what a counter of her orders must show. */
  ordersNotUndone(customer: string): string[] {
    const paidBack = this.#people.get(customer)?.paidBack;
    return this.#ordersWith(
      customer,
      (facts) => facts.has('OrderPlaced') && !facts.has('OrderCancelled') && !isBack(facts),
    ).filter((order) => !paidBack?.has(order));
  }

  /** True where it was returned, and for nothing else. */
  isReturned(customer: string, order: string): boolean {
    const facts = this.#people.get(customer)?.orders.get(order);
    return facts !== undefined && isBack(facts);
  }

  /** Every order of which anything was told: with more than a ledger holds, old ones cannot be counted again. */
  ordersHeardOf(customer: string): string[] {
    return this.#ordersWith(customer, () => true);
  }

  /** True from when one of `exitEvents` of the order is known, even before the order itself is. */
  isOver(customer: string, order: string, exitEvents: readonly EventName[]): boolean {
    return this.overSince(customer, order, exitEvents) !== undefined;
  }

  /** The first of `exitEvents` to become known. */
  overSince(customer: string, order: string, exitEvents: readonly EventName[]): Known | undefined {
    const facts = this.#people.get(customer)?.orders.get(order);
    const known = exitEvents.flatMap((name) => facts?.get(name) ?? []);
    return known.toSorted((a, b) => a.knownAt_ms - b.knownAt_ms)[0];
  }

  /** False when no reading of her words allows a mail on the topic: one that goes all the same is a fault. */
  maySendMarketing(customer: string, topic: Topic, channel?: string): boolean {
    return this.consent(customer, topic, channel) !== 'no';
  }

  /** `yes`: a mail that is not sent for want of consent is a fault. `open`: the rules allow either. */
  consent(customer: string, topic: Topic, channel?: string): Answer {
    return allowsBy(this.#people.get(customer)?.words ?? [], topic, channel);
  }

  #ordersWith(customer: string, holds: (facts: ReadonlyMap<EventName, Known>) => boolean): string[] {
    const orders = [...(this.#people.get(customer)?.orders ?? [])];
    return orders.filter(([, facts]) => holds(facts)).map(([id]) => id);
  }

  #personOf(customer: string): Person {
    const known = this.#people.get(customer);
    if (known) return known;
    const person: Person = { orders: new Map(), words: [], heard: new Set(), paidBack: new Set() };
    this.#people.set(customer, person);
    return person;
  }
}

const isBack = (facts: ReadonlyMap<EventName, Known>): boolean =>
  facts.has('OrderReturned') && !facts.has('OrderExchanged');
