/** One webhook as Shopify's partner event source hands it over: `{ metadata, payload }`. */
import type { Temporal } from 'temporal-polyfill';
import type { EventName } from '../../../shared/core/events/event-catalogue.ts';
import { firstOf, isFields, malformed, type PayloadFields, textOf } from './payload-fields.ts';

export interface Webhook {
  readonly topic: string;
  /** The same for every delivery of the webhook. */
  readonly id: string;
  readonly payload: PayloadFields;
  /** RFC 3339: when it was triggered, else when it came. For payloads without a time of their own. */
  readonly at: string;
}

/** A fact before it has an `eventId`. `at`: RFC 3339. */
export interface Draft {
  readonly name: EventName;
  readonly at: string;
  readonly parts: PayloadFields;
}

/**
 * `drafts`: facts, the first the webhook's own. `ofOrder`: they name no customer; she is whoever placed that order.
 * `unmapped`: why the webhook says nothing for the engine: words known to us, no personal data.
 */
export type Mapped =
  | { readonly drafts: readonly [Draft, ...Draft[]]; readonly ofOrder?: string }
  | { readonly unmapped: string };

/** Header names are compared without case. */
function header(metadata: PayloadFields, name: string): string | undefined {
  const wanted = name.toLowerCase();
  const found = Object.keys(metadata).find((key) => key.toLowerCase() === wanted);
  return found === undefined ? undefined : textOf(metadata[found], 256);
}

/** Reads the `detail` of a partner event. Throws `MalformedEvent`. */
export function readWebhook(detail: unknown, receivedAt: Temporal.Instant): Webhook {
  if (!isFields(detail)) return malformed('detail', 'an object with metadata and payload');
  if (!isFields(detail.metadata)) return malformed('metadata', 'an object');
  if (!isFields(detail.payload)) return malformed('payload', 'an object');
  const { metadata, payload } = detail;
  return {
    topic: (
      header(metadata, 'X-Shopify-Topic') ?? malformed('metadata.X-Shopify-Topic', 'a topic')
    ).toLowerCase(),
    id:
      header(metadata, 'X-Shopify-Webhook-Id')?.slice(0, 200).toWellFormed() ??
      malformed('metadata.X-Shopify-Webhook-Id', 'an id'),
    payload,
    at: String(firstOf(header(metadata, 'X-Shopify-Triggered-At'), receivedAt.toString())),
  };
}

/** A topic, fit for a log: its two words, or nothing of what is no topic. */
export function loggableTopic(topic: string): string {
  return /^[a-z_]{1,60}\/[a-z_]{1,60}$/.test(topic) ? topic : 'no-topic';
}

/** What a payload names a state, to compare: letters, digits, "-" and "_", at most 40. */
export function stateName(value: unknown): string {
  return (
    textOf(value, 40)
      ?.toLowerCase()
      .replace(/[^a-z0-9_-]/g, '') || 'unknown'
  );
}
