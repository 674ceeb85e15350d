/** EventBridge: PutEvents, and what can be asked of archives and replays. */
import type { Archive } from '../bus/archive.ts';
import type { EventBuses } from '../bus/bus.ts';
import type { Replays } from '../bus/replays.ts';
import { type Answer, answerJson, type Json, jsonBody, Refusal, type Request } from '../http/message.ts';
import { optionalObjects } from '../http/read-fields.ts';
import { describeArchive, listArchives } from './archives.ts';
import { onReplays } from './replays.ts';

const mostBytes = 1024 * 1024;

function validation(message: string): Refusal {
  return new Refusal('ValidationException', message);
}

const textOf = (entry: Json, name: string) =>
  typeof entry[name] === 'string' ? (entry[name] as string) : '';

/** Source: Amazon EventBridge user guide, "Calculating PutEvents event entry size". */
function bytesOf(entry: Json): number {
  const texts = ['Source', 'DetailType', 'Detail'].map((name) => textOf(entry, name));
  const resources = Array.isArray(entry.Resources) ? entry.Resources.map(String) : [];
  const time = entry.Time === undefined ? 0 : 14;
  return [...texts, ...resources].reduce((sum, text) => sum + Buffer.byteLength(text), time);
}

function timeOf(entry: Json): number | undefined {
  const time = entry.Time;
  if (time === undefined || time === null) return undefined;
  const at_ms = typeof time === 'number' ? time * 1000 : Date.parse(String(time));
  if (!Number.isFinite(at_ms)) throw new Refusal('SerializationException', 'Time must be a timestamp.');
  return at_ms;
}

function refused(ErrorCode: string, ErrorMessage: string): Json {
  return { ErrorCode, ErrorMessage };
}

function busName(entry: Json): string {
  const name = textOf(entry, 'EventBusName') || 'default';
  return name.startsWith('arn:') ? (name.split('/').at(-1) ?? name) : name;
}

/** Puts one entry, or says what is wrong with it. */
function putEntry(entry: Json, buses: EventBuses, now_ms: number): Json {
  for (const name of ['Source', 'DetailType', 'Detail']) {
    if (!textOf(entry, name))
      return refused(
        'InvalidArgument',
        `Parameter ${name} is not valid. Reason: ${name} is a required argument.`,
      );
  }
  const source = textOf(entry, 'Source');
  // AWS takes no `aws.` source from customers. Here a bus of one's own takes a partner's, to try its events.
  const partner = source.startsWith('aws.partner/') && busName(entry) !== 'default';
  if (source.startsWith('aws.') && !partner) {
    return refused('NotAuthorizedForSourceException', 'Not authorized for the source.');
  }
  let detail: unknown;
  try {
    detail = JSON.parse(textOf(entry, 'Detail'));
  } catch {
    return refused('MalformedDetail', 'Detail is malformed.');
  }
  if (typeof detail !== 'object' || detail === null || Array.isArray(detail)) {
    return refused('MalformedDetail', 'Detail is malformed.');
  }
  const event = {
    source,
    detailType: textOf(entry, 'DetailType'),
    detail: detail as Json,
    resources: Array.isArray(entry.Resources) ? entry.Resources.map(String) : [],
    time_ms: timeOf(entry),
  };
  return { EventId: buses.put(busName(entry), event, now_ms) };
}

export interface EventsParts {
  readonly buses: EventBuses;
  readonly archives: readonly Archive[];
  readonly replays: Replays;
  /** Told how many entries of a request were accepted. */
  readonly taken: (entries: number) => void;
}

function putEvents({ buses, taken }: EventsParts, input: Json, now_ms: number): Json {
  const entries = optionalObjects(input, 'Entries') ?? [];
  if (entries.length === 0 || entries.length > 10) {
    throw validation(
      `1 validation error detected: Value at 'entries' failed to satisfy constraint: Member must have length ${
        entries.length === 0 ? 'greater than or equal to 1' : 'less than or equal to 10'
      }`,
    );
  }
  const bytes = entries.reduce((sum, entry) => sum + bytesOf(entry), 0);
  if (bytes >= mostBytes)
    throw validation(
      `Total size of the entries in the request is over the limit (${bytes} of ${mostBytes} bytes).`,
    );
  for (const entry of entries) timeOf(entry);
  const Entries = entries.map((entry) => putEntry(entry, buses, now_ms));
  const FailedEntryCount = Entries.filter((entry) => 'ErrorCode' in entry).length;
  taken(Entries.length - FailedEntryCount);
  return { FailedEntryCount, Entries };
}

function answerTo(parts: EventsParts, operation: string, input: Json, now_ms: number): Json | undefined {
  if (operation === 'PutEvents') return putEvents(parts, input, now_ms);
  if (operation === 'DescribeArchive') return describeArchive(parts.archives, input, now_ms);
  if (operation === 'ListArchives') return listArchives(parts.archives, input, now_ms);
  return onReplays(operation, input, parts, now_ms);
}

export function eventsService(parts: EventsParts) {
  return (operation: string, request: Request): Answer => {
    const answer = answerTo(parts, operation, jsonBody(request), request.caller.now_ms);
    if (answer) return answerJson(answer, 'application/x-amz-json-1.1');
    throw new Refusal(
      'UnknownOperationException',
      `This cloud's rules and archives are given in code; it does not offer ${operation}.`,
    );
  };
}
