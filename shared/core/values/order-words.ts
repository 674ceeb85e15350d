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
  [
    'on-delivery',
    /代引|代金引き?換|着払|eコレクト|e-コレクト|コレクトサービス|cash.on.delivery|on.delivery|nachnahme|(^|[^a-z])cod([^a-z]|$)/,
  ],
  [
    'before',
    /振込|振り込み|払込|(郵便|ゆうちょ)振替|前払|コンビニ|ペイジー|pay-?easy|bank|bacs|prepa|vorkasse|konbini|convenience|money.order|wire.transfer/,
  ],
];

/** When an order paid by this method is paid; undefined where the words say nothing, such as a card. */
export function timingOfMethod(method: string | undefined): PaymentTiming | undefined {
  const words = method?.normalize('NFKC').toLowerCase();
  return words === undefined ? undefined : methods.find(([, word]) => word.test(words))?.[0];
}

/** A parcel that somebody at the door would not take; not one that a carrier would not carry. */
const refusal = /(^|[^a-z])refus(ed|al)|(受け?取り?|受領)(を|の)?(拒否|辞退)|^(拒否|辞退)$/;
const noRefusal = /(^|[^a-z])(not|carrier)([^a-z]|$)/;

/** Whether the reason of a delivery that failed says so. */
export function saysRefused(reason: string | undefined): boolean {
  const words = reason?.normalize('NFKC').trim().toLowerCase() ?? '';
  return refusal.test(words) && !noRefusal.test(words);
}
