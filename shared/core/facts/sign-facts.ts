/** Signs of life and what they are worth: the last sign, the lead score, labels, and what she has done for good. */
import type { Temporal } from 'temporal-polyfill';
import type { StoreEvent } from '../events/event.ts';
import type { EventName } from '../events/event-catalogue.ts';
import { idIn } from '../events/event-subject.ts';
import type { Customer } from '../record/customer.ts';
import { ledgerOrder } from '../record/orders/ledger-order.ts';
import { refusedAtDoor } from '../record/orders/order-parcels.ts';
import { lastWords } from '../values/bounded-list.ts';
import { latest } from '../values/civil-time.ts';
import { doneKey, isOfFriend, orderOf } from './event-identity.ts';

type Instant = Temporal.Instant;

const signs: ReadonlySet<EventName> = new Set<EventName>([
  'CustomerRegistered',
  'ProductViewed',
  'CartUpdated',
  'CheckoutStarted',
  'RestockRequested',
  'OrderPlaced',
  'SampleRequested',
  'SubscriptionStarted',
  'ReviewPosted',
  'SurveyAnswered',
  'HelpRequested',
  'CouponRedeemed',
  'ReferralMade',
  'BookingMade',
  'BookingAttended',
  'MailClicked',
]);

/** True for what shows that the customer was there. */
export const isSign = (event: StoreEvent): boolean => signs.has(event.name) && !isOfFriend(event);

/** The customer with the last moment she was seen to be there. */
export function withSign(customer: Customer, event: StoreEvent): Customer {
  if (!isSign(event)) return customer;
  return { ...customer, lastSignAt: latest(customer.lastSignAt, event.occurredAt) };
}

/** What a sign adds to her lead score. A second look at a product says more than the first. */
const leadPoints = {
  view: 1,
  repeatView: 3,
  cart: 8,
  sample: 20,
  click: 3,
  seminar: 15,
  survey: 10,
} as const;

function pointsFor({ name, detail }: StoreEvent, before: Customer): number {
  switch (name) {
    case 'ProductViewed': {
      const isRepeat = before.views.some((view) => view.productId === detail.product?.id);
      return isRepeat ? leadPoints.repeatView : leadPoints.view;
    }
    case 'CartUpdated':
    case 'CheckoutStarted': {
      const isKnown = before.carts.some(({ id }) => id === idIn(detail, 'cart'));
      return isKnown || !detail.cart?.items?.length ? 0 : leadPoints.cart;
    }
    case 'SampleRequested':
      return leadPoints.sample;
    case 'MailClicked':
      return leadPoints.click;
    case 'BookingAttended':
      return detail.booking?.attended === false ? 0 : leadPoints.seminar;
    case 'SurveyAnswered':
      return leadPoints.survey;
    default:
      return 0;
  }
}

/** The customer with the event's points; asked before its other facts are written. Thousandths are kept. */
export function withScore(customer: Customer, event: StoreEvent, halfLife_days: number): Customer {
  const points = pointsFor(event, customer);
  return points === 0 ? customer : withPoints(customer, points, event.occurredAt, halfLife_days);
}

/** Adds points of a moment to a score of another: both are worth less the longer ago they were given. */
function withPoints(customer: Customer, points: number, given: Instant, halfLife_days: number): Customer {
  const { score } = customer;
  const at = latest(score?.at, given);
  const worth = (value: number, from: Instant) =>
    value * 0.5 ** (from.until(at).total('hours') / 24 / halfLife_days);
  const value = worth(points, given) + (score ? worth(score.value, score.at) : 0);
  return { ...customer, score: { value: Math.round(value * 1000) / 1000, at } };
}

const mostDone = { entries: 64, bytes: 3072 };
const mostLabels = { entries: 32, bytes: 1024 };

/** The customer with what is done once and for all, and with the labels that follow from it. */
export function withMarks(customer: Customer, event: StoreEvent): Customer {
  const key = doneKey(event);
  const done = key === undefined ? customer.done : added(customer.done, key, mostDone);
  const label = labelBy(event) ?? labelOfOrder(customer, event);
  const labels = label === undefined ? customer.labels : added(customer.labels, label, mostLabels);
  return done === customer.done && labels === customer.labels ? customer : { ...customer, done, labels };
}

function labelBy(event: StoreEvent): string | undefined {
  if (event.name === 'CustomerRegistered') return 'member';
  if (event.name === 'ReferralMade') return isOfFriend(event) ? 'referred' : 'ambassador';
  return undefined;
}

/** A parcel that was to be paid at the door and was refused there: the customer is known by it. */
function labelOfOrder(customer: Customer, event: StoreEvent): string | undefined {
  const order = ledgerOrder(customer, orderOf(event));
  if (!order) return undefined;
  const { ids, isWhole } = refusedAtDoor(order);
  return isWhole || ids.size > 0 ? 'refused-parcel' : undefined;
}

function added(
  words: readonly string[],
  word: string,
  most: { readonly entries: number; readonly bytes: number },
): readonly string[] {
  return words.includes(word) ? words : lastWords([...words, word], most);
}
