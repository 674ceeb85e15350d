/** Lives one to six. */
import type { Practice } from './practice.ts';

const sales = ['welcome/', 'cross-sell/', 'win-back/', 'sunset/'];

export const practiceOfBuyers: readonly Practice[] = [
  {
    life: 'first-serum',
    should: [
      { day: 0, message: 'order-thanks/thanks', at: '22:40' },
      { day: 1, message: 'parcel-shipped/shipped' },
      { day: 3, message: 'order-delivered/delivered' },
      { day: 4, tells: 'right use', waitsFor: 'rhythm', today: [] },
      { day: 10, message: 'after-purchase/any-trouble' },
      { day: 12, message: 'early-survey-answered/calm' },
      { day: 21, tells: 'review', waitsFor: 'rhythm', today: [] },
      {
        day: 24,
        tells: 'the offer for a second order',
        waitsFor: 'second-order',
        today: ['cross-sell/goes-with-it'],
      },
    ],
    mustNot: [
      { tells: 'anything that waits for payment', messages: ['payment-', 'order-paid/'] },
      { tells: 'a welcome coupon', messages: ['welcome/'] },
      { tells: 'the first question twice', messages: ['early-survey/'] },
      { tells: 'win-back', messages: ['win-back/'] },
      {
        tells: 'a second question within ten days of the first',
        messages: ['review-request/ask', 'early-survey/ask', 'pulse/ask', 'ninety-day-check/ask'],
        from: 11,
        before: 20,
        waitsFor: 'one-question',
        today: ['D18 review-request/ask'],
      },
    ],
  },
  {
    life: 'regular-coffee',
    should: [
      { day: 0, message: 'order-thanks/thanks' },
      { day: 2, message: 'order-delivered/delivered' },
      { day: 33, message: 'order-thanks/thanks' },
      { day: 29, tells: 'soon empty, by the customer’s own 34 days', waitsFor: 'rhythm', today: [] },
      { day: 7, tells: 'weekly news', waitsFor: 'campaign', today: [] },
    ],
    mustNot: [
      { tells: 'how-to again', messages: ['onboarding/', 'after-purchase/using-it-well'], from: -36 },
      { tells: 'the survey again', messages: ['early-survey/'], from: -36 },
      {
        tells: 'asked about trouble again for the same beans',
        messages: ['after-purchase/any-trouble'],
        from: -36,
        waitsFor: 'one-question',
        today: [
          'D-27 after-purchase/any-trouble',
          'D9 after-purchase/any-trouble',
          'D42 after-purchase/any-trouble',
        ],
      },
      { tells: 'a coupon for what is bought anyway', messages: ['win-back/', 'welcome/', 'sales/'] },
      {
        tells: 'two reviews in sixty days',
        messages: ['review-request/ask'],
        from: -36,
        before: 25,
        atMost: 1,
      },
    ],
  },
  {
    life: 'year-end-giver',
    should: [
      { day: 0, message: 'order-thanks/thanks' },
      { day: 3, message: 'order-delivered/part' },
      { day: 6, message: 'delivery-failed/not-delivered' },
      { day: 8, message: 'order-delivered/delivered' },
      { day: 188, tells: '8 June: last year’s gifts, one deadline', waitsFor: 'gifts', today: [] },
      { day: 343, tells: '10 November: last year’s list, one deadline', waitsFor: 'gifts', today: [] },
    ],
    mustNot: [
      { tells: 'using it well', messages: ['onboarding/', 'after-purchase/'] },
      { tells: 'a review', messages: ['review-request/', 'early-survey/'] },
      { tells: 'supply', messages: ['replenishment/', 'cross-sell/'] },
      { tells: 'dormant, sunset, farewell', messages: ['win-back/', 'sunset/'] },
      { tells: 'the 90-day check', messages: ['ninety-day-check/'] },
    ],
  },
  {
    life: 'supplement-subscriber',
    should: [
      { day: 0, message: 'subscription-notice/started' },
      { day: 4, tells: 'right use', waitsFor: 'rhythm', today: [] },
      { day: 15, tells: 'notice with amount, deadline and links', waitsFor: 'notice-by-change', today: [] },
      { day: 20, message: 'subscription-skipped/skipped', at: '21:00' },
      { day: 63, message: 'subscription-tips/second' },
      { day: 61, message: 'payment-failed/failed', at: '06:00' },
      { day: 64, message: 'payment-failed/still-open' },
      { day: 95, message: 'subscription-stopped/stopped', at: '20:00' },
      { day: 98, message: 'subscription-farewell/why' },
    ],
    mustNot: [
      { tells: 'supply', messages: ['replenishment/'] },
      { tells: 'cross-sell at a renewal', messages: ['cross-sell/'] },
      { tells: 'a review each month', messages: ['review-request/ask'], atMost: 1 },
      { tells: 'an offer before stopping', messages: ['win-back/', 'welcome/'] },
      { tells: 'a second first-buyer story', messages: ['onboarding/', 'after-purchase/'], from: 60 },
      { tells: 'the farewell survey twice', messages: ['subscription-farewell/why'], atMost: 1 },
    ],
  },
  {
    life: 'cart-of-a-newcomer',
    should: [
      {
        day: 0,
        tells: 'the code at 20:12',
        waitsFor: 'welcome',
        today: ['cart-abandonment/hour', 'welcome/hello'],
      },
      {
        day: 1,
        tells: 'the cart at 08:00, naming the code',
        waitsFor: 'cart',
        today: ['cart-abandonment/day'],
      },
      { day: 2, tells: 'the second cart mail', waitsFor: 'cart', today: ['welcome/promise'] },
      { day: 5, tells: 'the range', waitsFor: 'welcome', today: [] },
      { day: 8, tells: 'the code ends', waitsFor: 'welcome', today: [] },
      { day: 9, message: 'order-thanks/thanks' },
    ],
    mustNot: [
      { tells: 'a reminder of a code that never came', messages: ['welcome/gift-ends'] },
      { tells: 'a second coupon', messages: ['win-back/', 'referral-welcome/'] },
      { tells: 'a cart mail after the shop', messages: ['cart-abandonment/', 'welcome/'], from: 9 },
      { tells: 'packing words', messages: ['parcel-shipped/', 'order-delivered/'] },
    ],
  },
  {
    life: 'trial-buyer',
    should: [
      { day: 3, tells: 'begin', waitsFor: 'trial', today: [] },
      { day: 5, tells: 'tips', waitsFor: 'trial', today: [] },
      { day: 7, tells: 'the question', waitsFor: 'trial', today: ['onboarding/where-to-ask'] },
      { day: 9, tells: 'the product itself', waitsFor: 'trial', today: ['after-purchase/any-trouble'] },
      { day: 15, tells: 'opened yet?', waitsFor: 'trial', today: [] },
      { day: 24, message: 'order-thanks/thanks' },
      { day: 34, message: 'after-purchase/any-trouble' },
      { day: 41, message: 'after-purchase/using-it-well' },
    ],
    mustNot: [
      { tells: 'welcome beside it', messages: sales.slice(0, 1) },
      { tells: 'the subscription over twice', messages: ['subscription-'], atMost: 2 },
      {
        tells: 'supply of the trial',
        messages: ['replenishment/'],
        before: 24,
        waitsFor: 'trial',
        today: ['D8 replenishment/running-low'],
      },
    ],
  },
];
