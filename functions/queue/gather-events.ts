/** A batch of intake messages, sorted by customer: one message may hold no event, one, or several of one customer. */
import type { SQSBatchResponse, SQSRecord } from 'aws-lambda';
import { denialsBeside } from '../../shared/core/events/consent-beside.ts';
import type { StoreEvent } from '../../shared/core/events/event.ts';
import { parseEvent } from '../../shared/core/events/event-schema.ts';
import type { IntakeMessage } from '../../shared/core/events/intake-message.ts';
import type { StoreWideEvent } from '../../shared/core/events/store-wide-event.ts';
import { isOfFriend } from '../../shared/core/facts/event-identity.ts';
import { isBefore } from '../../shared/core/values/civil-time.ts';
import type { World } from '../../shared/ports/world.ts';
import type { GuestNames } from '../../shared/service/intake/guests.ts';
import { type BusMessage, readBusMessage, replayed } from '../boundary/bus-event.ts';
import { rememberOwner, withOwner } from '../boundary/shopify/order-owners.ts';
import { type BatchInbox, dealWith } from './sqs-batch.ts';

export interface GatherPorts extends Pick<World, 'clock' | 'log' | 'metrics' | 'orderOwners'> {
  readonly inbox: BatchInbox;
  readonly guests: GuestNames;
  /** How often the message was put back for later already. */
  readonly copiesOf: (record: SQSRecord) => number;
}

/** The events of one customer, and the messages that are done when all of them are applied. */
interface OfCustomer {
  readonly records: SQSRecord[];
  readonly events: StoreEvent[];
}

export interface Gathered {
  readonly byCustomer: ReadonlyMap<string, OfCustomer>;
  /** What is about no single customer, each with the message that is done with it. */
  readonly storeWide: readonly (readonly [SQSRecord, StoreWideEvent])[];
  readonly own: readonly (readonly [SQSRecord, IntakeMessage])[];
  readonly batchItemFailures: SQSBatchResponse['batchItemFailures'];
}

/** So often a parcel or refund is put back to wait for its order, two minutes each. */
const patience_copies = 5;

/** Never throws for what a message holds: what cannot be read is dealt with here. */
export async function gatherEvents(ports: GatherPorts, records: readonly SQSRecord[]): Promise<Gathered> {
  const batchItemFailures: { itemIdentifier: string }[] = [];
  const byCustomer = new Map<string, OfCustomer>();
  const storeWide: [SQSRecord, StoreWideEvent][] = [];
  const own: [SQSRecord, IntakeMessage][] = [];
  const each = async <Item>(
    items: readonly [SQSRecord, Item][],
    handle: (item: Item, of: SQSRecord) => Promise<void>,
  ) => {
    for (const [record, item] of items) {
      try {
        await handle(item, record);
      } catch (error) {
        batchItemFailures.push(...(await dealWith(ports, [record], error)));
      }
    }
  };
  const read: [SQSRecord, BusMessage][] = [];
  // Two rounds: in one batch a parcel may lie before its order.
  await each(
    records.map((record) => [record, record.body]),
    async (body, record) => {
      const message = readBusMessage(body, ports.clock.now());
      if (message.shopify) await rememberOwner(ports, message.shopify);
      read.push([record, message]);
    },
  );
  await each(read, async (message, record) => {
    if (message.isNews) ports.metrics.count('EventTaken');
    if (message.own) own.push([record, message.own]);
    else if (message.storeWide) {
      tellUnread(ports, message.storeWide);
      storeWide.push([record, message.storeWide]);
    } else {
      const events = await Promise.all((await eventsOf(ports, message, record)).map(ports.guests.named));
      for (const event of events) tellUnread(ports, event);
      if (message.isNews) countOrders(ports, events);
      addTo(byCustomer, record, events);
    }
  });
  return { byCustomer, storeWide, own, batchItemFailures };
}

/** The line of the batch counts the fields that were left out, by their names alone. */
function tellUnread({ log }: GatherPorts, { name, unread = [] }: StoreEvent | StoreWideEvent): void {
  for (const field of unread) log.did(`unread ${name} ${field}`);
}

/** Counts the orders of this hour: one that is told late may be too old to be thanked for. */
function countOrders({ clock, metrics }: GatherPorts, events: readonly StoreEvent[]): void {
  const recent = clock.now().subtract({ hours: 1 });
  const orders = events.filter((one) => one.name === 'OrderPlaced' && !isBefore(one.occurredAt, recent));
  if (orders.length > 0) metrics.count('OrderTaken', orders.length);
}

/**
 * One message may hold several events of one customer; a referral is told to the friend's record as well, and a denial of
 * consent that stands in another event as one of its own.
 */
function addTo(byCustomer: Map<string, OfCustomer>, record: SQSRecord, events: readonly StoreEvent[]): void {
  for (const event of events.flatMap((one) => [one, ...denialsBeside(one), ...friendsOf(one)])) {
    const { id } = event.detail.customer;
    const mine = byCustomer.get(id) ?? { records: [], events: [] };
    if (!mine.records.includes(record)) mine.records.push(record);
    mine.events.push(event);
    byCustomer.set(id, mine);
  }
}

/** The friend's own copy: by it the friend is known as one, and no scenario that begins with a referral is asked. */
function friendsOf(event: StoreEvent): StoreEvent[] {
  const { referral } = event.detail;
  if (event.name !== 'ReferralMade' || !referral || isOfFriend(event)) return [];
  const { eventId } = event.detail;
  return [{ ...event, detail: { eventId, customer: { id: referral.friendId }, referral } }];
}

async function eventsOf(ports: GatherPorts, message: BusMessage, record: SQSRecord): Promise<StoreEvent[]> {
  const { log, metrics } = ports;
  const { messageId } = record;
  if (message.event) return [message.event];
  if (!message.shopify) {
    metrics.count('Ignored');
    log.info('ignored: a detail-type nobody knows', { messageId });
    return [];
  }
  const patient = ports.copiesOf(record) < patience_copies;
  const translated = await withOwner(ports, message.shopify, patient);
  if ('unmapped' in translated) {
    metrics.count('Unmapped');
    log.did(`unmapped ${translated.topic}: ${translated.unmapped}`);
    return [];
  }
  const now = ports.clock.now();
  return translated.events.flatMap(
    ({ detailType, detail }) => replayed(parseEvent(detailType, detail, now), message.replay) ?? [],
  );
}
