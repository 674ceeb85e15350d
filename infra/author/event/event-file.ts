/** Reads one event from a file, in any of the forms a developer has at hand. */
import { readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import type { StoreEvent } from '../../../shared/core/events/event.ts';
import { eventNames } from '../../../shared/core/events/event-catalogue.ts';
import { MalformedEvent, parseEvent, parseStoreWideEvent } from '../../../shared/core/events/event-schema.ts';
import type { StoreWideEvent } from '../../../shared/core/events/store-wide-event.ts';
import { OperatorRefusal, WrongUsage } from '../../terminal/refusal.ts';
import { schemaFolder } from './event-schemas.ts';

/** `Of`: about a customer, unless said otherwise. */
export interface EventOnTheBus<Of = StoreEvent> {
  readonly event: Of;
  /** Undefined for a bare detail. */
  readonly source: string | undefined;
}

/** The JSON of a file. Throws {@link WrongUsage} where there is none, {@link OperatorRefusal} where it is not JSON. */
export function readJsonFile(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new WrongUsage(`${file} cannot be read: give the path of a JSON file.`);
  }
  return parsed(text, file);
}

/**
 * An entry of PutEvents (`DetailType`, `Detail` as JSON text), an event as a rule receives it (`detail-type`,
 * `detail`), or a bare detail whose type is given beside it. It is taken to arrive when it occurred.
 * Throws {@link WrongUsage}, or {@link OperatorRefusal} with what the trust boundary says of a malformed event.
 */
export function eventOf(data: unknown, where: string, type?: string): EventOnTheBus {
  const given = anyEventOf(data, where, type);
  const { event } = given;
  if ('customer' in event.detail) return { ...given, event: event as StoreEvent };
  throw new OperatorRefusal(`${where}: ${event.name} is about the store’s goods, and names no customer.`);
}

/** The same for events of the store's goods as well. */
export function anyEventOf(
  data: unknown,
  where: string,
  type?: string,
): EventOnTheBus<StoreEvent | StoreWideEvent> {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    throw new OperatorRefusal(
      `${where} is not one event: give a JSON object with one entry, event or detail.`,
    );
  }
  const fields = data as Record<string, unknown>;
  const named = fields.DetailType ?? fields['detail-type'];
  if (named === undefined && type === undefined) {
    throw new WrongUsage(`${where} is a bare detail: say of which event, such as --type OrderPlaced.`);
  }
  const detail = named === undefined ? data : (fields.Detail ?? fields.detail);
  const source = fields.Source ?? fields.source;
  return {
    event: parsedEvent(
      String(named ?? type),
      typeof detail === 'string' ? parsed(detail, `Detail in ${where}`) : detail,
    ),
    source: named !== undefined && typeof source === 'string' ? source : undefined,
  };
}

function parsedEvent(name: string, detail: unknown): StoreEvent | StoreWideEvent {
  try {
    const at = occurredIn(detail);
    const event = parseEvent(name, detail, at) ?? parseStoreWideEvent(name, detail, at);
    if (event) return event;
  } catch (error) {
    if (!(error instanceof MalformedEvent)) throw error;
    throw new OperatorRefusal(`${error.message}. Its shape is in ${schemaFolder}/${name}.json.`);
  }
  throw new OperatorRefusal(
    `"${name}" is not an event of the catalogue, and the engine ignores it. It knows ${eventNames.join(', ')}.`,
  );
}

/** Far in the past where the detail does not say: the parser then tells what is wrong with it. */
function occurredIn(detail: unknown): Temporal.Instant {
  try {
    return Temporal.Instant.from(String((detail as { occurredAt?: unknown }).occurredAt));
  } catch {
    return Temporal.Instant.fromEpochMilliseconds(0);
  }
}

function parsed(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new OperatorRefusal(
      `${where} is not JSON (${error instanceof Error ? error.message : ''}): mend it.`,
    );
  }
}
