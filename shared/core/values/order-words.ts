/** The words in which a storefront tells how an order came about, and when it is paid. */
export const orderOrigins = ['store', 'phone', 'renewal', 'trial', 'exchange'] as const;
export type OrderOrigin = (typeof orderOrigins)[number];

/** `before` the parcel leaves; `on-delivery`, at the door; `after`, by an invoice or card that holds nothing back. */
export const paymentTimings = ['before', 'on-delivery', 'after'] as const;
export type PaymentTiming = (typeof paymentTimings)[number];

/** The order matters: コンビニ後払い is paid after, コンビニ before. */
const methods: readonly (readonly [PaymentTiming, RegExp])[] = [
  [
    'after',
    /後払|あと払|掛け払|請求書|atone|アトネ|paidy|ペイディ|klarna|afterpay|invoice|(^|[^a-z])np([^a-z]|$)/,
  ],
  ['on-delivery', /代引|代金引換|着払|cash.on.delivery|on.delivery|(^|[^a-z])cod([^a-z]|$)/],
  [
    'before',
    /振込|振り込み|前払|コンビニ|ペイジー|pay-?easy|bank|prepa|konbini|convenience|money.order|wire.transfer/,
  ],
];

/** When an order paid by this method is paid; undefined where the words say nothing, such as a card. */
export function timingOfMethod(method: string | undefined): PaymentTiming | undefined {
  const words = method?.toLowerCase();
  return words === undefined ? undefined : methods.find(([, word]) => word.test(words))?.[0];
}
