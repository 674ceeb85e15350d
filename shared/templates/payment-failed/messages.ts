/** A payment that did not go through, and one reminder. */
import { everyMessage, type TemplateEntry } from '../entry.ts';

export const paymentFailedMessages = {
  'payment-failed/failed': {
    kind: 'transactional',
    eventFields: ['order.id', 'order.total', 'order.currency'],
    variables: everyMessage,
  },
  'payment-failed/still-open': {
    kind: 'transactional',
    eventFields: ['order.id', 'order.total', 'order.currency'],
    variables: everyMessage,
  },
} as const satisfies Readonly<Record<string, TemplateEntry>>;
