/** What today's code reads out of the messages and records that earlier code wrote. */
import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { readBusMessage } from '../../functions/boundary/bus-event.ts';
import { readLaneMessage } from '../../functions/boundary/lane-message.ts';
import { parseJson } from '../../functions/boundary/parse-json.ts';
import { MalformedEvent } from '../../shared/core/events/event-schema.ts';
import { decodeRecord, type StoredRecord } from '../../shared/core/record/record-codec.ts';
import { parseSesEvent } from '../../shared/service/feedback/ses-events.ts';
import { type Written, writtenLines } from './written-lines.ts';

const now = Temporal.Instant.from('2028-01-01T00:00:00Z');

interface WrittenTimer {
  readonly name: string;
  readonly due: string;
  readonly lane: string;
  readonly input: string;
}

/** Long, and of no use to a reader of a diff: the first line that differs tells which record it is. */
const digestOf = (value: unknown) =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);

/** What was taken once and is refused today goes to the dead letters with this reason. */
function readOrRefused(body: string): unknown {
  try {
    return readBusMessage(body, now);
  } catch (error) {
    if (error instanceof MalformedEvent) return { refused: error.message };
    throw error;
  }
}

const readers = {
  'lane-messages': () => writtenLines<string>('lane-messages').map(readLaneMessage),
  'intake-messages': () =>
    writtenLines<string>('intake-messages').map((body) => digestOf(readOrRefused(body))),
  'feedback-messages': () =>
    writtenLines<string>('feedback-messages').map((body) => parseSesEvent(parseJson(body))),
  timers: () =>
    writtenLines<WrittenTimer>('timers').map(({ input, ...timer }) => ({
      ...timer,
      message: readLaneMessage(input),
    })),
  records: () => writtenLines<StoredRecord>('records').map((record) => digestOf(decodeRecord(record))),
} as const satisfies Partial<Record<Written, () => unknown[]>>;

export type Readable = keyof typeof readers;
export const readable = Object.keys(readers) as Readable[];

/** One line of JSON for each line that was written. */
export const readingsOf = (name: Readable): string =>
  `${readers[name]()
    .map((read) => JSON.stringify(read ?? null))
    .join('\n')}\n`;
