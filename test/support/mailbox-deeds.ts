/** What people and attackers do with one mailbox: deeds that a test puts one after another. */
import { eraseCustomer } from '../../shared/service/rights/erase-customer.ts';
import type { storeWithGuests } from './guests.ts';
import { mergedInto } from './person.ts';
import { orderOf } from './storefront.ts';

export type Store = Awaited<ReturnType<typeof storeWithGuests>>;
type Span = Parameters<Store['pass']>[0];
interface Told {
  readonly again: () => Promise<void>;
}
export type Deed = (store: Store, told: Map<string, Told>) => Promise<void>;

export const evil = 'mallory@example.com';

/** Tells it now; `name` keeps it, to be told again. */
export const tells =
  (name: string, event: Parameters<Store['tell']>[0], parts: Record<string, unknown>): Deed =>
  async (store, told) => {
    const occurredAt = store.world.clock.now().toString();
    const one = store.event(event, { eventId: name, occurredAt, ...parts });
    told.set(name, { again: () => store.put(one) });
    await store.put(one);
  };

export const order = (id: string, email: string, account?: string, more = {}): Deed =>
  tells(id, 'OrderPlaced', { customer: { ...(account && { id: account }), email, ...more }, ...orderOf(id) });
export const sends = (id: string, email: string, account?: string): Deed =>
  tells(`s-${id}`, 'OrderShipped', {
    customer: account ? { id: account } : { email },
    ...orderOf(id),
    shipment: { id: `s-${id}` },
  });
export const registers = (account: string, email: string, more = {}): Deed =>
  tells(`r-${account}`, 'CustomerRegistered', {
    customer: { id: account, email, locale: 'en', timeZone: 'Asia/Tokyo', ...more },
  });
export const moves = (account: string, email: string): Deed =>
  tells(`m-${account}-${email}`, 'CustomerUpdated', { customer: { id: account, email } });
export const merges =
  (to: string, from: (store: Store) => string): Deed =>
  async (store) =>
    store.tell('CustomerMerged', mergedInto(to, from(store), store.world.clock.now().toString()));
export const erases =
  (id: (store: Store) => string): Deed =>
  async (store) =>
    void (await eraseCustomer(store.engine, id(store), { at: store.world.clock.now(), by: 'test' }));
export const again =
  (name: string): Deed =>
  async (_, told) =>
    told.get(name)?.again();
export const hour: Deed = ({ pass }) => pass({ hours: 1 });
export const guest = ({ lead }: Store) => lead();
export const ticked = { acceptsMarketing: true };

/** Does them in turn, so much time after each. */
export async function lived(store: Store, deeds: readonly Deed[], span: Span): Promise<void> {
  const told = new Map<string, Told>();
  for (const deed of deeds) {
    await deed(store, told);
    await store.pass(span);
  }
}
