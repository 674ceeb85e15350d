/** Right use first: the letters of a subscription’s first weeks. */
import { marketingMessage, type TemplateEntry, voiceFields } from '../entry.ts';

export const subscriptionCareMessages = {
  'subscription-care/begin': {
    kind: 'marketing',
    eventFields: ['subscription.name'],
    variables: marketingMessage,
  },
  'subscription-care/keep-going': {
    kind: 'marketing',
    eventFields: [],
    variables: [...marketingMessage, ...voiceFields],
  },
} as const satisfies Readonly<Record<string, TemplateEntry>>;
