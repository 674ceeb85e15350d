/** For a friend who came by a link. */
import { couponFields, marketingMessage, productFields, type TemplateEntry } from '../entry.ts';

export const referralWelcomeMessages = {
  'referral-welcome/present': {
    kind: 'marketing',
    eventFields: [],
    variables: [...marketingMessage, ...couponFields, ...productFields],
  },
  'referral-welcome/present-ends': {
    kind: 'marketing',
    eventFields: [],
    variables: [...marketingMessage, ...couponFields],
  },
  'referral-welcome/welcome': { kind: 'marketing', eventFields: [], variables: marketingMessage },
} as const satisfies Readonly<Record<string, TemplateEntry>>;
