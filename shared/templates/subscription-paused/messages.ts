/** The confirmation of a pause. */
import { everyMessage, type TemplateEntry } from '../entry.ts';

export const subscriptionPausedMessages = {
  'subscription-paused/paused': {
    kind: 'transactional',
    eventFields: ['subscription.id', 'subscription.name', 'subscription.url'],
    variables: everyMessage,
  },
} as const satisfies Readonly<Record<string, TemplateEntry>>;
