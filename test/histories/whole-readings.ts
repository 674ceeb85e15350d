/** What whole records that earlier code packed are to today's code, as they lie there and after what came later. */
import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { unpacked } from '../../shared/aws/packed-record.ts';
import { applyEvents } from '../../shared/core/enrolments/apply-events.ts';
import { parseEvent } from '../../shared/core/events/event-schema.ts';
import { openBook } from '../../shared/core/language/scenario-book.ts';
import type { Customer } from '../../shared/core/record/customer.ts';
import { decodeRecord, encodeRecord } from '../../shared/core/record/record-codec.ts';
import { settings } from '../support/settings.ts';
import { writtenLines } from './written-lines.ts';

/** An item as it was written: the bytes of its fields in base64. */
export type WrittenItem = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** What was written, by its store: what of the same day's code belongs together. */
export function writings(): ReadonlyMap<string, readonly WrittenItem[]> {
  return Map.groupBy(writtenLines<WrittenItem>('whole-items'), ({ pk }) => String(pk?.S).split('#')[1] ?? '');
}

/** The customer of a record's item; undefined for any other. */
export function recordOf({ sk, doc, shape, version, dict }: WrittenItem): Customer | undefined {
  const { $bytes } = (doc?.B ?? {}) as { readonly $bytes?: string };
  if (sk !== undefined || $bytes === undefined) return undefined;
  const numbers = { shape: Number(shape?.N), version: Number(version?.N), dict: Number(dict?.N) };
  return decodeRecord(unpacked({ ...numbers, doc: Buffer.from($bytes, 'base64') }));
}

/** No scenario: what is known of somebody hangs on none. */
const book = openBook([], {});
const at = Temporal.Instant.from('2026-12-24T03:00:00Z');
const told = { eventId: 'later', occurredAt: '2026-12-24T03:00:00Z', customer: { id: 'c-whole' } };

/** Words of each kind on what the record holds already. */
const later = [
  ['OrderRefunded', { order: { id: 'o-1' }, refund: { id: 'r-9', amount: 100, currency: 'JPY' } }],
  ['OrderPlaced', { order: { id: 'o-9', total: 900, currency: 'USD', items: [{ productId: 'p-1' }] } }],
  ['ConsentChanged', { consent: { granted: false, topics: ['tips'] } }],
  ['CustomerUpdated', { customer: { id: 'c-whole', source: 'ads', line: { userId: `U${'f'.repeat(32)}` } } }],
  ['SubscriptionRenewed', { subscription: { id: 'su-1', nth: 5 } }],
  ['HelpRequested', { help: { id: 'h-0' } }],
] as const;

const after = (customer: Customer): Customer =>
  later.reduce((known, [name, detail]) => {
    const event = parseEvent(name, { ...told, eventId: name, ...detail }, at);
    return event ? applyEvents(known, [event], { at, settings, book }).customer : known;
  }, customer);

const digestOf = (value: unknown) =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);

/** Field by field, so that a reader of a diff learns which of them is read otherwise. */
const digests = (customer: Customer) =>
  Object.fromEntries(
    Object.entries(encodeRecord(customer))
      .map(([field, value]) => [field, digestOf(value)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

/** One line of JSON for each record. */
export const wholeReadings = (): string =>
  `${writtenLines<WrittenItem>('whole-items')
    .flatMap((item) => recordOf(item) ?? [])
    .map((customer) => JSON.stringify({ stored: digests(customer), later: digests(after(customer)) }))
    .join('\n')}\n`;

/** One line of `written/`. */
export const asLine = (item: object): string =>
  JSON.stringify(item, (_, value) =>
    value instanceof Uint8Array ? { $bytes: Buffer.from(value).toString('base64') } : value,
  );
