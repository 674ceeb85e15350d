/** For who passed her link on. */
import { couponFields, marketingMessage, type TemplateEntry } from '../entry.ts';

export const referralThanksMessages = {
  'referral-thanks/present': {
    kind: 'marketing',
    eventFields: [],
    variables: [...marketingMessage, ...couponFields],
  },
  'referral-thanks/thanks': { kind: 'marketing', eventFields: [], variables: marketingMessage },
} as const satisfies Readonly<Record<string, TemplateEntry>>;
