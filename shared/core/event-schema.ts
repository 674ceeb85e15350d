/** The trust boundary of storefront events: shapes and sizes are checked here, unknown extra fields are kept. */
import { Temporal } from 'temporal-polyfill';
import * as z from 'zod/mini';
import { isBefore } from './civil-time.ts';
import type { EventDetail, StoreEvent } from './event.ts';
import { isAboutOrder, isEventName } from './event-names.ts';

const id = z.string().check(z.minLength(1), z.maxLength(128));
const text = z.optional(z.nullable(z.string().check(z.maxLength(2048))));
const money = z.optional(z.nullable(z.number().check(z.multipleOf(1), z.gte(-1e15), z.lte(1e15))));

const currency = z.optional(z.nullable(z.string().check(z.regex(/^[A-Z]{3}$/))));

/** A part of the detail that may be missing or null. */
const part = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.optional(z.nullable(z.looseObject(shape)));

const item = z.looseObject({
  productId: id,
  name: text,
  category: text,
  quantity: z.optional(z.nullable(z.number().check(z.gte(0), z.lte(1_000_000)))),
  unitPrice: money,
  cost: money,
  supplyDays: z.optional(z.nullable(z.number().check(z.gte(0), z.lte(3650)))),
});

/** The wire shape of `detail`, of whatever event; `parseEvent` asks besides for the part an event is about. */
export const detailSchema = z.looseObject({
  eventId: z.string().check(z.minLength(1), z.maxLength(256)),
  occurredAt: z.string().check(z.maxLength(64)),
  customer: z.looseObject({
    id,
    email: z.optional(z.nullable(z.string().check(z.maxLength(320)))),
    name: text,
    familyName: text,
    givenName: text,
    locale: text,
    timeZone: text,
    birthday: text,
    source: text,
    acceptsMarketing: z.optional(z.nullable(z.boolean())),
    attributes: z.optional(z.nullable(z.record(z.string(), z.unknown()))),
  }),
  order: part({
    id,
    currency,
    total: money,
    discount: money,
    coupon: text,
    orderedVia: text,
    gift: z.optional(z.nullable(z.boolean())),
    isTest: z.optional(z.nullable(z.boolean())),
    items: z.optional(z.nullable(z.array(item).check(z.maxLength(1000)))),
  }),
  cart: part({
    id: z.optional(z.nullable(id)),
    currency,
    total: money,
    items: z.optional(z.nullable(z.array(item).check(z.maxLength(1000)))),
    url: text,
  }),
  shipment: part({ id: z.optional(z.nullable(id)), carrier: text, trackingNumber: text, url: text }),
  consent: part({
    channel: text,
    topics: z.optional(z.nullable(z.array(z.string().check(z.maxLength(64))).check(z.maxLength(50)))),
    granted: z.boolean(),
    source: text,
    wording: text,
  }),
});

/** An event that is not what the wire shape says. The message names the fields, never their values. */
export class MalformedEvent extends Error {
  override readonly name = 'MalformedEvent';
  readonly code = 'MALFORMED_EVENT';
}

/**
 * Reads the `detail` of a bus event. `occurredAt` is an RFC 3339 time with an offset; one that lies after `arrivedAt`
 * is set back to it and marked. `null` fields read as missing.
 *
 * @returns the event, or `undefined` for a detail-type that is not in the catalogue
 * @throws {@link MalformedEvent}
 */
export function parseEvent(
  detailType: string,
  detail: unknown,
  arrivedAt: Temporal.Instant,
): StoreEvent | undefined {
  if (!isEventName(detailType)) return undefined;
  const result = detailSchema.safeParse(detail);
  if (!result.success) {
    const fields = result.error.issues.map(
      (issue) => `${issue.path.map(String).join('.') || 'detail'} (${issue.code})`,
    );
    throw new MalformedEvent(`${detailType}: mend ${[...new Set(fields)].slice(0, 5).join(', ')}`);
  }
  const occurredAt = readInstant(result.data.occurredAt, detailType);
  const clean = withoutNulls(result.data) as unknown as EventDetail;
  if (isAboutOrder(detailType) && !clean.order)
    throw new MalformedEvent(`${detailType}: give "order" with its id`);
  if (detailType === 'ConsentChanged' && !clean.consent) {
    throw new MalformedEvent('ConsentChanged: give "consent" with "granted"');
  }
  const clamped = isBefore(arrivedAt, occurredAt);
  return { name: detailType, occurredAt: clamped ? arrivedAt : occurredAt, clamped, detail: clean };
}

/** Nothing of a store is older; times far outside of history cannot be put on every wall clock. */
const earliestTime = Temporal.Instant.from('1900-01-01T00:00:00Z');

function readInstant(text: string, detailType: string): Temporal.Instant {
  try {
    const instant = Temporal.Instant.from(text).round('millisecond');
    if (!isBefore(instant, earliestTime)) return instant;
  } catch {
    // Falls through to the one answer for every wrong time.
  }
  throw new MalformedEvent(
    `${detailType}: occurredAt is a time since 1900 with an offset, such as 2026-11-22T09:30:00+09:00`,
  );
}

/** Deep enough for any payload of a storefront; deeper data is cut off rather than walked. */
const maxDepth = 16;

/** Nulls and half characters (lone surrogates, which no database takes) are left out. */
function withoutNulls(value: unknown, depth = 0): unknown {
  if (depth > maxDepth) return undefined;
  if (Array.isArray(value)) return value.filter((v) => v !== null).map((v) => withoutNulls(v, depth + 1));
  if (typeof value === 'string') return value.toWellFormed();
  if (typeof value !== 'object' || value === null) return value;
  const kept: Record<string, unknown> = {};
  for (const [key, entry] of Object.entries(value)) {
    if (entry !== null && entry !== undefined && key !== '__proto__')
      kept[key] = withoutNulls(entry, depth + 1);
  }
  return kept;
}
