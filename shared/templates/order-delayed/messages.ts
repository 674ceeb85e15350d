/** The notice of a delay, with the new day. */
import { everyMessage, type TemplateEntry } from '../entry.ts';

export const orderDelayedMessages = {
  'order-delayed/delayed': {
    kind: 'transactional',
    eventFields: ['order.id', 'shipment.expectedAt'],
    variables: everyMessage,
  },
} as const satisfies Readonly<Record<string, TemplateEntry>>;
