/** What came after one letter, or after the moment at which somebody who is compared would have had it. */
import type { Temporal } from 'temporal-polyfill';
import { consentFor } from '../../../shared/core/facts/consent-question.ts';
import type { Customer } from '../../../shared/core/record/customer.ts';
import { isPurchase, spentOn } from '../../../shared/core/record/orders/order-state.ts';
import type { RecordedTouchpoint } from '../../../shared/core/record/touchpoint.ts';
import { civilDate } from '../../../shared/core/values/civil-time.ts';
import type { DraftTopic } from './draft.ts';

type Instant = Temporal.Instant;

export interface DaysAfter {
  readonly days: number;
  readonly timeZone: string;
  readonly now: Instant;
  readonly topic: DraftTopic;
}

/** What of a record is asked, so that the rest need not be kept. */
export type RecordAsked = Pick<Customer, 'orders' | 'consent'>;

export interface AfterLetter {
  /** Its window is over: nothing can come in it any more. */
  readonly isClosed: boolean;
  readonly orders: number;
  /** By currency, in minor units; under no name where none was told. */
  readonly spent: Readonly<Record<string, number>>;
  /** An order came after the link was pressed. */
  readonly afterPress: boolean;
  readonly unsubscribed: boolean;
}

export function afterLetter(
  { at, feedback }: Pick<RecordedTouchpoint, 'at' | 'feedback'>,
  { orders, consent }: RecordAsked,
  window: DaysAfter,
): AfterLetter {
  const { now, topic } = window;
  const bought = orders.filter((one) => isPurchase(one, now) && isIn(one.placedAt, at, window));
  const spent: Record<string, number> = {};
  for (const order of bought)
    spent[order.currency ?? ''] = (spent[order.currency ?? ''] ?? 0) + spentOn(order);
  const { clicked } = feedback;
  const word = consentFor(consent, topic);
  return {
    isClosed: daysBetween(at, now, window) > window.days,
    orders: bought.length,
    spent,
    afterPress: clicked !== undefined && bought.some(({ placedAt }) => isIn(placedAt, clicked, window)),
    unsubscribed: word?.is === 'denied' && isIn(word.at, at, window),
  };
}

/** Later than the moment, and no more civil days of the store after it than the window has. */
function isIn(what: Instant | undefined, since: Instant, window: DaysAfter): boolean {
  if (what === undefined || what.epochMilliseconds <= since.epochMilliseconds) return false;
  return daysBetween(since, what, window) <= window.days;
}

const daysBetween = (one: Instant, other: Instant, { timeZone }: DaysAfter): number =>
  civilDate(one, timeZone).until(civilDate(other, timeZone)).days;
