/** The confirmation of a skipped delivery. */
import { everyMessage, type TemplateEntry } from '../entry.ts';

export const subscriptionSkippedMessages = {
  'subscription-skipped/skipped': {
    kind: 'transactional',
    eventFields: ['subscription.id', 'subscription.name', 'subscription.renewsAt', 'subscription.url'],
    variables: everyMessage,
  },
} as const satisfies Readonly<Record<string, TemplateEntry>>;
