/** The notice that a payment has come. */
import { everyMessage, type TemplateEntry } from '../entry.ts';

export const orderPaidMessages = {
  'order-paid/paid': {
    kind: 'transactional',
    eventFields: ['order.id', 'order.items.name', 'order.items.quantity'],
    variables: everyMessage,
  },
} as const satisfies Readonly<Record<string, TemplateEntry>>;
