/** The trust boundary of the intake queue: an SQS body holds the envelope EventBridge put there. */
import { Temporal } from 'temporal-polyfill';
import * as z from 'zod/mini';
import type { StoreEvent } from '../shared/core/event.ts';
import { MalformedEvent, parseEvent } from '../shared/core/event-schema.ts';
import { parseJson } from './parse-json.ts';

const envelope = z.looseObject({ 'detail-type': z.string().check(z.maxLength(128)), detail: z.unknown() });

/**
 * Reads one message of the intake queue.
 *
 * @returns the event, or `undefined` for a detail-type nobody knows
 * @throws `MalformedEvent`, `MalformedJson`
 */
export function readBusEvent(body: string, now: Temporal.Instant): StoreEvent | undefined {
  const result = envelope.safeParse(parseJson(body));
  if (!result.success) throw new MalformedEvent('not an EventBridge event: put it on the bus with PutEvents');
  return parseEvent(result.data['detail-type'], result.data.detail, now);
}
