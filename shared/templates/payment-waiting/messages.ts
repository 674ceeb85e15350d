/** What to pay until when, and a reminder on the day before. */
import { everyMessage, type TemplateEntry } from '../entry.ts';

export const paymentWaitingMessages = {
  'payment-waiting/how-to-pay': {
    kind: 'transactional',
    eventFields: ['order.id', 'payment.deadline', 'payment.method', 'order.total', 'order.currency'],
    variables: everyMessage,
  },
  'payment-waiting/tomorrow': {
    kind: 'transactional',
    eventFields: ['order.id', 'payment.deadline', 'payment.method', 'order.total', 'order.currency'],
    variables: everyMessage,
  },
} as const satisfies Readonly<Record<string, TemplateEntry>>;
