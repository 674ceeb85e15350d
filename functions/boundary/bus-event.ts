/** The trust boundary of the intake queue: an SQS body holds the envelope EventBridge put there. */
import type { Temporal } from 'temporal-polyfill';
import type { StoreEvent } from '../../shared/core/events/event.ts';
import { MalformedEvent, parseEvent, parseStoreWideEvent } from '../../shared/core/events/event-schema.ts';
import { parseCommand } from '../../shared/core/events/event-schema-command.ts';
import type { IntakeMessage } from '../../shared/core/events/intake-message.ts';
import type { StoreWideEvent } from '../../shared/core/events/store-wide-event.ts';
import { type ReplayMode, replayModeOf } from '../../shared/service/intake/replay-name.ts';
import { isIntakeMessage, readIntakeMessage } from './intake-message.ts';
import { parseJsonWithIds } from './parse-json.ts';
import { type Translated, translateShopify } from './shopify/translate.ts';
import { sourcePrefix, webhookType } from './shopify/webhook-marks.ts';

/** What EventBridge puts around an event; read by hand, because the first schema that is built takes a start a millisecond. */
interface Envelope {
  readonly 'detail-type': string;
  readonly source?: string;
  readonly detail?: unknown;
  /** The bus adds it to what comes out of the archive. */
  readonly 'replay-name'?: string;
}

/**
 * `shopify`: a webhook of the partner source, translated. `storeWide`: of the store's goods, about no customer.
 * `own`: put in by the engine, or a command. None of them: a detail-type nobody knows.
 */
export interface BusMessage {
  readonly event?: StoreEvent | undefined;
  readonly shopify?: Translated;
  readonly storeWide?: StoreWideEvent | undefined;
  readonly own?: IntakeMessage | undefined;
  /** True for what a producer puts on the bus, for the first time: the engine's own messages have no source. */
  readonly isNews?: boolean;
  /** What the replay that it comes by may do; absent on what comes for the first time. */
  readonly replay?: ReplayMode | undefined;
}

/**
 * Reads one message of the intake queue. Only AWS itself puts events with a source of `aws.partner`.
 *
 * @throws `MalformedEvent`, `MalformedIntakeMessage`, `MalformedJson`
 */
export function readBusMessage(body: string, now: Temporal.Instant): BusMessage {
  const { data, writeExactIds } = parseJsonWithIds(body, webhookType);
  if (isIntakeMessage(data)) return { own: readIntakeMessage(data) };
  const { source, 'detail-type': type, detail, 'replay-name': name } = readEnvelope(data);
  const replay = name === undefined ? undefined : replayModeOf(name);
  const isNews = source !== undefined && name === undefined;
  if (type !== webhookType || !source?.startsWith(sourcePrefix)) {
    const storeWide = replayed(parseStoreWideEvent(type, detail, now), replay);
    if (storeWide) return { storeWide, replay, isNews };
    const own = parseCommand(type, detail, now);
    // A command that was obeyed once is no fact to be repeated; but who is erased stays so in every replay.
    if (own) return replay === 'facts' && own.kind !== 'erase' ? { replay } : { own, replay, isNews };
    return { event: replayed(parseEvent(type, detail, now), replay), replay, isNews };
  }
  writeExactIds();
  return { shopify: translateShopify(detail, now), replay, isNews };
}

/** The event with the mark of the replay it comes by. */
export function replayed<Event extends StoreEvent | StoreWideEvent | undefined>(
  event: Event,
  replay: ReplayMode | undefined,
): Event {
  return event && replay ? { ...event, replay } : event;
}

function readEnvelope(data: unknown): Envelope {
  if (isEnvelope(data)) return data;
  throw new MalformedEvent('not an EventBridge event: put it on the bus with PutEvents');
}

function isEnvelope(data: unknown): data is Envelope {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return false;
  const { 'detail-type': type, source, 'replay-name': replay }: Record<string, unknown> = { ...data };
  return typeof type === 'string' && type.length <= 128 && [source, replay].every(isTextOrAbsent);
}

const isTextOrAbsent = (value: unknown) => value === undefined || typeof value === 'string';
