/**
 * What an address knows of whoever has it: by it the reader of a mailbox is chosen. Of one customer alone it knows the id;
 * where several have it each tells it of herself, in the moment her record changes.
 */
import type { Temporal } from 'temporal-polyfill';
import { type HolderFacts, holderFacts } from '../../core/questions/holder-facts.ts';
import type { Customer } from '../../core/record/customer.ts';
import type { AddressState, Holder } from '../../core/record/suppression.ts';
import type { World } from '../../ports/world.ts';
import { addressHash } from './address-hash.ts';

type Ports = Pick<World, 'addresses' | 'keys'>;

/** What the save that comes next owes her address. */
export interface OwedToAddress {
  /** The others who have it; nobody where nothing is owed. */
  readonly others: readonly string[];
  /** She came to it with this save: what they bought while each was alone there it does not know. */
  readonly isNew: boolean;
  /** She withdrew while nobody else was there: whoever came in that moment has told what was granted before. */
  readonly isWithdrawnAlone?: boolean;
}

/** An address as it was read a moment ago. */
export interface ReadAddress {
  readonly key: string;
  readonly state: AddressState | undefined;
}

export const nothingOwed: OwedToAddress = { others: [], isNew: false };

/**
 * Before a record is saved: that its customer is at an address now, and at another no more; of one that others have, too,
 * which grants are withdrawn. A grant that is new waits for the save: were that lost, nobody may be silent for its sake.
 */
export async function standAtAddress(
  world: Ports,
  before: Customer,
  after: Customer,
  at: Temporal.Instant,
): Promise<OwedToAddress> {
  const [left, { email }] = [before.profile.email, after.profile];
  if (email === undefined) return nothingOwed;
  const isNew = email !== left;
  const [had, has] = [holderFacts(before, at), holderFacts(after, at)];
  if (!isNew && had.granted.join() === has.granted.join()) return nothingOwed;
  const key = addressHash(await world.keys(), email);
  const state = isNew ? await world.addresses.use(key, after.id, { at }) : undefined;
  const known = state ?? (await world.addresses.load(key));
  const others = othersAt(known, after.id);
  // What the address was told while others had it stands there until it is told otherwise.
  if (others.length > 0 || holderIn(known, after.id)?.granted !== undefined) {
    const granted = isNew ? [] : has.granted.filter((topic) => had.granted.includes(topic));
    await world.addresses.use(key, after.id, { ...has, granted, version: after.version + 1, at });
  }
  // Her id stays at no address that nothing of hers leads to any more.
  if (isNew && left !== undefined) await leaveUnlessSame(world, after.id, left, key);
  const isLess = had.granted.some((topic) => !has.granted.includes(topic));
  return { others, isNew, isWithdrawnAlone: !isNew && isLess && others.length === 0 };
}

const holderIn = (state: AddressState | undefined, id: string): Holder | undefined =>
  new Map(Object.entries(state?.holders ?? {})).get(id);

export const othersAt = (state: AddressState | undefined, self: string): string[] =>
  Object.keys(state?.holders ?? {}).filter((id) => id !== self);

/** After it was saved: all that the record says, to an address that others have, too; and what theirs say, where she is new there. */
export async function toldAtAddress(
  world: Ports & Pick<World, 'customers'>,
  saved: Customer,
  { others, isNew, isWithdrawnAlone }: OwedToAddress,
  at: Temporal.Instant,
): Promise<void> {
  if (isWithdrawnAlone) await retellAddress(world, saved, at);
  if (others.length === 0) return;
  await tellAddress(world, saved, at);
  for (const id of isNew ? others : []) await tellOther(world, id, at);
}

async function tellOther(
  world: Ports & Pick<World, 'customers'>,
  id: string,
  at: Temporal.Instant,
): Promise<void> {
  const other = await world.customers.load(id);
  if (other && other.mergedInto === undefined) await tellAddress(world, other, at);
}

/** Tells her address all that a record says that was saved. */
export async function tellAddress(
  { addresses, keys }: Ports,
  saved: Customer,
  at: Temporal.Instant,
): Promise<void> {
  const { email } = saved.profile;
  if (email === undefined) return;
  const facts: HolderFacts = holderFacts(saved, at);
  await addresses.use(addressHash(await keys(), email), saved.id, { ...facts, version: saved.version, at });
}

/** The same where the address, which others have, too, does not know it yet: of an item that many share a read costs less than a write. */
export async function retellAddress(
  world: Ports,
  saved: Customer,
  at: Temporal.Instant,
  read?: ReadAddress,
): Promise<AddressState | undefined> {
  const { email } = saved.profile;
  if (email === undefined) return undefined;
  const key = addressHash(await world.keys(), email);
  const state = read?.key === key ? read.state : await world.addresses.load(key);
  const known = holderIn(state, saved.id);
  const isHeard = known?.granted !== undefined || othersAt(state, saved.id).length > 0;
  if (isHeard && wordsOf(known) !== wordsOf(holderFacts(saved, at))) await tellAddress(world, saved, at);
  return state;
}

/**
 * What an earlier save owed her address, whoever was to tell it having died: her own word, and that of others who never told theirs.
 *
 * @param read the address, where it was read in this handling: what an earlier one left untold stands there as it stood then
 */
export async function makeGoodAtAddress(
  world: Ports & Pick<World, 'customers'>,
  saved: Customer,
  at: Temporal.Instant,
  read?: ReadAddress,
): Promise<void> {
  const state = await retellAddress(world, saved, at, read);
  const untold = othersAt(state, saved.id).filter((id) => holderIn(state, id)?.granted === undefined);
  for (const id of untold) await tellOther(world, id, at);
}

/** False for a record of which no address was ever to be told anything: a browser's, most of the time. */
export function saysToAddress(record: Customer, at: Temporal.Instant): boolean {
  const { granted, boughtAt, bought } = holderFacts(record, at);
  return granted.length > 0 || boughtAt !== undefined || bought === true;
}

const wordsOf = (holder: Holder | undefined): string =>
  JSON.stringify([holder?.granted, holder?.boughtAt?.epochMilliseconds, holder?.bought]);

async function leaveUnlessSame(world: Ports, id: string, left: string, present: string): Promise<void> {
  const old = addressHash(await world.keys(), left);
  if (old !== present) await world.addresses.leave(old, id);
}
