/** What a filter is asked about: the customer as she is at the moment, with what follows from the record. */
import type { Temporal } from 'temporal-polyfill';
import { liveCarts } from '../facts/cart-facts.ts';
import { consentFor } from '../facts/consent-question.ts';
import { purposeTold } from '../facts/orders/purpose-told.ts';
import type { FilterSubject } from '../language/evaluate-filter.ts';
import { classic } from '../language/rhythm/rhythm.ts';
import type { Scenario } from '../language/scenario.ts';
import type { ConsentState, Customer, Enrolment } from '../record/customer.ts';
import type { OwnedProduct } from '../record/customer-facts.ts';
import type { LedgerOrder } from '../record/orders/ledger-entry.ts';
import { ledgerOrder } from '../record/orders/ledger-order.ts';
import { isAllDelivered } from '../record/orders/order-parcels.ts';
import { goesToOther, isHandedOver, isOwnPurchase, type Purpose } from '../record/orders/order-purpose.ts';
import type { Situation } from '../record/situation.ts';
import type { Surroundings } from '../record/surroundings.ts';
import { onFirstUse } from '../values/on-first-use.ts';
import { topics } from '../values/topic.ts';
import { type Addressed, lifecycleAsked, ownedAt } from './purchases.ts';
import { stepsSent } from './steps-sent.ts';

/** The enrolment that asks, or what will be one; nothing of it where the question is about the customer alone. */
type Asking = Partial<
  Pick<Enrolment, 'id' | 'scenario' | 'version' | 'order' | 'counts' | 'variants' | 'enteredAt'>
>;

/** The address is read where a message may go. */
export type AskedAround = Pick<Surroundings, 'at' | 'settings' | 'clicked'> & Partial<Addressed>;

/** What a filter is answered from. */
type Asked = Pick<Situation<AskedAround>, 'customer' | 'event' | 'around'> & {
  readonly enrolment: Asking;
  /** That of the enrolment, where the question may be about it. */
  readonly scenario?: Pick<Scenario, 'rhythm'> | undefined;
};

type Instant = Temporal.Instant;

const day_ms = 24 * 3_600_000;
const sentFor_ms = 14 * day_ms;

/**
 * The subject of filters. `event` is nested as on the wire: the fields an enrolment kept, or the detail of an event just come.
 * What counts days counts them back from `around.at`.
 */
export function filterSubject({ customer, enrolment, event, around, scenario }: Asked): FilterSubject {
  const order = () => ledgerOrder(customer, enrolment.order);
  const ofPurpose = (question: (order: Purpose) => boolean) => {
    const known = order() ?? (enrolment.order === undefined ? undefined : purposeTold(event));
    return known && question(known);
  };
  const asked = onFirstUse(() => customerAsked(customer, enrolment, around));
  return {
    at: around.at,
    event,
    get customer() {
      return asked();
    },
    enrolment: {
      scenario: enrolment.scenario,
      version: enrolment.version,
      order: enrolment.order,
      rhythm: scenario && (scenario.rhythm ?? classic),
      get hasAllParcels() {
        const known = order();
        return known && isAllDelivered(known);
      },
      get isOwnPurchase() {
        return ofPurpose(isOwnPurchase);
      },
      get goesToOther() {
        return ofPurpose(goesToOther);
      },
      get isHandedOver() {
        return ofPurpose(isHandedOver);
      },
      get sent() {
        return stepsSent(customer, enrolment);
      },
      get clicked() {
        return enrolment.id === undefined ? [] : (around.clicked?.get(enrolment.id) ?? []);
      },
      get variants() {
        return Object.entries(enrolment.variants ?? {}).map(([split, variant]) => `${split}:${variant}`);
      },
    },
  };
}

/** A filter asks for a few of these: what is worked out is worked out when it does. */
function customerAsked(customer: Customer, enrolment: Asking, around: AskedAround) {
  const { at, settings } = around;
  // Which segments she is in hangs on the record alone: it is asked with and without the address.
  const address = enrolment.id === undefined ? undefined : around.address;
  // Most filters ask for several words of these.
  const lifecycle = onFirstUse(() => lifecycleAsked(customer, { at, settings, address }));
  const owned = onFirstUse(() => ownedAt(customer, at));
  const consentIs = (is: ConsentState['is']) =>
    topics.filter((topic) => consentFor(customer.consent, topic)?.is === is);
  return {
    ...customer.profile,
    asOf: undefined,
    get firstSource() {
      return customer.profile.firstSource?.is ?? customer.profile.source;
    },
    get lifecycle() {
      return lifecycle();
    },
    lastSignAt: customer.lastSignAt,
    get segments() {
      return Object.keys(customer.segments);
    },
    labels: customer.labels,
    get consent() {
      return consentIs('granted');
    },
    get unconfirmed() {
      return consentIs('pending');
    },
    done: customer.done,
    get asked() {
      return customer.done.flatMap((key) =>
        key.startsWith('restock:') ? [key.slice('restock:'.length)] : [],
      );
    },
    get score() {
      return scoreAt(customer, at, settings.scoreHalfLife_days);
    },
    get owned() {
      return owned();
    },
    get newProducts() {
      return newProducts(owned(), ledgerOrder(customer, enrolment.order));
    },
    get carts() {
      return liveCarts(customer.carts, at);
    },
    views: customer.views,
    subscriptions: customer.subscriptions,
    helps: customer.helps,
    get categories() {
      return Object.fromEntries(Object.entries(customer.categories).map(([set, { is }]) => [set, is]));
    },
    get sent() {
      return customer.sends
        .filter((send) => send.state !== 'skipped' && isWithin(sentFor_ms, send.at, at))
        .map((send) => `${send.scenario}/${send.step}`);
    },
  };
}

const isWithin = (span_ms: number, since: Instant, at: Instant): boolean =>
  at.epochMilliseconds < since.epochMilliseconds + span_ms;

/** Her lead score now: it halves with each half-life. 0 where nobody has given her any. */
export function scoreAt(
  customer: Pick<Customer, 'score'>,
  at: AskedAround['at'],
  halfLife_days: number,
): number {
  if (!customer.score) return 0;
  const age_days = Math.max(0, at.epochMilliseconds - customer.score.at.epochMilliseconds) / day_ms;
  return customer.score.value * 0.5 ** (age_days / halfLife_days);
}

/** Bought for the first time with the order of the enrolment. */
function newProducts(owned: readonly OwnedProduct[], { placedAt }: Partial<LedgerOrder> = {}): string[] {
  if (!placedAt) return [];
  return owned
    .filter(({ at, firstAt }) => (firstAt ?? at).equals(placedAt))
    .map(({ productId }) => productId);
}
