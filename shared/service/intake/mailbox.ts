/** What an order means for the others whose address it names: a guest becomes part of an account, and what an order ends is over. */
import { Temporal } from 'temporal-polyfill';
import { applyMailboxOrder } from '../../core/enrolments/apply-command.ts';
import type { Applied } from '../../core/enrolments/apply-events.ts';
import type { StoreEvent } from '../../core/events/event.ts';
import { anonymousPrefix } from '../../core/events/event-demands.ts';
import type { MailboxMessage } from '../../core/events/intake-message.ts';
import { orderOf } from '../../core/facts/event-identity.ts';
import type { Customer } from '../../core/record/customer.ts';
import { ledgerOrder, orderHasSeen } from '../../core/record/orders/ledger-order.ts';
import { isSameAddress } from '../../core/values/address/address-key.ts';
import { mailedAs } from '../../core/values/address/mail-address.ts';
import { latest } from '../../core/values/civil-time.ts';
import { addressHash } from '../saving/address-hash.ts';
import { changeCustomer } from '../saving/change-customer.ts';
import type { Engine } from '../saving/engine.ts';
import { isLeadId } from '../saving/lead-id.ts';
import { type ReadAddress, retellAddress, tellAddress } from '../saving/stand-at-address.ts';
import { type Ingested, ingest } from './ingest.ts';
import type { IngestPorts } from './ingest-ports.ts';
import { mergeCustomers } from './merge.ts';

/** An address that was read, and the customers whose it is. */
interface Mailbox extends ReadAddress {
  readonly ids: readonly string[];
}

/** Takes events of one customer in, and tells the others with the address of an order that is among them. */
export async function takeEvents(
  engine: Engine<IngestPorts | 'intake'>,
  customer: string,
  events: readonly StoreEvent[],
): Promise<Ingested> {
  const mailbox = await joinGuests(engine, customer, events);
  const ingested = await ingest(engine, customer, events, { read: mailbox });
  if (ingested !== 'erased') await tellOthers(engine, ingested.customer, events, mailbox);
  return ingested;
}

const isOrder = ({ name, detail }: StoreEvent) => name === 'OrderPlaced' && detail.order?.isTest !== true;

/**
 * A guest with the address that an order names, or that the shop says is the customer's own, becomes part of the customer,
 * unless another account has the address too. What was read of it; nothing where no event names one so.
 */
export async function joinGuests(
  engine: Engine<IngestPorts>,
  customer: string,
  events: readonly StoreEvent[],
): Promise<Mailbox | undefined> {
  const named = events.filter(({ detail }) => detail.customer.email);
  const naming = named.findLast(isVerified) ?? named.findLast(isOrder);
  const { email } = naming?.detail.customer ?? {};
  if (!naming || email === undefined) return undefined;
  const mailbox = await mailboxAt(engine, addressHash(await engine.world.keys(), mailedAs(email)));
  if (!isAccount(customer)) return mailbox;
  const others = mailbox.ids.filter((id) => id !== customer);
  const guests = others.filter(isLeadId);
  if (guests.length === 0) return mailbox;
  const isJoining = !others.some(isAccount) && (await isHers(engine, customer, naming, named));
  const joined: string[] = [];
  for (const from of guests) {
    if (!isJoining && !(await isHalfJoined(engine, from, customer))) continue;
    await mergeCustomers(engine, {
      from,
      to: customer,
      at: naming.occurredAt,
      isBrowser: false,
      by: 'address',
    });
    joined.push(from);
  }
  // Whoever was joined is one with the customer now.
  const { key } = mailbox;
  const state = joined.length > 0 ? await engine.world.addresses.load(key) : mailbox.state;
  return { key, state, ids: mailbox.ids.filter((id) => !joined.includes(id)) };
}

/**
 * Whether the event makes a guest with its address the account's. An order does, but not by an address that is another than the
 * account's own: anybody may type one at a checkout, and the next order by it is no better; nor one of before that comes again.
 */
async function isHers(
  { world, settings: { joinGuests: mode } }: Engine<IngestPorts>,
  account: string,
  naming: StoreEvent,
  named: readonly StoreEvent[],
): Promise<boolean> {
  if (mode === 'never') return false;
  if (isVerified(naming)) return true;
  if (mode === 'verified') return false;
  const { email = '' } = naming.detail.customer;
  const known = await world.customers.load(account);
  if (!known) return named.every((one) => isSameAddress(addressIn(one), addressIn(naming)));
  if (known.profile.typed) return false;
  const own = known.profile.email ?? email;
  const order = ledgerOrder(known, orderOf(naming) ?? '');
  return isSameAddress(own, mailedAs(email)) && !(order && orderHasSeen(order, 'OrderPlaced'));
}

const addressIn = ({ detail }: StoreEvent) => mailedAs(detail.customer.email ?? '');

/** Joined by an earlier try that died on the way: it goes on, whoever has the address by now. */
async function isHalfJoined({ world }: Engine<IngestPorts>, guest: string, to: string): Promise<boolean> {
  return (await world.customers.load(guest))?.mergedInto === to;
}

const isVerified = ({ detail }: StoreEvent) => detail.customer.emailVerified === true;

/** Neither a guest nor somebody known by a browser alone. */
const isAccount = (id: string) => !isLeadId(id) && !id.startsWith(anonymousPrefix);

async function mailboxAt({ world }: Engine<IngestPorts>, key: string): Promise<Mailbox> {
  const state = await world.addresses.load(key);
  return { key, state, ids: Object.keys(state?.holders ?? {}) };
}

/** Those who share the address hear of the order, and it is told of the purchase. Alone at an address nobody needs either. */
async function tellOthers(
  engine: Engine<IngestPorts | 'intake'>,
  customer: Customer,
  events: readonly StoreEvent[],
  read: Mailbox | undefined,
): Promise<void> {
  const { email } = customer.profile;
  const orders = events.filter((event) => isOrder(event) && event.replay !== 'facts');
  if (email === undefined || orders.length === 0) return;
  const { world } = engine;
  const key = addressHash(await world.keys(), mailedAs(email));
  const { ids } = read?.key === key ? read : await mailboxAt(engine, key);
  const others = ids.filter((id) => id !== customer.id);
  if (others.length > 0) await tellAddress(world, customer, world.clock.now());
  const bought = orders.map(({ occurredAt }) => occurredAt).reduce(latest);
  await world.intake.put(
    others.map((other) => ({ kind: 'mailbox', customer: other, bought: bought.toString() })),
  );
}

/** An order of another customer with the same address. */
export async function handleMailbox(
  engine: Engine<IngestPorts>,
  { customer, bought }: MailboxMessage,
): Promise<Applied | 'unknown'> {
  const at = Temporal.Instant.from(bought);
  const outcome = await changeCustomer(engine, customer, { what: 'mailbox' }, (known, around) =>
    applyMailboxOrder(known, at, around),
  );
  if (outcome === 'unknown' || outcome.customer.mergedInto !== undefined) return outcome;
  // Of a purchase made while nobody shared the address it is told now.
  await retellAddress(engine.world, outcome.customer, engine.world.clock.now());
  return outcome;
}
