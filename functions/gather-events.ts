/** A batch of intake messages, sorted by customer: one message may hold no event, one, or several of one customer. */
import type { SQSBatchResponse, SQSRecord } from 'aws-lambda';
import type { StoreEvent } from '../shared/core/event.ts';
import { parseEvent } from '../shared/core/event-schema.ts';
import { rememberOwner, withOwner } from '../shared/service/shopify/order-owners.ts';
import type { World } from '../shared/world.ts';
import { type BusMessage, readBusMessage, replayed } from './bus-event.ts';
import { dealWith, type Inbox } from './sqs-batch.ts';

export interface GatherPorts extends Pick<World, 'clock' | 'log' | 'metrics' | 'orderOwners'> {
  readonly inbox: Inbox;
  /** How often the message was put back for later already. */
  readonly copiesOf: (record: SQSRecord) => number;
}

/** The events of one customer, and the messages that are done when all of them are applied. */
export interface OfCustomer {
  readonly records: SQSRecord[];
  readonly events: StoreEvent[];
}

export interface Gathered {
  readonly byCustomer: ReadonlyMap<string, OfCustomer>;
  readonly batchItemFailures: SQSBatchResponse['batchItemFailures'];
}

/** So often a parcel or refund is put back to wait for its order, two minutes each. */
const patience_copies = 5;

/** Never throws for what a message holds: what cannot be read is dealt with here. */
export async function gatherEvents(ports: GatherPorts, records: readonly SQSRecord[]): Promise<Gathered> {
  const batchItemFailures: { itemIdentifier: string }[] = [];
  const byCustomer = new Map<string, OfCustomer>();
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
    const events = await eventsOf(ports, message, record);
    const [customer] = events.map((event) => event.detail.customer.id);
    if (customer === undefined) return;
    const mine = byCustomer.get(customer) ?? { records: [], events: [] };
    mine.records.push(record);
    mine.events.push(...events);
    byCustomer.set(customer, mine);
  });
  return { byCustomer, batchItemFailures };
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
    log.info('unmapped', { topic: translated.topic, reason: translated.unmapped, messageId });
    return [];
  }
  const now = ports.clock.now();
  return translated.events.flatMap(
    ({ detailType, detail }) => replayed(parseEvent(detailType, detail, now), message.replay) ?? [],
  );
}
