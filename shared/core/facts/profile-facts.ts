/** What an event tells of its customer: the last writer in `occurredAt` wins, an older one only fills gaps. */
import type { Temporal } from 'temporal-polyfill';
import type { CustomerOnTheWire, StoreEvent } from '../events/event.ts';
import type { EventName } from '../events/event-catalogue.ts';
import type { Customer, Profile } from '../record/customer.ts';
import type { LineProfile } from '../record/customer-facts.ts';
import { isSameAddress } from '../values/address/address-key.ts';
import { mailedAs, readMailAddress } from '../values/address/mail-address.ts';
import { birthdayOf } from '../values/birthday.ts';
import { isBefore } from '../values/civil-time.ts';
import { utf8Bytes } from '../values/item-size.ts';
import { isTimeZone } from '../values/time-zone.ts';

const attributeBudget_bytes = 1024;

/** The customer with the event's word on her profile. */
export function withProfile(customer: Customer, event: StoreEvent): Customer {
  const stated = profileOf(event.detail.customer);
  const known = customer.profile;
  if (Object.keys(stated).length === 0) return withReadAddress(customer);
  const older = known.asOf !== undefined && isBefore(event.occurredAt, known.asOf);
  const merged: Profile = older ? { ...stated, ...known } : { ...known, ...stated, asOf: event.occurredAt };
  const otherBirthday = !older && known.birthday && stated.birthday && known.birthday !== stated.birthday;
  const kept = older
    ? attributesWithinBudget(stated.attributes, known.attributes)
    : attributesWithinBudget(known.attributes, stated.attributes);
  return {
    ...customer,
    profile: {
      ...merged,
      ...addressOf(merged.email),
      typed: older ? known.typed : isTyped(known, stated.email, event),
      firstSource: firstSourceOf(known, stated, event.occurredAt),
      birthdayChangedAt: otherBirthday ? event.occurredAt : merged.birthdayChangedAt,
      attributes: Object.keys(kept).length > 0 ? kept : undefined,
    },
  };
}

/** An address that was once taken for undeliverable and can be read today. */
function withReadAddress(customer: Customer): Customer {
  const { email, undeliverable } = customer.profile;
  if (!undeliverable || email === undefined || readMailAddress(email) === undefined) return customer;
  return { ...customer, profile: { ...customer.profile, ...addressOf(email) } };
}

/** As it is mailed; what cannot be mailed is kept as it was told, and marked. */
function addressOf(email: string | undefined): Pick<Profile, 'email' | 'undeliverable'> {
  const read = email === undefined ? undefined : readMailAddress(email);
  return {
    email: read ?? email,
    undeliverable: email !== undefined && read === undefined ? true : undefined,
  };
}

/** Words on the account itself: what else names an address says where this one thing shall go. */
const onAccount: readonly EventName[] = ['CustomerRegistered', 'CustomerUpdated'];

/** Whether the address she has from now on was only typed somewhere, though another was known. */
function isTyped(known: Profile, email: string | undefined, { name, detail }: StoreEvent): true | undefined {
  if (email === undefined) return known.typed || undefined;
  if (onAccount.includes(name) || detail.customer.emailVerified === true) return undefined;
  const isSame = known.email === undefined || isSameAddress(known.email, mailedAs(email));
  return isSame ? known.typed || undefined : true;
}

type FirstSource = Profile['firstSource'];

/** A record of before the first was kept knows one source, told at the latest by its last word. */
function firstSourceOf(known: Profile, stated: Profile, at: Temporal.Instant): FirstSource {
  const before: FirstSource =
    known.firstSource ?? (known.source && known.asOf ? { is: known.source, at: known.asOf } : undefined);
  return earlierSource(before, stated.source === undefined ? undefined : { is: stated.source, at });
}

/** The earlier of two; the one before, where both are of one moment. */
export const earlierSource = (one: FirstSource, other: FirstSource): FirstSource =>
  one && other ? (isBefore(other.at, one.at) ? other : one) : (one ?? other);

const longest = { name: 120, locale: 35, source: 120 } as const;

function profileOf(wire: CustomerOnTheWire): Profile {
  const stated: Record<string, unknown> = {};
  const put = (key: keyof Profile, value: string | undefined, max: number) => {
    const trimmed = value?.trim().slice(0, max).toWellFormed();
    if (trimmed) stated[key] = trimmed;
  };
  put('email', wire.email, 320);
  put('name', wire.name, longest.name);
  put('familyName', wire.familyName, longest.name);
  put('givenName', wire.givenName, longest.name);
  put('locale', wire.locale, longest.locale);
  put('source', wire.source, longest.source);
  if (wire.timeZone && isTimeZone(wire.timeZone)) stated.timeZone = wire.timeZone;
  const birthday = wire.birthday ? birthdayOf(wire.birthday) : undefined;
  if (birthday !== undefined) stated.birthday = birthday;
  if (wire.attributes) stated.attributes = wire.attributes;
  return stated;
}

type Attributes = Readonly<Record<string, unknown>> | undefined;

/** The newest attributes that fit the record's budget; one that alone is too big displaces nothing. */
function attributesWithinBudget(older: Attributes, newer: Attributes): Record<string, unknown> {
  const outdated = Object.entries(older ?? {}).filter(([key]) => !Object.hasOwn(newer ?? {}, key));
  const kept: [string, unknown][] = [];
  let bytes = 0;
  for (const entry of [...outdated, ...Object.entries(newer ?? {})].reverse()) {
    const size = utf8Bytes(JSON.stringify(entry));
    if (bytes + size > attributeBudget_bytes) continue;
    bytes += size;
    kept.push(entry);
  }
  return Object.fromEntries(kept.reverse());
}

/** The customer with the event's word on who they are on LINE. */
export function withLine(customer: Customer, { detail, occurredAt }: StoreEvent): Customer {
  const { line } = detail.customer;
  if (!line) return customer;
  const told = { userId: line.userId, friend: line.friend, at: occurredAt };
  return { ...customer, profile: { ...customer.profile, line: laterLine(customer.profile.line, told) } };
}

/** The later of two, and `b` of those of one moment. Of one person whether they are a friend stays known where the later does not say. */
export function laterLine(a: LineProfile | undefined, b: LineProfile | undefined): LineProfile | undefined {
  if (!a || !b) return a ?? b;
  const [earlier, later] = isBefore(b.at, a.at) ? [b, a] : [a, b];
  return later.friend === undefined && later.userId === earlier.userId
    ? { ...later, friend: earlier.friend }
    : later;
}
