/** What a fulfilment says of a parcel. The same parcel told twice has the same shipment id, which makes repeats harmless. */
import type { EventName } from '../../../shared/core/events/event-catalogue.ts';
import { itemsSent } from './line-items.ts';
import {
  firstOf,
  idOf,
  listOf,
  type PayloadFields,
  stated,
  textOf,
  timeOf,
  urlOf,
} from './payload-fields.ts';
import { type Draft, stateName } from './webhook.ts';

/** Where a parcel's own status is a fact for the engine. */
const byShipmentStatus: Readonly<Record<string, EventName>> = {
  delivered: 'OrderDelivered',
  picked_up: 'OrderDelivered',
  failure: 'DeliveryFailed',
  delayed: 'OrderDelayed',
};
const withoutParcel = ['cancelled', 'error', 'failure'];
/** The other states Shopify knows of fulfilments and parcels. Only known words go into reasons, which are logged. */
const otherStates = [
  'pending',
  'open',
  'success',
  'attempted_delivery',
  'carrier_picked_up',
  'confirmed',
  'in_transit',
  'label_printed',
  'label_purchased',
  'out_for_delivery',
  'ready_for_pickup',
  'submitted',
];
const known = new Set([...withoutParcel, ...otherStates, ...Object.keys(byShipmentStatus)]);
const loggable = (state: string) => (known.has(state) ? state : 'unknown');

/** As many as the wire shape takes. */
const mostNumbers = 50;

function shipmentOf(fulfillment: PayloadFields): PayloadFields {
  const numbers = Array.isArray(fulfillment.tracking_numbers) ? fulfillment.tracking_numbers : [];
  const urls = Array.isArray(fulfillment.tracking_urls) ? fulfillment.tracking_urls : [];
  const tracking = numbers
    .slice(0, mostNumbers)
    .map((number, index) => stated({ number: textOf(number, 120), url: urlOf(urls[index]) }))
    .filter(({ number }) => number !== undefined);
  const items = itemsSent(fulfillment.line_items);
  return stated({
    id: idOf(fulfillment.id),
    carrier: textOf(fulfillment.tracking_company, 120),
    trackingNumber: textOf(firstOf(fulfillment.tracking_number, numbers[0]), 120),
    url: urlOf(firstOf(fulfillment.tracking_url, urls[0])),
    tracking: tracking.length > 1 ? tracking : undefined,
    items:
      items.length > 0 ? items.map(({ productId, quantity }) => stated({ productId, quantity })) : undefined,
  });
}

/** Of a gift card, a download, a service nothing leaves the store. */
function holdsNothing({ line_items }: PayloadFields): boolean {
  const lines = listOf(line_items);
  return lines.length > 0 && lines.every(({ requires_shipping }) => requires_shipping === false);
}

/**
 * One fact of a fulfilment, or the reason why it tells none. A parcel has left once the fulfilment succeeded, or has a
 * tracking number while the fulfilment service is still at it. `news`: only the parcel's change of status counts.
 */
export function mapShipment(
  fulfillment: PayloadFields,
  parts: PayloadFields,
  { news, at }: { readonly news: boolean; readonly at: string },
): Draft | { readonly unmapped: string } {
  const status = stateName(fulfillment.status);
  if (withoutParcel.includes(status)) return { unmapped: `fulfillment-${status}` };
  if (holdsNothing(fulfillment)) return { unmapped: 'fulfillment-without-parcel' };
  const shipment = shipmentOf(fulfillment);
  const state = firstOf(fulfillment.shipment_status);
  const stateOfParcel = state === undefined ? undefined : stateName(state);
  const updated = timeOf('payload.updated_at', fulfillment.updated_at, fulfillment.created_at, at);
  const draft = (name: EventName, when: string): Draft => ({ name, at: when, parts: { ...parts, shipment } });
  const event =
    stateOfParcel !== undefined && Object.hasOwn(byShipmentStatus, stateOfParcel)
      ? byShipmentStatus[stateOfParcel]
      : undefined;
  if (event) return draft(event, updated);
  if (news && stateOfParcel !== undefined) return { unmapped: `shipment-${loggable(stateOfParcel)}` };
  const left = status === 'success' || shipment.trackingNumber !== undefined;
  if (!left) return { unmapped: `fulfillment-${loggable(status)}` };
  return draft(
    'OrderShipped',
    news ? updated : timeOf('payload.created_at', fulfillment.created_at, updated),
  );
}
