/** Which values an attribute can have at all: a question about any other is never answered with yes. */
import { orderOrigins, paymentTimings } from '../../values/order-words.ts';
import { topics } from '../../values/topic.ts';
import { attributeTypes, openPrefixes, spentPrefix } from '../attribute-types.ts';

/** Words of one list. Names of segments, steps and variants are asked elsewhere. */
const registers: Readonly<Record<string, readonly string[]>> = {
  'event.order.origin': orderOrigins,
  'event.payment.timing': paymentTimings,
  'customer.subscriptions.state': ['active', 'paused', 'cancelled'],
  'customer.consent': topics,
  'customer.unconfirmed': topics,
};

const forms: Readonly<Record<string, { readonly form: RegExp; readonly says: string }>> = {
  'event.order.currency': { form: /^[A-Z]{3}$/, says: 'a currency, such as "JPY"' },
  'event.refund.currency': { form: /^[A-Z]{3}$/, says: 'a currency, such as "JPY"' },
  'event.order.shipTo.country': {
    form: /^[A-Za-z]{2}$/,
    says: 'a country by its two letters, such as "JP"',
  },
};

export interface NumberRange {
  readonly from: number;
  readonly to: number;
  readonly isWhole: boolean;
}

const counted: NumberRange = { from: 0, to: Number.POSITIVE_INFINITY, isWhole: true };
/** In minor units of the currency. */
const money: NumberRange = { from: -1e15, to: 1e15, isWhole: true };
const anyNumber: NumberRange = {
  from: Number.NEGATIVE_INFINITY,
  to: Number.POSITIVE_INFINITY,
  isWhole: false,
};

/** As the wire takes them. */
const ranges: Readonly<Record<string, NumberRange>> = {
  'event.order.total': money,
  'event.order.discount': money,
  'event.order.items.quantity': { from: 0, to: 1_000_000, isWhole: false },
  'event.order.items.supplyDays': { from: 0, to: 3650, isWhole: false },
  'event.cart.total': money,
  'event.product.price': money,
  'event.product.previousPrice': money,
  'event.refund.amount': money,
  'event.shipment.number': { ...counted, to: 10_000 },
  'event.shipment.of': { ...counted, to: 10_000 },
  'event.subscription.nth': { ...counted, to: 100_000 },
  'event.review.rating': { from: 0, to: 100, isWhole: false },
  'event.points.balance': { from: -1e12, to: 1e12, isWhole: true },
  'event.points.expiring': { ...counted, to: 1e12 },
  'event.product.stock': { from: -1e9, to: 1e9, isWhole: true },
  'customer.lifecycle.orders': counted,
  'customer.lifecycle.ordersIn365Days': counted,
  'customer.views.times': { ...counted, from: 1 },
  'enrolment.version': { ...counted, from: 1 },
};

/** The words it may be; undefined where it may be any. */
export const wordsOf = (attribute: string): readonly string[] | undefined =>
  Object.hasOwn(registers, attribute) ? registers[attribute] : undefined;

export const rangeOf = (attribute: string): NumberRange =>
  attribute.startsWith(spentPrefix) ? money : (ranges[attribute] ?? anyNumber);

/** Why it can never be this value, as the end of a sentence; undefined where it can. */
export function neverIs(attribute: string, value: unknown): string | undefined {
  if (typeof value === 'number') return beyondRange(rangeOf(attribute), value);
  if (typeof value !== 'string') return undefined;
  const words = wordsOf(attribute);
  if (words) return words.includes(value) ? undefined : `it is one of ${words.join(', ')}`;
  const { form, says } = (Object.hasOwn(forms, attribute) ? forms[attribute] : undefined) ?? {};
  if (form && !form.test(value)) return `it is ${says}`;
  return isPath(value) ? 'that is the name of an attribute: to compare with it, say "sameAs"' : undefined;
}

function beyondRange({ from, to, isWhole }: NumberRange, value: number): string | undefined {
  if (value < from) return `it is ${from} at least`;
  if (value > to) return `it is ${to} at most`;
  return isWhole && !Number.isInteger(value) ? 'it is a whole number' : undefined;
}

const isPath = (value: string): boolean =>
  Object.hasOwn(attributeTypes, value) || openPrefixes.some((prefix) => value.startsWith(prefix));

const lists = [
  'event.order.items.',
  'event.cart.items.',
  'event.consent.topics',
  'event.extra.',
  'customer.attributes.',
  'customer.segments',
  'customer.labels',
  'customer.consent',
  'customer.unconfirmed',
  'customer.done',
  'customer.asked',
  'customer.owned.',
  'customer.newProducts',
  'customer.carts.',
  'customer.views.',
  'customer.subscriptions.',
  'customer.helps.',
  'customer.sent',
  'enrolment.sent',
  'enrolment.clicked',
  'enrolment.variants',
];

/** Whether it may have several values at once, so that two questions about it may each fit another of them. */
export const mayBeMany = (attribute: string): boolean =>
  lists.some((start) => attribute === start || (start.endsWith('.') && attribute.startsWith(start)));
