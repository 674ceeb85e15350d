/** The confirmation that a subscription has ended. */
import { everyMessage, type TemplateEntry } from '../entry.ts';

export const subscriptionStoppedMessages = {
  'subscription-stopped/stopped': {
    kind: 'transactional',
    eventFields: ['subscription.id', 'subscription.name'],
    variables: everyMessage,
  },
} as const satisfies Readonly<Record<string, TemplateEntry>>;
