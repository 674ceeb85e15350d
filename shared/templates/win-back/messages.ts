/** News, coupons and a farewell for whom we have not seen for long. */
import { couponFields, marketingMessage, productFields, type TemplateEntry } from '../entry.ts';

export const winBackMessages = {
  'win-back/coupon': {
    kind: 'marketing',
    eventFields: [],
    variables: [...marketingMessage, ...couponFields, ...productFields],
  },
  'win-back/coupon-vip': {
    kind: 'marketing',
    eventFields: [],
    variables: [...marketingMessage, ...couponFields, ...productFields],
  },
  'win-back/ends-soon': {
    kind: 'marketing',
    eventFields: [],
    variables: [...marketingMessage, ...couponFields],
  },
  'win-back/farewell': { kind: 'marketing', eventFields: [], variables: marketingMessage },
  'win-back/news': { kind: 'marketing', eventFields: [], variables: [...marketingMessage, ...productFields] },
  'win-back/news-vip': { kind: 'marketing', eventFields: [], variables: marketingMessage },
} as const satisfies Readonly<Record<string, TemplateEntry>>;
