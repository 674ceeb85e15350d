/** News, coupons and a farewell for whom we have not seen for long. */
import type { Messages } from '../../core/language/program.ts';
import { couponFields, marketingMessage, productFields } from '../message-fields.ts';

export const messages = {
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
} as const satisfies Messages;
