/** Which of the shipped letters go for the customer they are about, and which once for the reader of a mailbox. */
import { expect, test } from 'vitest';
import { isAboutHers } from '../../../shared/core/contact-policy/mailbox-reader.ts';
import { subjectOf } from '../../../shared/core/events/event-catalogue.ts';
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import { isMessage } from '../../../shared/core/language/steps.ts';
import { eventOfTrigger } from '../../../shared/core/language/trigger.ts';
import { scenarios } from '../../support/shipped.ts';

/** About an order, a cart, a booking, a subscription, an answer, or something that was asked for or brought to the store. */
const own = [
  'after-purchase',
  'back-in-stock',
  'cart-abandonment',
  'checkout-abandonment',
  'cross-sell',
  'early-survey',
  'early-survey-answered',
  'event-follow-up',
  'ninety-day-answered',
  'nurture-sample',
  'onboarding',
  'pulse',
  'pulse-answered',
  'referral-thanks',
  'replenishment',
  'review-request',
  'review-thanks',
  'small-store-walls',
  'subscription-care',
  'subscription-farewell',
  'subscription-tips',
];

/** Series, broadcasts, offers. */
const ofReader = [
  'birthday-month',
  'birthday-week',
  'browse-follow-up',
  'campaign',
  'gift-christmas',
  'gift-ochugen',
  'gift-oseibo',
  'honey-and-herbs-course',
  'new-product',
  'ninety-day-check',
  'nurture',
  'nurture-after-welcome',
  'points-ideas',
  'price-drop',
  'rank-keep',
  're-engagement',
  'referral-invitation',
  'referral-welcome',
  'sale',
  'sunset',
  'welcome',
  'win-back',
];

function isOwn(scenario: Scenario): boolean {
  const name = eventOfTrigger(scenario.trigger);
  const subject = name && subjectOf(name);
  if (subject === 'order') return isAboutHers(scenario, { order: 'o-1' });
  return isAboutHers(scenario, subject && subject !== 'customer' ? { about: `${subject}:1` } : {});
}

test('each letter that ships is the customer’s whose matter it is, or the mailbox’s once', () => {
  const letters = scenarios.filter(({ kind, steps }) => kind === 'marketing' && steps.some(isMessage));
  const idsOf = (list: readonly Scenario[]) => list.map(({ id }) => id).toSorted();
  expect(idsOf(letters.filter(isOwn))).toEqual(own);
  expect(idsOf(letters.filter((one) => !isOwn(one)))).toEqual(ofReader);
});
