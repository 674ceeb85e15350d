/** The notice of a refund. */
import { everyMessage, type TemplateEntry } from '../entry.ts';

export const orderRefundedMessages = {
  'order-refunded/refunded': {
    kind: 'transactional',
    eventFields: ['order.id'],
    variables: everyMessage,
  },
} as const satisfies Readonly<Record<string, TemplateEntry>>;
