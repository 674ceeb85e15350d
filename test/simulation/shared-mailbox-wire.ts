/** What the storefront puts on the bus for a deed, its address in one of the ways in which people write it, and when it comes. */
import type { Random } from './random.ts';
import type { MailboxAct, MailboxDeed } from './shared-mailbox-people.ts';
import { hour_ms, minute_ms } from './storefront-moments.ts';

const nameOf: Readonly<Record<MailboxDeed, string>> = {
  register: 'CustomerRegistered',
  order: 'OrderPlaced',
  ship: 'OrderShipped',
  view: 'ProductViewed',
  grant: 'ConsentChanged',
  withdraw: 'ConsentChanged',
  move: 'CustomerUpdated',
  erase: 'EraseCustomer',
};

type LeadOf = (address: string, round: number) => string;

/** The body of its message; `leadOf`: whom an operator finds by an address. */
export function wireOfDeed(act: MailboxAct, nth: number, random: Random, leadOf: LeadOf): string {
  const time = new Date(act.at_ms).toISOString();
  const head = { eventId: `e-${nth}`, occurredAt: time };
  const detail = { ...head, customer: customerOf(act, random, leadOf), ...partOf(act) };
  return JSON.stringify({ 'detail-type': nameOf[act.deed], source: 'storefront', time, detail });
}

function customerOf({ id, names, box, deed, round = 0 }: MailboxAct, random: Random, leadOf: LeadOf) {
  if (deed === 'erase') return { id: id ?? leadOf(names ?? '', round) };
  return {
    ...(id !== undefined && { id }),
    ...(names !== undefined && { email: written(names, random) }),
    ...(box !== undefined && { acceptsMarketing: box }),
    ...(deed === 'register' && { locale: 'ja', timeZone: 'Asia/Tokyo' }),
  };
}

function partOf({ deed, order, at_ms }: MailboxAct): object {
  const items = [{ productId: 'p-1', name: '野草茶', quantity: 1, unitPrice: 2400 }];
  switch (deed) {
    case 'order':
      return { order: { id: order, currency: 'JPY', total: 2400, items } };
    case 'ship':
      return { order: { id: order }, shipment: { id: `s-${order}` } };
    case 'grant':
    case 'withdraw':
      return { consent: { granted: deed === 'grant', source: 'account-page' } };
    case 'view':
      return { product: { id: `p-${at_ms % 5}`, name: '野草茶' } };
    default:
      return {};
  }
}

/** The same address, whatever it looks like. */
const written = (address: string, random: Random): string =>
  random.pick([
    address,
    address,
    address.toUpperCase(),
    `Mori Hana <${address}>`,
    ` ${address.replace('@', '＠')}`,
    `mailto:${address}`,
  ]);

/** Most come at once; some late, so that later ones overtake them, and some again. */
export function arrivalsOfDeed({ deed, at_ms }: MailboxAct, random: Random): readonly number[] {
  const isLate = deed !== 'register' && random.chance(deed === 'erase' ? 0.5 : 0.15);
  const first_ms = at_ms + (isLate ? random.int(0, 6 * hour_ms) : 0);
  // Several lie in the queue together.
  const come_ms = Math.ceil(first_ms / (10 * minute_ms)) * 10 * minute_ms;
  return random.chance(0.25) ? [come_ms, come_ms + random.int(0, 60 * hour_ms)] : [come_ms];
}
