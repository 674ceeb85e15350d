/** What an event tells of its customer: the last writer in `occurredAt` wins, an older one only fills gaps. */
import { isBefore } from './civil-time.ts';
import type { Customer, Profile } from './customer.ts';
import { isDeliverable } from './deliverable.ts';
import type { CustomerOnTheWire, StoreEvent } from './event.ts';

const attributeBudget_bytes = 1024;

/** The customer with the event's word on her profile. */
export function withProfile(customer: Customer, event: StoreEvent): Customer {
  const told = profileOf(event.detail.customer);
  const known = customer.profile;
  const older = known.asOf !== undefined && isBefore(event.occurredAt, known.asOf);
  const merged: Profile = older ? { ...told, ...known } : { ...known, ...told, asOf: event.occurredAt };
  const attributes = older
    ? { ...told.attributes, ...known.attributes }
    : { ...known.attributes, ...told.attributes };
  const kept = withinBudget(attributes);
  return {
    ...customer,
    profile: {
      ...merged,
      undeliverable: merged.email !== undefined && !isDeliverable(merged.email) ? true : undefined,
      attributes: Object.keys(kept).length > 0 ? kept : undefined,
    },
  };
}

const longest = { name: 120, locale: 35, source: 120 } as const;

function profileOf(wire: CustomerOnTheWire): Profile {
  const told: Record<string, unknown> = {};
  const put = (key: keyof Profile, value: string | undefined, max: number) => {
    const trimmed = value?.trim().slice(0, max);
    if (trimmed) told[key] = trimmed;
  };
  put('email', wire.email, 320);
  put('name', wire.name, longest.name);
  put('familyName', wire.familyName, longest.name);
  put('givenName', wire.givenName, longest.name);
  put('locale', wire.locale, longest.locale);
  put('source', wire.source, longest.source);
  if (wire.timeZone && isTimeZone(wire.timeZone)) told.timeZone = wire.timeZone;
  if (wire.birthday && /^\d{4}-\d{2}-\d{2}$/.test(wire.birthday)) told.birthday = wire.birthday;
  if (wire.attributes) told.attributes = wire.attributes;
  return told;
}

/** A zone that is no IANA name reads as unknown: the market's is used. */
function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) !== undefined;
  } catch {
    return false;
  }
}

/** The newest attributes that fit the record's budget. */
function withinBudget(attributes: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const kept: [string, unknown][] = [];
  let bytes = 0;
  for (const [key, value] of Object.entries(attributes).reverse()) {
    bytes += JSON.stringify([key, value]).length;
    if (bytes > attributeBudget_bytes) break;
    kept.push([key, value]);
  }
  return Object.fromEntries(kept.reverse());
}
