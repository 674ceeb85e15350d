/** Faults of when an order has arrived, and of the first hour about it. */
import { coreMutant } from './core-mutant.ts';
import type { Mutant, TrialStore } from './mutants.ts';

const arrival = 'record/orders/order-arrival';
const parcels = 'record/orders/order-parcels';
/** What arrives does so days after, and is asked about weeks after that. */
const later: TrialStore = { customers: 12, days: 60 };
/** Few customers order very much within seconds. */
const many: TrialStore = { customers: 16, days: 40 };

const ofArrival: readonly Mutant[] = [
  coreMutant(
    'arrives-without-its-parcel',
    'an order counts as arrived though one of its parcels has not left',
    5,
    parcels,
    'return new Set([...left.ids, ...there, ...refusedAtDoor(order).ids]).size < parcels;',
    'return new Set([...left.ids, ...there, ...refusedAtDoor(order).ids]).size < 1;',
    later,
  ),
  coreMutant(
    'arrives-without-its-pieces',
    'an order counts as arrived though its parcels hold less than was ordered',
    40,
    parcels,
    'return isClear && total(Object.values(inParcels)) < toSend - cancelled;',
    'return isClear && total(Object.values(inParcels)) < 1;',
    { customers: 20, days: 60 },
  ),
  coreMutant(
    'arrives-unpaid',
    'an order counts as arrived before it is paid, though it was to be paid first',
    128,
    arrival,
    'if (owesPrepayment(order) || isFailureOpen(order)) return undefined;',
    'if (isFailureOpen(order)) return undefined;',
    later,
  ),
  coreMutant(
    'arrives-by-the-first-day-told',
    'the day to which a parcel is put off is not waited for',
    27,
    arrival,
    'if (expectedAt && !isOutdated && isOfAll) return expectedAt;',
    'if (expectedAt && isOutdated && isOfAll) return expectedAt;',
    later,
  ),
  coreMutant(
    'supply-from-the-order',
    'goods are used up from the day they were ordered, not from their arrival',
    2,
    'record/orders/supply',
    'return order ? (arrivedAt(order, boughtAt, where) ?? givenUpAt(order)) : boughtAt;',
    'return order && givenUpAt(order) && where ? boughtAt : boughtAt;',
    later,
  ),
];

const ofTheFirstHour: readonly Mutant[] = [
  {
    name: 'order-before-its-cart',
    what: 'an order dated just before its cart, and told after it, leaves the reminder of the cart',
    seed: 9,
    edits: [
      {
        file: 'shared/core/facts/cart-facts.ts',
        find: 'mayBeOrderOf(event.occurredAt, cart.at) ? without',
        replace: 'isBefore(cart.at, event.occurredAt) ? without',
      },
      {
        file: 'shared/core/contact-policy/cart-to-show.ts',
        find: 'mayBeOrderOf(owned.at, cart.at)',
        replace: 'isBefore(cart.at, owned.at)',
      },
    ],
  },
  {
    name: 'cart-after-its-order',
    what: 'a cart told just after its order is reminded of',
    seed: 65,
    store: later,
    edits: [
      {
        file: 'shared/core/facts/cart-facts.ts',
        find: 'mayBeOrderOf(one.at, event.occurredAt)',
        replace: 'isBefore(event.occurredAt, one.at)',
      },
      {
        file: 'shared/core/contact-policy/cart-to-show.ts',
        find: 'mayBeOrderOf(owned.at, cart.at)',
        replace: 'isBefore(cart.at, owned.at)',
      },
    ],
  },
  {
    name: 'welcome-does-not-wait',
    what: 'who orders minutes after registering has been welcomed as one who has not',
    seed: 5,
    edits: [
      {
        file: 'shared/programs/welcome/welcome.ts',
        find: "kind: 'wait', for: minutes(15) }",
        replace: "kind: 'wait', for: minutes(1) }",
      },
    ],
  },
  coreMutant(
    'order-mail-cut-by-place',
    'of many orders within seconds only as many are thanked for as stories may run',
    6,
    'enrolments/enter-refusal',
    "if (kind === 'transactional') return undefined;",
    "if (kind === 'transactional') return customer.enrolments.length < maxEnrolments ? undefined : 'too-many-at-once';",
    many,
  ),
  coreMutant(
    'denial-narrower-than-said',
    'a denial in words that nobody knows denies nothing',
    124,
    'values/consent-words',
    "if (isTopicUnknown || of.length === 0) about.add('all');",
    "if (of.length === 0) about.add('all');",
    later,
  ),
];

export const mutantsOfArrival: readonly Mutant[] = [...ofArrival, ...ofTheFirstHour];
