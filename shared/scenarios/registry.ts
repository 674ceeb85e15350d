/** The scenarios this deployment runs. A scenario that is not listed here lets nobody in. */
import type { Scenario } from '../core/language/scenario.ts';
import { afterPurchase } from './after-purchase.ts';
import { backInStock } from './back-in-stock.ts';
import { birthdayMonth } from './birthday-month.ts';
import { birthdayWeek } from './birthday-week.ts';
import { browseFollowUp } from './browse-follow-up.ts';
import { cartAbandonment } from './cart-abandonment.ts';
import { checkoutAbandonment } from './checkout-abandonment.ts';
import { confirmOptIn } from './confirm-opt-in.ts';
import { crossSell } from './cross-sell.ts';
import { deliveryFailed } from './delivery-failed.ts';
import { earlySurveyAsked } from './early-survey.ts';
import { earlySurveyAnswered } from './early-survey-answered.ts';
import { eventBooking } from './event-booking.ts';
import { eventChanged } from './event-changed.ts';
import { eventFollowUp } from './event-follow-up.ts';
import { giftChristmas } from './gift-christmas.ts';
import { giftMemory } from './gift-memory.ts';
import { giftOchugen } from './gift-ochugen.ts';
import { giftOseibo } from './gift-oseibo.ts';
import { honeyAndHerbsCourse } from './honey-and-herbs-course.ts';
import { newProduct } from './new-product.ts';
import { ninetyDayAnswered } from './ninety-day-answered.ts';
import { ninetyDayCheck } from './ninety-day-check.ts';
import { nurture } from './nurture.ts';
import { nurtureAfterWelcome } from './nurture-after-welcome.ts';
import { nurtureSample } from './nurture-sample.ts';
import { onboarding } from './onboarding.ts';
import { onboardingHelp } from './onboarding-help.ts';
import { orderCancelled } from './order-cancelled.ts';
import { orderDelayed } from './order-delayed.ts';
import { orderDelivered } from './order-delivered.ts';
import { orderExchanged } from './order-exchanged.ts';
import { orderPaid } from './order-paid.ts';
import { orderRefunded } from './order-refunded.ts';
import { orderReturned } from './order-returned.ts';
import { orderThanks } from './order-thanks.ts';
import { parcelShipped } from './parcel-shipped.ts';
import { paymentFailed } from './payment-failed.ts';
import { paymentWaiting } from './payment-waiting.ts';
import { pointsExpiry } from './points-expiry.ts';
import { pointsIdeas } from './points-ideas.ts';
import { priceDrop } from './price-drop.ts';
import { pulse } from './pulse.ts';
import { pulseAnswered } from './pulse-answered.ts';
import { rankKeep } from './rank-keep.ts';
import { rankReached } from './rank-reached.ts';
import { reEngagement } from './re-engagement.ts';
import { referralInvitation } from './referral-invitation.ts';
import { referralThanks } from './referral-thanks.ts';
import { referralWelcome } from './referral-welcome.ts';
import { replenishment } from './replenishment.ts';
import { reviewRequest } from './review-request.ts';
import { reviewThanks } from './review-thanks.ts';
import { sale } from './sale.ts';
import { smallStoreWalls } from './small-store-walls.ts';
import { subscriptionCare } from './subscription-care.ts';
import { subscriptionFarewell } from './subscription-farewell.ts';
import { subscriptionNotice } from './subscription-notice.ts';
import { subscriptionPaused } from './subscription-paused.ts';
import { subscriptionPayment } from './subscription-payment.ts';
import { subscriptionSkipped } from './subscription-skipped.ts';
import { subscriptionStopped } from './subscription-stopped.ts';
import { subscriptionTips } from './subscription-tips.ts';
import { sunset } from './sunset.ts';
import { sunsetReturn } from './sunset-return.ts';
import { vipRemembered } from './vip-remembered.ts';
import { welcome } from './welcome.ts';
import { winBack } from './win-back.ts';

export const scenarios: readonly Scenario[] = [
  orderPaid,
  paymentWaiting,
  paymentFailed,
  parcelShipped,
  orderDelayed,
  orderDelivered,
  deliveryFailed,
  orderReturned,
  orderRefunded,
  orderExchanged,
  orderCancelled,
  confirmOptIn,
  // Before the general welcome: where both would begin, the friend's is hers.
  referralWelcome,
  welcome,
  nurture,
  nurtureAfterWelcome,
  nurtureSample,
  onboarding,
  onboardingHelp,
  cartAbandonment,
  checkoutAbandonment,
  browseFollowUp,
  subscriptionNotice,
  subscriptionCare,
  subscriptionTips,
  subscriptionPayment,
  subscriptionPaused,
  subscriptionSkipped,
  subscriptionStopped,
  subscriptionFarewell,
  orderThanks,
  afterPurchase,
  eventBooking,
  eventChanged,
  eventFollowUp,
  replenishment,
  reEngagement,
  sunset,
  sunsetReturn,
  honeyAndHerbsCourse,
  crossSell,
  newProduct,
  sale,
  backInStock,
  priceDrop,
  giftOchugen,
  giftOseibo,
  giftChristmas,
  pointsExpiry,
  pointsIdeas,
  rankReached,
  rankKeep,
  giftMemory,
  smallStoreWalls,
  vipRemembered,
  winBack,
  earlySurveyAsked,
  earlySurveyAnswered,
  ninetyDayCheck,
  ninetyDayAnswered,
  referralInvitation,
  referralThanks,
  reviewRequest,
  reviewThanks,
  birthdayMonth,
  birthdayWeek,
  pulse,
  pulseAnswered,
];
