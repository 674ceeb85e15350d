/** What an address knows of whoever has it, told in the moment a record changes: by it the reader of a mailbox is chosen. */
import type { Temporal } from 'temporal-polyfill';
import { holderFacts, isToldAnew } from '../../core/questions/holder-facts.ts';
import type { Customer } from '../../core/record/customer.ts';
import type { World } from '../../ports/world.ts';
import { addressHash } from './address-hash.ts';

type Ports = Pick<World, 'addresses' | 'keys'>;

/**
 * Tells her address what the record says of her now, and an address she has left that she has; nothing where all of that is
 * as it was. Done before the record is saved, which says so too: if that save is lost, the next one tells it anew.
 */
export async function standAtAddress(
  world: Ports,
  before: Customer,
  after: Customer,
  at: Temporal.Instant,
): Promise<void> {
  const [left, { email }] = [before.profile.email, after.profile];
  if (email === undefined) return;
  const isNew = email !== left;
  if (!isNew && !isToldAnew(holderFacts(before, at), holderFacts(after, at))) return;
  await tellAddress(world, email, after, at);
  // Her id stays at no address that nothing of hers leads to any more.
  if (isNew && left !== undefined) await leaveUnlessSame(world, after.id, left, email);
}

/** Tells an address what its customer's record says, in the words of the save that comes next. */
export async function tellAddress(
  { addresses, keys }: Ports,
  email: string,
  customer: Customer,
  at: Temporal.Instant,
): Promise<void> {
  const standing = { ...holderFacts(customer, at), version: customer.version + 1, at };
  await addresses.use(addressHash(await keys(), email), customer.id, standing);
}

async function leaveUnlessSame(
  { addresses, keys }: Ports,
  id: string,
  left: string,
  email: string,
): Promise<void> {
  const secrets = await keys();
  const [old, present] = [addressHash(secrets, left), addressHash(secrets, email)];
  if (old !== present) await addresses.leave(old, id);
}
