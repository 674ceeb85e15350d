/** The notice that a return has come. */
import { everyMessage, type TemplateEntry } from '../entry.ts';

export const orderReturnedMessages = {
  'order-returned/returned': {
    kind: 'transactional',
    eventFields: ['order.id', 'order.items.name', 'order.items.quantity'],
    variables: everyMessage,
  },
} as const satisfies Readonly<Record<string, TemplateEntry>>;
