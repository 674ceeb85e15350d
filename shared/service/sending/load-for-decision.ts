import type { Customer } from '../../core/record/customer.ts';
import type { AddressState } from '../../core/record/suppression.ts';
import { addressHash } from '../saving/address-hash.ts';
import type { Engine } from '../saving/engine.ts';

/**
 * The customer and the state of her present address, by one batch of consistent reads; by a second read only when
 * her address is no longer the one the message was armed with.
 */
export async function loadForDecision(
  engine: Engine<'customers' | 'addresses' | 'keys'>,
  id: string,
  hint: string | undefined,
): Promise<{ customer: Customer | undefined; address: AddressState | undefined }> {
  const { world } = engine;
  const loaded = await world.customers.loadWithAddress(id, hint);
  const email = loaded.customer?.profile.email;
  if (email === undefined) return { customer: loaded.customer, address: undefined };
  const present = addressHash(await world.keys(), email);
  return present === hint
    ? loaded
    : { customer: loaded.customer, address: await world.addresses.load(present) };
}
