/** Putting messages into queues: SQS's limits and checksums. */
import type { Json } from '../http/message.ts';
import { optionalObject, optionalText, optionalWhole } from '../http/read-fields.ts';
import { type MessageAttribute, type MessageAttributes, md5OfAttributes } from '../queues/message-md5.ts';
import type { NewMessage, Queue } from '../queues/queue.ts';
import { batchEntries, eachEntry } from './sqs-batch.ts';
import { batchTooLong, invalid, invalidContents, missing } from './sqs-refusals.ts';

/** Body and attributes of one message, and of one batch. */
const mostBytes = 1024 * 1024;
const mostDelay_s = 900;
// biome-ignore lint/suspicious/noControlCharactersInRegex: SQS refuses a body for exactly these characters
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/;

function readAttribute(name: string, given: Json): MessageAttribute {
  const DataType = optionalText(given, 'DataType') ?? '';
  const StringValue = optionalText(given, 'StringValue');
  const BinaryValue = optionalText(given, 'BinaryValue');
  if (!/^[A-Za-z0-9_.-]{1,256}$/.test(name)) {
    throw invalid(
      `Message attribute name '${name}' can only hold A-Z, a-z, 0-9, underscore, hyphen and period.`,
    );
  }
  if (!/^(String|Number|Binary)(\.[ -~]+)?$/.test(DataType)) {
    throw invalid(`The type of message attribute '${name}' must start with String, Number or Binary.`);
  }
  const value = DataType.startsWith('Binary') ? BinaryValue : StringValue;
  if (!value) throw invalid(`The message attribute '${name}' must contain a non-empty value of its type.`);
  return { DataType, ...(DataType.startsWith('Binary') ? { BinaryValue } : { StringValue }) };
}

function readAttributes(input: Json): MessageAttributes {
  const given = optionalObject(input, 'MessageAttributes') ?? {};
  const names = Object.keys(given);
  if (names.length > 10) throw invalid('A message holds at most 10 message attributes.');
  return Object.fromEntries(
    names.map((name) => [name, readAttribute(name, optionalObject(given, name) ?? {})]),
  );
}

function bytesOf(body: string, attributes: MessageAttributes): number {
  let bytes = Buffer.byteLength(body);
  for (const [name, { DataType, StringValue, BinaryValue }] of Object.entries(attributes)) {
    bytes += Buffer.byteLength(name) + Buffer.byteLength(DataType);
    bytes += StringValue === undefined ? 0 : Buffer.byteLength(StringValue);
    bytes += BinaryValue === undefined ? 0 : Buffer.from(BinaryValue, 'base64').length;
  }
  return bytes;
}

/** Checks one message; the same rules hold alone and in a batch. */
function readMessage(input: Json): NewMessage & { bytes: number; attributes: MessageAttributes } {
  const body = optionalText(input, 'MessageBody');
  if (body === undefined) throw missing('MessageBody');
  if (body === '') throw invalid('The message body must hold at least one character.');
  if (forbidden.test(body) || !body.isWellFormed()) throw invalidContents();
  const delay_s = optionalWhole(input, 'DelaySeconds');
  if (delay_s !== undefined && (delay_s < 0 || delay_s > mostDelay_s)) {
    throw invalid(
      `Value ${delay_s} for parameter DelaySeconds is invalid. Reason: must be between 0 and 900.`,
    );
  }
  const attributes = readAttributes(input);
  const bytes = bytesOf(body, attributes);
  if (bytes > mostBytes)
    throw invalid(
      `One or more parameters are invalid. Reason: Message must be shorter than ${mostBytes} bytes.`,
    );
  return { body, attributes, delay_s, bytes };
}

export function sendMessage(queue: Queue, input: Json, now_ms: number): Json {
  const message = readMessage(input);
  const sent = queue.send(message, now_ms);
  const md5 = md5OfAttributes(message.attributes);
  return {
    MD5OfMessageBody: sent.md5,
    ...(md5 === undefined ? {} : { MD5OfMessageAttributes: md5 }),
    MessageId: sent.id,
  };
}

export function sendMessageBatch(queue: Queue, input: Json, now_ms: number): Json {
  let bytes = 0;
  for (const { entry } of batchEntries(input))
    bytes += Buffer.byteLength(optionalText(entry, 'MessageBody') ?? '');
  if (bytes > mostBytes) throw batchTooLong(bytes);
  return eachEntry(input, (entry) => sendMessage(queue, entry, now_ms));
}
