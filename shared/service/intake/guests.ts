/** Guests: which record is theirs, and where their events go once that record is another's or nobody's. */
import type { StoreEvent } from '../../core/events/event.ts';
import { guestAddress, guestOf, namedGuest, toldOfAccount } from '../../core/events/guest.ts';
import { eventHash, newnessOf } from '../../core/facts/event-identity.ts';
import type { Customer } from '../../core/record/customer.ts';
import { isSameAddress } from '../../core/values/address/address-key.ts';
import { mailedAs } from '../../core/values/address/mail-address.ts';
import { isBefore } from '../../core/values/civil-time.ts';
import type { World } from '../../ports/world.ts';
import type { Settings } from '../../settings/settings.ts';
import { erasureOf, heardKey, isErased } from '../saving/customer-key.ts';
import { leadId, mostRounds, nextLeadId } from '../saving/lead-id.ts';
import { whereNow } from '../saving/where-now.ts';

interface Ours<Ports extends keyof World = 'keys'> {
  readonly world: Pick<World, Ports>;
  readonly settings: Pick<Settings, 'store'>;
}

/** Events that go to another record than the one they came for. */
export interface AnotherRecord {
  readonly elsewhere: string;
  readonly events: readonly StoreEvent[];
  /** How many more came that a record of before has heard already: they are told to nobody else. */
  readonly repeats?: number;
}

/** What a guest's id is made of, beside her address. */
const makingIds = async ({ world, settings: { store } }: Ours) => ({ keys: await world.keys(), store });

/** The same event under the id that is made of a guest's address; one that names its customer stays as it is. */
export async function withGuestId(engine: Ours, event: StoreEvent): Promise<StoreEvent> {
  const email = guestAddress(event);
  return email === undefined ? event : namedGuest(event, leadId(await makingIds(engine), email));
}

/** How a guest is called, for whoever reads what a storefront tells. */
export interface GuestNames {
  named(event: StoreEvent): Promise<StoreEvent>;
  /** The id that an event of this moment ends with: one read more than its own. */
  idNow(email: string): Promise<string>;
}

export const guestNames = (engine: Ours<'gone' | 'keys'>): GuestNames => ({
  named: (event) => withGuestId(engine, event),
  async idNow(email) {
    const of = await makingIds(engine);
    const address = mailedAs(email);
    let id = leadId(of, address);
    for (let round = 1; round <= mostRounds && (await isErased(engine.world, id)); round += 1)
      id = leadId(of, address, round);
    return id;
  },
});

/**
 * Where no record has the id: nowhere while nobody was erased. Of a guest who was, what happened since is somebody new's;
 * the rest is told of nobody, and neither is what she had heard herself, if the erasure was told late.
 */
export async function afterErasure(
  engine: Ours<'gone' | 'keys'>,
  id: string,
  events: readonly StoreEvent[],
): Promise<'erased' | AnotherRecord | undefined> {
  const erasure = await erasureOf(engine.world, id);
  if (!erasure) return undefined;
  const keys = await engine.world.keys();
  const since = events.filter(
    (event) =>
      guestAddress(event) &&
      isBefore(erasure.erased, event.occurredAt) &&
      !erasure.heard?.includes(heardKey(keys, eventHash(event))),
  );
  return (await inNextRound(engine, id, since)) ?? 'erased';
}

/** Where a guest's record has moved on to another address: the next one that is made of hers. */
export async function movedOn(
  engine: Ours,
  record: Customer,
  events: readonly StoreEvent[],
): Promise<AnotherRecord | undefined> {
  const { id, profile } = record;
  const [email] = events.map(guestAddress);
  if (email === undefined || profile.email === undefined || isSameAddress(profile.email, email)) {
    return undefined;
  }
  return unheardInNextRound(engine, id, events, record);
}

/** What the record has heard, which is hers no more, is no news to whoever comes next. */
async function unheardInNextRound(
  engine: Ours,
  id: string,
  events: readonly StoreEvent[],
  record: Customer,
): Promise<AnotherRecord | undefined> {
  const unheard = events.filter((event) => newnessOf(event, record) !== 'duplicate-event');
  const next = await inNextRound(engine, id, unheard);
  return next && { ...next, repeats: events.length - unheard.length };
}

async function inNextRound(
  engine: Ours,
  id: string,
  events: readonly StoreEvent[],
): Promise<AnotherRecord | undefined> {
  const [email] = events.map(guestAddress);
  const next = email === undefined ? undefined : nextLeadId(await makingIds(engine), email, id);
  return next === undefined ? undefined : { elsewhere: next, events };
}

/**
 * Events of a record that became part of another: a guest's change nothing of the account's own words. Where the address alone
 * made them one and is the account's no more, they are the next guest's of it: anybody could have had that account.
 */
export async function afterMerge(
  engine: Ours<'keys' | 'customers'>,
  { id, profile: { email }, mergedBy }: Customer,
  into: string,
  events: readonly StoreEvent[],
): Promise<AnotherRecord> {
  if (mergedBy === 'address' && email !== undefined) {
    const { record: account } = await whereNow(engine, into);
    const own = account?.profile.email;
    const toldOfGuest = events.map((event) => guestOf(event, email));
    if (account && own !== undefined && !isSameAddress(own, email)) {
      const next = await unheardInNextRound(engine, id, toldOfGuest, account);
      if (next) return next;
    }
  }
  const news = mergedBy === 'address' ? await unheardByNext(engine, id, email, events) : events;
  return {
    elsewhere: into,
    events: news.map((event) => (event.isGuests ? toldOfAccount(event, into) : event)),
    repeats: events.length - news.length,
  };
}

/** While the account was away from the address, the next guests of it may have heard what comes again. */
async function unheardByNext(
  engine: Ours<'keys' | 'customers'>,
  id: string,
  email: string | undefined,
  events: readonly StoreEvent[],
): Promise<readonly StoreEvent[]> {
  if (email === undefined) return events;
  const next = nextLeadId(await makingIds(engine), email, id);
  const record = next === undefined ? undefined : await engine.world.customers.load(next);
  if (!record) return events;
  const unheard = events.filter((event) => newnessOf(event, record) !== 'duplicate-event');
  return unheardByNext(engine, record.id, email, unheard);
}
