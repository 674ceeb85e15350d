/** One notice for each parcel that leaves. */
import { everyMessage, type TemplateEntry } from '../entry.ts';

export const parcelShippedMessages = {
  'parcel-shipped/shipped': {
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
