/** The notice of an exchange. */
import { everyMessage, type TemplateEntry } from '../entry.ts';

export const orderExchangedMessages = {
  'order-exchanged/exchanged': {
    kind: 'transactional',
    eventFields: ['order.id', 'order.items.name', 'order.items.quantity'],
    variables: everyMessage,
  },
} as const satisfies Readonly<Record<string, TemplateEntry>>;
