/** The notice of a cancellation. */
import { everyMessage, type TemplateEntry } from '../entry.ts';

export const orderCancelledMessages = {
  'order-cancelled/cancelled': {
    kind: 'transactional',
    eventFields: ['order.id'],
    variables: everyMessage,
  },
} as const satisfies Readonly<Record<string, TemplateEntry>>;
