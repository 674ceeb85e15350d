/** What a subscriber is told: that it began, and each charge before it comes. */
import { everyMessage, type TemplateEntry } from '../entry.ts';

export const subscriptionNoticeMessages = {
  'subscription-notice/started': {
    kind: 'transactional',
    eventFields: [
      'subscription.id',
      'subscription.name',
      'subscription.intervalDays',
      'subscription.renewsAt',
      'subscription.url',
    ],
    variables: everyMessage,
  },
  'subscription-notice/renewal': {
    kind: 'transactional',
    eventFields: [
      'subscription.id',
      'subscription.name',
      'subscription.renewsAt',
      'subscription.amount',
      'subscription.currency',
      'subscription.deadline',
      'subscription.url',
    ],
    variables: everyMessage,
  },
} as const satisfies Readonly<Record<string, TemplateEntry>>;
