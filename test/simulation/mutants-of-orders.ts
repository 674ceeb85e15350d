/** Faults of what an order is: bought, undone, paid back. */
import { coreMutant } from './core-mutant.ts';
import type { Mutant, TrialStore } from './mutants.ts';

const state = 'record/orders/order-state';
const entry = 'facts/orders/order-entry';
/** What comes back does so weeks after. */
const later: TrialStore = { customers: 12, days: 60 };

const ofMoney: readonly Mutant[] = [
  coreMutant(
    'refund-not-counted',
    'money paid back counts as spent',
    5,
    state,
    'return Math.max(0, (order.total ?? 0) - refundedOf(order));',
    'return order.total ?? 0;',
    later,
  ),
  coreMutant(
    'refund-counted-twice',
    'a refund counts as often as it is told',
    5,
    'facts/event-identity',
    'if (isByRefund(name)) return detail.refund?.id;',
    'if (isByRefund(name)) return detail.eventId;',
    later,
  ),
  coreMutant(
    'refund-before-order-forgotten',
    'what was paid back before the order was told is forgotten',
    61,
    entry,
    '    placedAt: occurredAt,\n',
    '    placedAt: occurredAt,\n    refunded: undefined,\n    paidBack: undefined,\n    undone: undefined,\n',
    later,
  ),
  coreMutant(
    'parts-never-the-whole',
    'an order paid back part by part counts as bought',
    11,
    state,
    "return undone === 'refunded' || isWhole || areAllPieces(order, paidBack);",
    "return undone === 'refunded' || (isWhole && Object.keys(order.refunded ?? {}).length > 9);",
    later,
  ),
  coreMutant(
    'currency-ignored',
    'money of all currencies is one sum',
    1,
    'questions/purchases',
    'for (const { currency = currencyOfMarket(settings.market), spent } of lastYear) {',
    'const currency = currencyOfMarket(settings.market);\n  for (const { spent } of lastYear) {',
  ),
  coreMutant(
    'prepayment-never-lapses',
    'an order whose payment never comes is waited for for ever',
    11,
    state,
    'return lapse !== undefined && !isBefore(at, lapse);',
    'return lapse !== undefined && isBefore(lapse, order.at);',
  ),
];

const ofEnds: readonly Mutant[] = [
  coreMutant(
    'undone-goes-on',
    'a story goes on about an order that has come to nothing',
    1,
    'questions/order-is-over',
    "return order && isOff(order, around.at) ? 'order-undone' : undefined;",
    "return order && isOff(order, around.at) && order.id === '' ? 'order-undone' : undefined;",
    later,
  ),
  coreMutant(
    'refused-parcel-counts',
    'an order refused at the door counts as bought',
    1,
    state,
    "if (orderHasSeen(order, 'OrderCancelled') || isRefusedAtDoor(order) || isPaidBack(order)) return true;",
    "if (orderHasSeen(order, 'OrderCancelled') || isPaidBack(order)) return true;",
    later,
  ),
  coreMutant(
    'refused-when-it-came-again',
    'a parcel refused at its second try is taken for the word on the first',
    22,
    'facts/event-identity',
    'return isRefusal(event) ? refusalEntry(partOf(event)) : wordOfPart(event);',
    'return wordOfPart(event);',
  ),
  coreMutant(
    'exchange-is-bought',
    'goods in place of others count as bought',
    1,
    state,
    "return order.placedAt !== undefined && order.origin !== 'exchange' && !isUndone(order);",
    'return order.placedAt !== undefined && !isUndone(order);',
  ),
];

export const mutantsOfOrders: readonly Mutant[] = [...ofMoney, ...ofEnds];
