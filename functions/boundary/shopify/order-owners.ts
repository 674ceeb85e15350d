/**
 * Parcels and refunds of Shopify name the order, and the engine keeps its records by customer: so each order's customer
 * is remembered when the order itself comes by.
 */
import { isGuestAddress } from '../../../shared/core/events/guest.ts';
import type { OrderOwner } from '../../../shared/ports/orders.ts';
import type { World } from '../../../shared/ports/world.ts';
import type { GuestNames } from '../../../shared/service/intake/guests.ts';
import { fieldsOf, type PayloadFields } from './payload-fields.ts';
import type { Translated, WireEvent } from './translate.ts';

type Ports = Pick<World, 'orderOwners'>;

/** An order's parcel or refund came before the order. The message may be tried again a little later. */
export class OrderOwnerUnknown extends Error {
  override readonly name = 'OrderOwnerUnknown';
  readonly code = 'ORDER_OWNER_UNKNOWN';
  constructor() {
    super('Nobody is known for the order yet: the message comes back by itself.');
  }
}

/** Remembers whose order it is, where the webhook tells; a guest by the id that is made of her address. Safe to repeat. */
export async function rememberOwner(
  { orderOwners, guests }: Ports & { readonly guests: GuestNames },
  translated: Translated,
): Promise<void> {
  if ('unmapped' in translated || translated.ofOrder !== undefined) return;
  const { order, customer } = translated.events[0]?.detail ?? {};
  if (order === undefined) return;
  const { id, isTest, number } = fieldsOf(order);
  const { id: known, email } = fieldsOf(customer);
  const owner = known ?? (isGuestAddress(email) ? await guests.idNow(email) : undefined);
  // The event itself says what is wrong with it.
  if (owner === undefined) return;
  await orderOwners.put({
    order: String(id),
    customer: String(owner),
    isTest: isTest === true,
    ...(typeof number === 'string' ? { number } : {}),
  });
}

/**
 * The same events with their customer. `patient`: the order may still be on its way.
 *
 * @throws {@link OrderOwnerUnknown} while patient; later the webhook is `order-unknown`
 */
export async function withOwner(
  { orderOwners }: Ports,
  translated: Translated,
  patient: boolean,
): Promise<Translated> {
  if ('unmapped' in translated || translated.ofOrder === undefined) return translated;
  const { topic, events, ofOrder } = translated;
  const owner = await orderOwners.load(ofOrder);
  if (owner) {
    return { topic, events: events.map((event) => owned(event, owner)) };
  }
  if (patient) throw new OrderOwnerUnknown();
  return { topic, unmapped: 'order-unknown' };
}

function owned({ detailType, detail }: WireEvent, { customer, isTest, number }: OrderOwner): WireEvent {
  const order: PayloadFields = { ...fieldsOf(detail.order), isTest, ...(number ? { number } : {}) };
  return { detailType, detail: { ...detail, customer: { id: customer }, order } };
}
