/** A parcel that could not be handed over, and what to do. */
import { everyMessage, type TemplateEntry } from '../entry.ts';

export const deliveryFailedMessages = {
  'delivery-failed/not-delivered': {
    kind: 'transactional',
    eventFields: [
      'order.id',
      'shipment.carrier',
      'shipment.trackingNumber',
      'shipment.url',
      'shipment.number',
      'shipment.of',
    ],
    variables: everyMessage,
  },
} as const satisfies Readonly<Record<string, TemplateEntry>>;
