/** The trust boundary of storefront events: shapes and sizes are checked here, unknown extra fields are kept. */
import { Temporal } from 'temporal-polyfill';
import { isBefore } from '../values/civil-time.ts';
import { withoutNulls } from '../values/clean-detail.ts';
import { languageTag } from '../values/language-tag.ts';
import { withoutStrayConsent } from './consent-beside.ts';
import type { CustomerOnTheWire, ReadDetail, StoreEvent } from './event.ts';
import { type EventName, isEventName, isOfStore, isStoreWideName } from './event-catalogue.ts';
import { anonymousPrefix, demandsOf, isBrowsing, requiredPart } from './event-demands.ts';
import { aboutCustomer, aboutNobody } from './event-schema-parts.ts';
import { inKnownWords } from './event-words.ts';
import { isGuestAddress, unnamed } from './guest.ts';
import { idsOfPeople, nobodyIn } from './nobody.ts';
import { partsInPlace } from './parts-in-place.ts';
import { readParts } from './read-parts.ts';
import type { StoreWideEvent } from './store-wide-event.ts';
import { withKnownExtent, withKnownParcel } from './unread-extent.ts';

/** An event that is not what the wire shape says. The message names the fields, never their values. */
export class MalformedEvent extends Error {
  override readonly name = 'MalformedEvent';
  readonly code = 'MALFORMED_EVENT';
}

/**
 * Reads the `detail` of a bus event about a customer. `occurredAt` is an RFC 3339 time with an offset; one that lies
 * after `arrivedAt` is set back to it and marked. `null` fields read as missing, and an optional field that cannot be read is
 * left out and named in `unread`. A looking event that names an `anonymousId` and no id is about the customer
 * `anon:<anonymousId>`, of whom no address is known. Any other that names an address and no id is a guest's: marked so, and
 * without an id as yet.
 *
 * @returns the event, or `undefined` for a detail-type that is not in the catalogue, or that is of the store
 * @throws {@link MalformedEvent}
 */
export function parseEvent(
  detailType: string,
  detail: unknown,
  arrivedAt: Temporal.Instant,
): StoreEvent | undefined {
  if (!isEventName(detailType) || isOfStore(detailType)) return undefined;
  const merges = detailType === 'CustomerMerged';
  const { read, unread } = checked(
    detailType,
    merges ? aboutNobody : aboutCustomer,
    merges ? spelledOut(detail) : partsInPlace(detail),
  );
  const named = merges ? (read.customer?.id ?? read.merge?.to) : read.customer?.id;
  const nobody = nobodyIn(idsOfPeople(detailType, read));
  if (nobody !== undefined) throw new MalformedEvent(`${detailType}: ${nobody}`);
  const customer = customerOf(detailType, { ...read.customer, id: named });
  return {
    name: detailType,
    ...eventMoment(detailType, read.occurredAt, arrivedAt),
    ...(customer.id === unnamed && { isGuests: true as const }),
    ...unreadIn(unread),
    detail: { ...read, customer },
  };
}

/**
 * The same for an event about the store's goods or a sale, which names no customer.
 *
 * @returns the event, or `undefined` for any other detail-type
 * @throws {@link MalformedEvent}
 */
export function parseStoreWideEvent(
  detailType: string,
  detail: unknown,
  arrivedAt: Temporal.Instant,
): StoreWideEvent | undefined {
  if (!isStoreWideName(detailType)) return undefined;
  const { read, unread } = checked(detailType, aboutNobody, detail);
  const { customer: _, ...told } = read;
  return {
    name: detailType,
    ...eventMoment(detailType, read.occurredAt, arrivedAt),
    ...unreadIn(unread),
    detail: told,
  };
}

const unreadIn = (unread: readonly string[]): Pick<StoreEvent, 'unread'> =>
  unread.length > 0 ? { unread } : {};

function checked(
  name: EventName,
  about: typeof aboutCustomer | typeof aboutNobody,
  detail: unknown,
): { readonly read: ReadDetail; readonly unread: readonly string[] } {
  const result = readParts(about(), detail, demandsOf(name));
  if ('issues' in result) {
    const fields = result.issues.map(
      (issue) => `${issue.path.map(String).join('.') || 'detail'} (${issue.code})`,
    );
    const isOfId = fields.some((field) => field.startsWith('customer.id '));
    const guest = isOfId ? '; for a guest leave customer.id out, and give customer.email alone' : '';
    throw new MalformedEvent(`${name}: mend ${[...new Set(fields)].slice(0, 5).join(', ')}${guest}`);
  }
  const left = withoutNulls(result.data);
  const told = withKnownParcel(name, withKnownExtent(name, left, result.unread), result.unread);
  const worded = inKnownWords(name, told);
  if ('wrong' in worded) throw new MalformedEvent(`${name}: ${worded.wrong}`);
  const read = withoutStrayConsent(name, worded.detail);
  const stray = read === worded.detail ? [] : ['consent'];
  const part = requiredPart(name);
  if (part === undefined || read[part] !== undefined) return { read, unread: [...result.unread, ...stray] };
  throw new MalformedEvent(`${name}: give "${part}" with its ${identityOf[part] ?? 'id'}`);
}

/** What a part cannot be without, where that is not its `id`. */
const identityOf: Readonly<Record<string, string>> = {
  consent: '"granted"',
  review: 'productId',
  coupon: 'code',
  referral: 'friendId',
  rank: 'name',
  points: 'balance',
  merge: 'from and to',
  click: 'touchpoint',
  cart: 'items',
};

/** `{ from, to }` may stand in the detail itself. */
function spelledOut(detail: unknown): unknown {
  if (typeof detail !== 'object' || detail === null) return detail;
  const { from, to, merge } = detail as Record<string, unknown>;
  return (merge ?? null) === null && from !== undefined ? { ...detail, merge: { from, to } } : detail;
}

/** Throws {@link MalformedEvent} where nobody is named. */
function customerOf(name: EventName, told: Partial<CustomerOnTheWire>): CustomerOnTheWire {
  const stated = told.locale === undefined ? told : { ...told, locale: languageTag(told.locale) };
  const anonymous = stated.id === undefined && isBrowsing(name) && stated.anonymousId !== undefined;
  const id = anonymous ? `${anonymousPrefix}${stated.anonymousId}` : (stated.id ?? guestsId(stated));
  if (id === undefined) {
    throw new MalformedEvent(
      `${name}: give customer.id${isBrowsing(name) ? ' or customer.anonymousId' : ''}, or for a guest customer.email`,
    );
  }
  if (!id.startsWith(anonymousPrefix)) return { ...stated, id };
  // Nobody has said who she is: what is told of her is not hers to be mailed by.
  const { anonymousId, locale, timeZone, source, attributes } = stated;
  return withoutNulls({ id, anonymousId, locale, timeZone, source, attributes });
}

const guestsId = ({ email }: Partial<CustomerOnTheWire>) => (isGuestAddress(email) ? unnamed : undefined);

/**
 * When it happened, as far as that can be: a time after the arrival is set back to it, and kept beside as it was told.
 *
 * @throws {@link MalformedEvent}
 */
export function eventMoment(
  name: string,
  text: string,
  arrivedAt: Temporal.Instant,
): Pick<StoreEvent, 'occurredAt' | 'toldAt'> {
  const occurredAt = readInstant(text, name);
  return isBefore(arrivedAt, occurredAt) ? { occurredAt: arrivedAt, toldAt: occurredAt } : { occurredAt };
}

/** Nothing of a store is older; times far outside of history cannot be put on every wall clock. */
const earliestTime_ms = Date.UTC(1900, 0, 1);

function readInstant(text: string, detailType: string): Temporal.Instant {
  try {
    const instant = Temporal.Instant.from(text).round('millisecond');
    if (instant.epochMilliseconds >= earliestTime_ms) return instant;
  } catch {
    // Falls through to the one answer for every wrong time.
  }
  throw new MalformedEvent(
    `${detailType}: occurredAt is a time since 1900 with an offset, such as 2026-11-22T09:30:00+09:00`,
  );
}
