/** The truth about customers, told from what the storefront said and from nothing that the engine made of it. */
import { Temporal } from 'temporal-polyfill';
import { type EventName, isAboutOrder } from '../../shared/core/events/event-catalogue.ts';
import type { Topic } from '../../shared/core/values/topic.ts';
import { identityOf, type OrderFact, type Shop } from './order-facts-told.ts';
import { OrderModel } from './order-model.ts';
import { type Answer, allowsBy, type ConsentStatement, statementOf } from './storefront-consent-truth.ts';
import type { StorefrontAct } from './storefront-desk.ts';

/** When something happened, and when it was taken in. */
export interface Known {
  readonly occurredAt_ms: number;
  readonly knownAt_ms: number;
}

/** Each fact once, as it was first taken in. */
type Facts = Map<string, OrderFact & Known>;

interface Person {
  /** By order and by what tells a fact from others. */
  readonly orders: Map<string, Facts>;
  readonly words: ConsentStatement[];
  readonly heard: Set<string>;
}

/** As the example settings have it. */
const exampleShop: Shop = {
  timeZone: 'Asia/Tokyo',
  market: 'JP',
  currency: 'JPY',
  transitDays: { JP: 2, other: 4 },
};

/** Learns act by act. To learn one again, sooner or later, changes nothing. */
export class StorefrontTruth {
  readonly #people = new Map<string, Person>();
  /** Whose record an id's has become. */
  readonly #owners = new Map<string, string>();
  readonly #shop: Shop;

  constructor(shop = exampleShop) {
    this.#shop = shop;
  }

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
      const facts: Facts = person.orders.get(order.id) ?? new Map();
      person.orders.set(order.id, facts);
      const fact = { name: act.name, detail: act.detail, occurredAt_ms, knownAt_ms };
      const identity = identityOf(fact);
      if (!facts.has(identity)) facts.set(identity, fact);
    }
    const word = statementOf(act, occurredAt_ms);
    if (word) person.words.push(word);
  }

  /** Whoever has the id by now. */
  ownerOf(customer: string): string {
    const owner = this.#owners.get(customer);
    return owner === undefined ? customer : this.ownerOf(owner);
  }

  /** Every id under which anything is told of the customer. */
  namesOf(customer: string): readonly string[] {
    const others = [...this.#owners.keys()].filter((one) => this.ownerOf(one) === customer);
    return [customer, ...others];
  }

  /** What is told of the one is the other's from now on; what was told before comes with `takenOver`. */
  handedOver(from: string, to: string): void {
    this.#people.set(`${from} before`, this.#personOf(from));
    this.#people.delete(from);
    this.#owners.set(from, to);
  }

  /** Whether the record has become part of another's, or another's part of it. */
  isJoined(customer: string): boolean {
    return this.#owners.has(customer) || [...this.#owners.values()].includes(customer);
  }

  takenOver(from: string): void {
    const gone = this.#people.get(`${from} before`);
    if (!gone) return;
    this.#people.delete(`${from} before`);
    const stays = this.#personOf(from);
    for (const [id, facts] of gone.orders) {
      const known: Facts = stays.orders.get(id) ?? new Map();
      for (const [identity, fact] of facts) if (!known.has(identity)) known.set(identity, fact);
      stays.orders.set(id, known);
    }
    stays.words.push(...gone.words);
    for (const eventId of gone.heard) stays.heard.add(eventId);
  }

  erased(customer: string): void {
    this.#people.delete(this.ownerOf(customer));
  }

  /** She ended all marketing by the link of a mail: an explicit word that no word known by then outlasts. */
  unsubscribed(customer: string, at_ms: number): void {
    const { words } = this.#personOf(customer);
    const latest_ms = words.reduce((latest, word) => Math.max(latest, word.at_ms), at_ms);
    const denial: ConsentStatement = { at_ms: latest_ms, granted: false, box: false, about: ['all'] };
    const channels = new Set(words.flatMap(({ channel }) => channel ?? []));
    words.push(denial, ...[...channels].map((channel) => ({ ...denial, channel })));
  }

  /** Every order of which anything was told, by its id: what is known of it by now. */
  orders(customer: string): ReadonlyMap<string, OrderModel> {
    const told = [...(this.#people.get(this.ownerOf(customer))?.orders ?? [])];
    return new Map(told.map(([id, facts]) => [id, new OrderModel([...facts.values()], this.#shop)]));
  }

  /** The order by all that is known of it, or was known by a moment; undefined where nothing is. */
  order(customer: string, order: string, by_ms = Number.POSITIVE_INFINITY): OrderModel | undefined {
    const facts = [...(this.#people.get(this.ownerOf(customer))?.orders.get(order)?.values() ?? [])];
    const known = facts.filter(({ knownAt_ms }) => knownAt_ms <= by_ms);
    return known.length > 0 ? new OrderModel(known, this.#shop) : undefined;
  }

  /** The distinct orders she placed, test orders left out, cancelled ones not, in the order they became known. */
  ordersPlaced(customer: string): string[] {
    return this.#ordersThat(customer, ({ placedAt_ms }) => placedAt_ms !== undefined);
  }

  /** Those of them that are purchases by their facts, whatever becomes of a payment: what a counter of her orders must show. */
  ordersNotUndone(customer: string): string[] {
    return this.#ordersThat(customer, ({ isBought }) => isBought);
  }

  /** How many are purchases at a moment, and what was spent in the year before, by currency. */
  bought(customer: string, at_ms: number): { orders: number; spent: Readonly<Record<string, number>> } {
    const orders = [...this.orders(customer).values()];
    const spent: Record<string, number> = {};
    for (const order of orders) {
      const sum = (spent[order.currency] ?? 0) + order.spentInYear(at_ms);
      if (sum > 0) spent[order.currency] = sum;
    }
    return { orders: orders.filter((order) => order.isPurchase(at_ms)).length, spent };
  }

  /** Every order of which anything was told: with more than a ledger holds, old ones cannot be counted again. */
  ordersHeardOf(customer: string): string[] {
    return [...(this.#people.get(this.ownerOf(customer))?.orders.keys() ?? [])];
  }

  /** True from when one of `exitEvents` of the order is known, even before the order itself is. */
  isOver(customer: string, order: string, exitEvents: readonly EventName[]): boolean {
    return this.overSince(customer, order, exitEvents) !== undefined;
  }

  /** The first of `exitEvents` to become known. */
  overSince(customer: string, order: string, exitEvents: readonly EventName[]): Known | undefined {
    const facts = [...(this.#people.get(this.ownerOf(customer))?.orders.get(order)?.values() ?? [])];
    const known = facts.filter(({ name }) => exitEvents.includes(name));
    const [first] = known.toSorted((a, b) => a.knownAt_ms - b.knownAt_ms);
    return first && { occurredAt_ms: first.occurredAt_ms, knownAt_ms: first.knownAt_ms };
  }

  /** False when no reading of her words allows a mail on the topic: one that goes all the same is a fault. */
  maySendMarketing(customer: string, topic: Topic, channel?: string): boolean {
    return this.consent(customer, topic, channel) !== 'no';
  }

  /** `yes`: a mail that is not sent for want of consent is a fault. `open`: the rules allow either. */
  consent(customer: string, topic: Topic, channel?: string): Answer {
    return allowsBy(this.#people.get(this.ownerOf(customer))?.words ?? [], topic, channel);
  }

  #ordersThat(customer: string, holds: (order: OrderModel) => boolean): string[] {
    return [...this.orders(customer)].filter(([, order]) => holds(order)).map(([id]) => id);
  }

  #personOf(customer: string): Person {
    const id = this.ownerOf(customer);
    const known = this.#people.get(id);
    if (known) return known;
    const person: Person = { orders: new Map(), words: [], heard: new Set() };
    this.#people.set(id, person);
    return person;
  }
}
