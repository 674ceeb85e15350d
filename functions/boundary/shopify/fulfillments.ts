import { itemsOf } from './line-items.ts';
import { requiredId } from './payload-fields.ts';
import { mapShipment } from './shipments.ts';
import type { Mapped, Webhook } from './webhook.ts';

/** `fulfillments/create` and `fulfillments/update`: they name the order, but not the customer. */
export function mapFulfillment({ topic, payload, at }: Webhook): Mapped {
  const order = requiredId(payload.order_id, 'payload.order_id');
  requiredId(payload.id, 'payload.id');
  const parts = { order: { id: order, items: itemsOf(payload.line_items, undefined) } };
  const mapped = mapShipment(payload, parts, { news: topic === 'fulfillments/update', at });
  return 'unmapped' in mapped ? mapped : { drafts: [mapped], ofOrder: order };
}
