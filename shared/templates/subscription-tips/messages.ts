/** A letter with the second and the third delivery, where people leave. */
import { marketingMessage, type TemplateEntry, voiceFields } from '../entry.ts';

export const subscriptionTipsMessages = {
  'subscription-tips/second': {
    kind: 'marketing',
    eventFields: ['subscription.name', 'subscription.url'],
    variables: marketingMessage,
  },
  'subscription-tips/third': {
    kind: 'marketing',
    eventFields: ['subscription.name'],
    variables: [...marketingMessage, ...voiceFields],
  },
} as const satisfies Readonly<Record<string, TemplateEntry>>;
