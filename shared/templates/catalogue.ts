/**
 * Every message the store can send: its kind, and the variables its texts may use. A scenario may name only these,
 * and of the event that lets a customer in, her enrolment keeps only the fields named here.
 */

import { backInStockMessages } from './back-in-stock/messages.ts';
import { birthdayMessages } from './birthday/messages.ts';
import { browseFollowUpMessages } from './browse-follow-up/messages.ts';
import { cartAbandonmentMessages } from './cart-abandonment/messages.ts';
import { confirmOptInMessages } from './confirm-opt-in/messages.ts';
import { crossSellMessages } from './cross-sell/messages.ts';
import { deliveryFailedMessages } from './delivery-failed/messages.ts';
import { earlySurveyMessages } from './early-survey/messages.ts';
import { earlySurveyAnsweredMessages } from './early-survey-answered/messages.ts';
import { everyMessage, marketingMessage, type TemplateEntry, voiceFields } from './entry.ts';
import { eventBookingMessages } from './event-booking/messages.ts';
import { eventChangedMessages } from './event-changed/messages.ts';
import { eventFollowUpMessages } from './event-follow-up/messages.ts';
import { giftChristmasMessages } from './gift-christmas/messages.ts';
import { giftOchugenMessages } from './gift-ochugen/messages.ts';
import { giftOseiboMessages } from './gift-oseibo/messages.ts';
import { honeyAndHerbsCourseMessages } from './honey-and-herbs-course/messages.ts';
import { newProductMessages } from './new-product/messages.ts';
import { ninetyDayAnsweredMessages } from './ninety-day-answered/messages.ts';
import { ninetyDayCheckMessages } from './ninety-day-check/messages.ts';
import { nurtureMessages } from './nurture/messages.ts';
import { nurtureSampleMessages } from './nurture-sample/messages.ts';
import { onboardingMessages } from './onboarding/messages.ts';
import { orderCancelledMessages } from './order-cancelled/messages.ts';
import { orderDelayedMessages } from './order-delayed/messages.ts';
import { orderDeliveredMessages } from './order-delivered/messages.ts';
import { orderExchangedMessages } from './order-exchanged/messages.ts';
import { orderPaidMessages } from './order-paid/messages.ts';
import { orderRefundedMessages } from './order-refunded/messages.ts';
import { orderReturnedMessages } from './order-returned/messages.ts';
import { parcelShippedMessages } from './parcel-shipped/messages.ts';
import { paymentFailedMessages } from './payment-failed/messages.ts';
import { paymentWaitingMessages } from './payment-waiting/messages.ts';
import { pointsExpiryMessages } from './points-expiry/messages.ts';
import { pointsIdeasMessages } from './points-ideas/messages.ts';
import { priceDropMessages } from './price-drop/messages.ts';
import { pulseMessages } from './pulse/messages.ts';
import { pulseAnsweredMessages } from './pulse-answered/messages.ts';
import { rankKeepMessages } from './rank-keep/messages.ts';
import { rankReachedMessages } from './rank-reached/messages.ts';
import { reEngagementMessages } from './re-engagement/messages.ts';
import { referralInvitationMessages } from './referral-invitation/messages.ts';
import { referralThanksMessages } from './referral-thanks/messages.ts';
import { referralWelcomeMessages } from './referral-welcome/messages.ts';
import { replenishmentMessages } from './replenishment/messages.ts';
import { reviewRequestMessages } from './review-request/messages.ts';
import { reviewThanksMessages } from './review-thanks/messages.ts';
import { saleMessages } from './sale/messages.ts';
import { smallStoreWallsMessages } from './small-store-walls/messages.ts';
import { subscriptionCareMessages } from './subscription-care/messages.ts';
import { subscriptionFarewellMessages } from './subscription-farewell/messages.ts';
import { subscriptionNoticeMessages } from './subscription-notice/messages.ts';
import { subscriptionPausedMessages } from './subscription-paused/messages.ts';
import { subscriptionPaymentMessages } from './subscription-payment/messages.ts';
import { subscriptionSkippedMessages } from './subscription-skipped/messages.ts';
import { subscriptionStoppedMessages } from './subscription-stopped/messages.ts';
import { subscriptionTipsMessages } from './subscription-tips/messages.ts';
import { sunsetMessages } from './sunset/messages.ts';
import { welcomeMessages } from './welcome/messages.ts';
import { winBackMessages } from './win-back/messages.ts';

export const catalogue = {
  ...orderPaidMessages,
  ...paymentWaitingMessages,
  ...paymentFailedMessages,
  ...parcelShippedMessages,
  ...orderDelayedMessages,
  ...orderDeliveredMessages,
  ...deliveryFailedMessages,
  ...orderReturnedMessages,
  ...orderRefundedMessages,
  ...orderExchangedMessages,
  ...orderCancelledMessages,
  ...welcomeMessages,
  ...nurtureMessages,
  ...nurtureSampleMessages,
  ...onboardingMessages,
  ...cartAbandonmentMessages,
  ...browseFollowUpMessages,
  ...subscriptionNoticeMessages,
  ...subscriptionCareMessages,
  ...subscriptionTipsMessages,
  ...subscriptionPaymentMessages,
  ...subscriptionPausedMessages,
  ...subscriptionSkippedMessages,
  ...subscriptionStoppedMessages,
  ...subscriptionFarewellMessages,
  'order-thanks/thanks': {
    kind: 'transactional',
    eventFields: [
      'order.id',
      'order.currency',
      'order.total',
      'order.items.name',
      'order.items.quantity',
      'order.items.unitPrice',
    ],
    variables: everyMessage,
  },
  'after-purchase/any-trouble': {
    kind: 'marketing',
    eventFields: ['order.id', 'order.items.name', 'order.items.quantity'],
    variables: marketingMessage,
  },
  'after-purchase/using-it-well': {
    kind: 'marketing',
    eventFields: ['order.items.name'],
    variables: marketingMessage,
  },
  'after-purchase/other-voices': {
    kind: 'marketing',
    eventFields: [],
    variables: [...marketingMessage, ...voiceFields],
  },
  'after-purchase/continue': {
    kind: 'marketing',
    eventFields: ['order.items.name'],
    variables: marketingMessage,
  },
  ...eventBookingMessages,
  ...eventChangedMessages,
  ...eventFollowUpMessages,
  ...replenishmentMessages,
  ...reEngagementMessages,
  ...sunsetMessages,
  ...honeyAndHerbsCourseMessages,
  ...crossSellMessages,
  ...newProductMessages,
  ...saleMessages,
  ...backInStockMessages,
  ...priceDropMessages,
  ...giftOchugenMessages,
  ...giftOseiboMessages,
  ...giftChristmasMessages,
  ...pointsExpiryMessages,
  ...pointsIdeasMessages,
  ...rankReachedMessages,
  ...rankKeepMessages,
  ...smallStoreWallsMessages,
  ...winBackMessages,
  ...earlySurveyMessages,
  ...earlySurveyAnsweredMessages,
  ...ninetyDayCheckMessages,
  ...ninetyDayAnsweredMessages,
  ...referralInvitationMessages,
  ...referralWelcomeMessages,
  ...referralThanksMessages,
  ...reviewRequestMessages,
  ...reviewThanksMessages,
  ...birthdayMessages,
  ...pulseMessages,
  ...pulseAnsweredMessages,
  ...confirmOptInMessages,
} as const satisfies Readonly<Record<string, TemplateEntry>>;

/** The languages each message is written in: one file for each. */
export const locales = ['ja', 'en'] as const;

declare module '../core/language/register.ts' {
  interface Register {
    template: keyof typeof catalogue;
  }
}
