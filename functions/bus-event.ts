/** The trust boundary of the intake queue: an SQS body holds the envelope EventBridge put there. */
import { Temporal } from 'temporal-polyfill';
import * as z from 'zod/mini';
import type { StoreEvent } from '../shared/core/event.ts';
import { MalformedEvent, parseEvent } from '../shared/core/event-schema.ts';
import { type Translated, translateShopify } from '../shared/service/shopify/translate.ts';
import { sourcePrefix, webhookType } from '../shared/service/shopify/webhook.ts';
import { parseJson, parseJsonWithExactIds } from './parse-json.ts';

const envelope = z.looseObject({
  'detail-type': z.string().check(z.maxLength(128)),
  source: z.optional(z.string()),
  detail: z.unknown(),
});

/** `shopify`: a webhook of the partner source, translated. Neither: a detail-type nobody knows. */
export interface BusMessage {
  readonly event?: StoreEvent | undefined;
  readonly shopify?: Translated;
}

/**
 * Reads one message of the intake queue. Only AWS itself puts events with a source of `aws.partner`.
 *
 * @throws `MalformedEvent`, `MalformedJson`
 */
export function readBusMessage(body: string, now: Temporal.Instant): BusMessage {
  const { source, 'detail-type': type, detail } = readEnvelope(parseJson(body));
  if (type !== webhookType || !source?.startsWith(sourcePrefix)) {
    return { event: parseEvent(type, detail, now) };
  }
  return { shopify: translateShopify(readEnvelope(parseJsonWithExactIds(body)).detail, now) };
}

/**
 * Reads one message that holds an event of the storefront's own.
 *
 * @returns the event, or `undefined` for a detail-type nobody knows
 * @throws `MalformedEvent`, `MalformedJson`
 */
export function readBusEvent(body: string, now: Temporal.Instant): StoreEvent | undefined {
  const { 'detail-type': type, detail } = readEnvelope(parseJson(body));
  return parseEvent(type, detail, now);
}

function readEnvelope(data: unknown): z.infer<typeof envelope> {
  const result = envelope.safeParse(data);
  if (!result.success) throw new MalformedEvent('not an EventBridge event: put it on the bus with PutEvents');
  return result.data;
}
