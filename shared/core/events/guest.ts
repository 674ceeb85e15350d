/** Whoever a storefront names by a mail address alone: what she does before she has an id of the store's. */
import { mailedAs } from '../values/address/mail-address.ts';
import type { StoreEvent } from './event.ts';

/** Stands where a guest's id is to be made: it stands for nobody, so no customer has it. */
export const unnamed = 'guest';

/** True for what may be the address of a guest. */
export const isGuestAddress = (email: unknown): email is string =>
  typeof email === 'string' && mailedAs(email).includes('@');

/** The address that makes a guest's id, as her profile keeps it; undefined for an event that names its customer. */
export function guestAddress({
  isGuests,
  detail,
}: Pick<StoreEvent, 'isGuests' | 'detail'>): string | undefined {
  const { email } = detail.customer;
  return isGuests && email !== undefined ? mailedAs(email) : undefined;
}

export function namedGuest(event: StoreEvent, id: string): StoreEvent {
  return { ...event, detail: { ...event.detail, customer: { ...event.detail.customer, id } } };
}

/**
 * What a guest's event tells of an account that she has become part of: whoever typed her address at a checkout changes no
 * profile by it.
 */
export function toldOfAccount(event: StoreEvent, id: string): StoreEvent {
  const { acceptsMarketing } = event.detail.customer;
  const customer = acceptsMarketing === undefined ? { id } : { id, acceptsMarketing };
  return { ...event, isGuests: undefined, detail: { ...event.detail, customer } };
}

/** What a parcel or a refund tells that knows its guest by the id alone: whose address it is. */
export function guestOf(event: StoreEvent, email: string): StoreEvent {
  if (guestAddress(event) !== undefined) return event;
  const { customer } = event.detail;
  return { ...event, isGuests: true, detail: { ...event.detail, customer: { ...customer, email } } };
}
