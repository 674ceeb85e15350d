import { couponFields, marketingMessage, productFields, type TemplateEntry } from '../entry.ts';

export const reEngagementMessages = {
  're-engagement/why-you-came': { kind: 'marketing', eventFields: [], variables: marketingMessage },
  're-engagement/what-is-new': {
    kind: 'marketing',
    eventFields: [],
    variables: [...marketingMessage, ...productFields],
  },
  're-engagement/for-you': {
    kind: 'marketing',
    eventFields: [],
    variables: [...marketingMessage, ...couponFields],
  },
} as const satisfies Readonly<Record<string, TemplateEntry>>;
