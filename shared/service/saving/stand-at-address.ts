/** What an address knows of whoever has it, told in the moment a record changes: by it the reader of a mailbox is chosen. */
import type { Temporal } from 'temporal-polyfill';
import { isBuyer } from '../../core/questions/has-bought.ts';
import { type HolderFacts, holderFacts } from '../../core/questions/holder-facts.ts';
import type { Customer } from '../../core/record/customer.ts';
import type { World } from '../../ports/world.ts';
import { addressHash } from './address-hash.ts';

type Ports = Pick<World, 'addresses' | 'keys'>;

/**
 * Before a record is saved: that its customer is at an address now, and at another no more; which grants are withdrawn; that
 * it is a buyer's. A grant that is new waits for the save: were that lost, nobody may be silent for its sake.
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
  const [had, has] = [holderFacts(before, at), holderFacts(after, at)];
  const kept = isNew ? [] : has.granted.filter((topic) => had.granted.includes(topic));
  if (isNew || kept.length < had.granted.length || isBuyer(had) !== isBuyer(has)) {
    await tell(world, email, after, { ...has, granted: kept, version: after.version + 1, at });
  }
  // Her id stays at no address that nothing of hers leads to any more.
  if (isNew && left !== undefined) await leaveUnlessSame(world, after.id, left, email);
}

/** After it was saved: the grants that are new, and those of an address that is. */
export async function grantAtAddress(
  world: Ports,
  before: Customer,
  saved: Customer,
  at: Temporal.Instant,
): Promise<void> {
  const [had, has] = [holderFacts(before, at), holderFacts(saved, at)];
  const isNew = saved.profile.email !== before.profile.email;
  const gained = has.granted.filter((topic) => isNew || !had.granted.includes(topic));
  if (gained.length > 0) await tellAddress(world, saved, at);
}

/** Tells her address all that a record says that was saved. */
export async function tellAddress(world: Ports, saved: Customer, at: Temporal.Instant): Promise<void> {
  const { email } = saved.profile;
  if (email === undefined) return;
  await tell(world, email, saved, { ...holderFacts(saved, at), version: saved.version, at });
}

async function tell(
  { addresses, keys }: Ports,
  email: string,
  { id }: Customer,
  word: HolderFacts & { readonly version: number; readonly at: Temporal.Instant },
): Promise<void> {
  await addresses.use(addressHash(await keys(), email), id, word);
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
