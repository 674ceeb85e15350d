/** Lives seven to twelve. */
import type { Practice } from './practice.ts';

const story = [
  'onboarding/',
  'after-purchase/',
  'early-survey',
  'review-request/',
  'replenishment/',
  'cross-sell/',
];
const promotion = ['welcome/', 'nurture/', 'cross-sell/', 'win-back/', 'referral-', 'sunset/', 'sales/'];

export const practiceOfOthers: readonly Practice[] = [
  {
    life: 'booker',
    should: [
      { day: 0, message: 'event-booking/confirmation', at: '10:00' },
      { day: 5, message: 'event-changed/changed', at: '18:00' },
      { day: 13, message: 'event-booking/day-before' },
      { day: 14, message: 'event-booking/starting', at: '13:00' },
      { day: 15, message: 'event-follow-up/thanks' },
      { day: 20, message: 'order-thanks/thanks' },
      { day: 25, message: 'onboarding/tutorial' },
    ],
    mustNot: [
      { tells: 'we missed you', messages: ['event-follow-up/missed'] },
      {
        tells: 'two reminders of one day, the old place’s',
        messages: ['event-booking/day-before'],
        atMost: 1,
      },
      {
        tells: 'more than one sales letter before the first order',
        messages: promotion,
        before: 20,
        atMost: 1,
        waitsFor: 'welcome',
        today: [
          'D0 welcome/hello',
          'D2 welcome/promise',
          'D4 welcome/gift',
          'D9 welcome/gift-ends',
          'D12 nurture/how-to',
          'D15 nurture/others',
        ],
      },
    ],
  },
  {
    life: 'returns-by-phone',
    should: [
      { day: 12, message: 'early-survey-answered/calm' },
      { day: 130, message: 'ninety-day-check/ask' },
      { day: 132, message: 'ninety-day-answered/still-have' },
      { day: 175, tells: 'a soft letter', waitsFor: 'win-back', today: ['win-back/coupon'] },
      { day: 190, message: 'order-thanks/thanks' },
    ],
    mustNot: [
      { tells: 'ten per cent at 150', messages: ['win-back/coupon'], before: 175 },
      { tells: 'still have some twice', messages: ['ninety-day-answered/still-have'], atMost: 1 },
      { tells: 'a question whether to go on after an offer', messages: ['sunset/'] },
      { tells: 'anything of the win-back after the order', messages: ['win-back/', 'ninety-day'], from: 190 },
      {
        tells: 'a first-buyer story',
        messages: ['onboarding/', 'early-survey', 'after-purchase/using-it-well'],
        from: 190,
      },
    ],
  },
  {
    life: 'complaining-vip',
    should: [
      { day: 6, message: 'order-exchanged/exchanged' },
      { day: 10, message: 'after-purchase/any-trouble' },
      { day: 29, tells: 'the sale a day early', waitsFor: 'campaign', today: [] },
      { day: 182, tells: 'news, and no coupon first', waitsFor: 'win-back', today: [] },
    ],
    mustNot: [
      { tells: 'promotion while the case is open', messages: [''], marketing: true, from: 3, before: 10 },
      { tells: 'a sale on what was paid in full last week', messages: ['sales/'] },
      {
        tells: 'dormant at 90',
        messages: ['ninety-day-check/', 'win-back/'],
        before: 180,
        from: 0,
        waitsFor: 'rhythm',
        today: ['D90 ninety-day-check/light', 'D97 win-back/news-vip', 'D110 win-back/coupon'],
      },
    ],
  },
  {
    life: 'friend-on-line',
    should: [
      { day: 0, tells: 'the greeting by reply', waitsFor: 'line', today: [] },
      { day: 1, tells: 'a short push', waitsFor: 'line', today: [] },
      { day: 3, tells: 'a short push', waitsFor: 'line', today: [] },
      { day: 7, tells: 'a short push', waitsFor: 'line', today: [] },
      { day: 8, message: 'order-thanks/thanks' },
      { day: 11, message: 'order-delivered/delivered' },
    ],
    mustNot: [{ tells: 'marketing by mail without the tick', messages: [''], marketing: true }],
  },
  {
    life: 'guest-of-a-family',
    should: [
      { day: 0, message: 'order-thanks/thanks', at: '13:00' },
      { day: 3, message: 'order-delivered/delivered' },
      { day: 30, tells: 'welcomed without a coupon', waitsFor: 'joining', today: [] },
      { day: 60, message: 'order-thanks/thanks' },
    ],
    mustNot: [
      { tells: 'his win-back', messages: ['win-back/', 'ninety-day'], from: 0 },
      { tells: 'marketing before she registers', messages: [''], marketing: true, from: 0, before: 30 },
      { tells: 'a coupon at the welcome', messages: ['welcome/gift'] },
      { tells: 'two copies', messages: ['sunset/still-welcome'], atMost: 1 },
      { tells: 'marketing to that mailbox after the stop', messages: [''], marketing: true, from: 46 },
    ],
  },
  {
    life: 'undone-order',
    should: [
      { day: 2, message: 'order-delivered/part' },
      { day: 4, message: 'delivery-failed/not-delivered' },
      { day: 9, message: 'order-returned/returned' },
      { day: 10, message: 'order-refunded/refunded' },
      { day: 40, message: 'order-thanks/thanks' },
      { day: 46, message: 'order-returned/returned' },
    ],
    mustNot: [
      { tells: 'referral', messages: ['referral-'] },
      { tells: 'supply', messages: ['replenishment/'] },
      { tells: 'any story after it came back', messages: story, from: 47 },
      {
        tells: 'the 90-day check as if bought',
        messages: ['ninety-day-check/', 'win-back/'],
        from: 47,
        waitsFor: 'undone',
        today: [
          'D90 ninety-day-check/light',
          'D97 win-back/news',
          'D110 win-back/coupon',
          'D122 win-back/ends-soon',
        ],
      },
    ],
  },
];
