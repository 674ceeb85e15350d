/** A charge that failed: at once, after three days, after seven. */
import { everyMessage, type TemplateEntry } from '../entry.ts';

export const subscriptionPaymentMessages = {
  'subscription-payment/failed': {
    kind: 'transactional',
    eventFields: [
      'order.total',
      'order.currency',
      'subscription.id',
      'subscription.name',
      'subscription.url',
    ],
    variables: everyMessage,
  },
  'subscription-payment/reminder': {
    kind: 'transactional',
    eventFields: [
      'order.total',
      'order.currency',
      'subscription.id',
      'subscription.name',
      'subscription.url',
    ],
    variables: everyMessage,
  },
  'subscription-payment/last': {
    kind: 'transactional',
    eventFields: [
      'order.total',
      'order.currency',
      'subscription.id',
      'subscription.name',
      'subscription.url',
    ],
    variables: everyMessage,
  },
} as const satisfies Readonly<Record<string, TemplateEntry>>;
