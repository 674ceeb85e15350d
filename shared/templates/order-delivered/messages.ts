/** The notice that a parcel has come. */
import { everyMessage, type TemplateEntry } from '../entry.ts';

export const orderDeliveredMessages = {
  'order-delivered/delivered': {
    kind: 'transactional',
    eventFields: ['order.id', 'shipment.number', 'shipment.of'],
    variables: everyMessage,
  },
} as const satisfies Readonly<Record<string, TemplateEntry>>;
