/**
 * What is true of the customers by the events alone. An event counts from the moment its save is done or its message
 * acknowledged; whoever claims a message later holds a record that has it, or loses the race for its save.
 */
import type { StoreEvent } from '../../shared/core/events/event.ts';
import { type EventName, isByParcel } from '../../shared/core/events/event-catalogue.ts';
import type { EventRule } from '../../shared/core/language/event-rule.ts';
import { exitRules } from '../../shared/core/language/exit-rules.ts';
import type { Scenario } from '../../shared/core/language/scenario.ts';
import { eventOfTrigger } from '../../shared/core/language/trigger.ts';
import { CartsTold } from './cart-checks.ts';
import type { Shop } from './order-facts-told.ts';
import { StorefrontTruth } from './storefront-truth.ts';

interface Stop {
  readonly step: number;
  readonly scope: 'all' | 'marketing';
}

/** Her click was answered at some moment by a worker's own clock: the truth must not be stricter than it was. */
const clickedBefore_ms = 120_000;

export class Truth {
  readonly storefront: StorefrontTruth;
  readonly carts = new CartsTold();
  readonly #suppressed = new Map<string, Stop[]>();
  readonly #learnt = new Set<string>();
  /** Whoever is erased, and nobody else comes under the id any more. */
  readonly erased = new Set<string>();

  constructor(shop?: Shop) {
    this.storefront = new StorefrontTruth(shop);
  }

  learn(event: StoreEvent, now_ms: number): void {
    const { detail, name, occurredAt } = event;
    this.#learnt.add(detail.eventId);
    if (this.erased.has(detail.customer.id)) return;
    const wire = { ...detail, occurredAt: occurredAt.toString() };
    this.carts.learn(
      this.storefront.ownerOf(detail.customer.id),
      detail,
      Math.min(occurredAt.epochMilliseconds, now_ms),
    );
    this.storefront.learn({ at_ms: now_ms, customer: detail.customer.id, name, detail: wire }, now_ms);
  }

  erase(customer: string): void {
    this.erased.add(customer);
    this.storefront.erased(customer);
  }

  /** What is about nobody by name was taken in. */
  heard(eventId: string): void {
    this.#learnt.add(eventId);
  }

  hasLearnt(eventId: string): boolean {
    return this.#learnt.has(eventId);
  }

  /** Her unsubscribe was answered with 200. */
  unsubscribed(customer: string, now_ms: number): void {
    this.storefront.unsubscribed(customer, now_ms - clickedBefore_ms);
  }

  suppress(address: string, scope: Stop['scope'], step: number): void {
    const known = this.#suppressed.get(address.toLowerCase()) ?? [];
    this.#suppressed.set(address.toLowerCase(), [...known, { step, scope }]);
  }

  /** True: mail of this kind to the address was forbidden before the step. */
  isSuppressed(address: string, kind: Scenario['kind'], beforeStep: number): boolean {
    const known = this.#suppressed.get(address.toLowerCase()) ?? [];
    return known.some(({ step, scope }) => step < beforeStep && (scope === 'all' || kind === 'marketing'));
  }

  /** True when an exit rule about the order has been met. Rules with a filter, and of new orders, are the engine's. */
  isOver(scenario: Scenario, customer: string, order: string): boolean {
    const began = eventOfTrigger(scenario.trigger);
    // Of a story about one parcel, what became of the others does not count; which was which is the engine's.
    const ofParcel = (name: EventName) => began !== undefined && isByParcel(began) && isByParcel(name);
    const certain = rulesOf(scenario).filter(
      (rule) => rule.filter === undefined && rule.same !== 'customer' && !ofParcel(rule.on),
    );
    const ends = certain.map(({ on }) => on).filter((name) => name !== began && name !== 'OrderPlaced');
    return this.storefront.isOver(customer, order, isStory(scenario) ? [...ends, 'OrderCancelled'] : ends);
  }

  /** False when no exit rule about the order can have been met. */
  mayBeOver(scenario: Scenario, customer: string, order: string): boolean {
    const ends = rulesOf(scenario).map(({ on }) => on);
    return this.storefront.isOver(customer, order, [...ends, ...troubles]);
  }
}

/** Marketing about an order, which ends with it, unless it began with that very trouble. */
export function isStory({ kind, trigger }: Scenario): boolean {
  const began = eventOfTrigger(trigger);
  return kind === 'marketing' && (began === undefined || !troubles.includes(began));
}

/** What a story may begin with, and then is about. */
const troubles: readonly EventName[] = [
  'OrderCancelled',
  'OrderReturned',
  'OrderRefunded',
  'OrderExchanged',
  'PaymentFailed',
  'DeliveryFailed',
];

function rulesOf(scenario: Scenario): readonly EventRule[] {
  return exitRules(scenario);
}
