/** A batch of the intake queue, gathered with ports in memory that remember what became of it. */
import type { SQSRecord } from 'aws-lambda';
import { type GatherPorts, gatherEvents } from '../../../functions/queue/gather-events.ts';
import { memoryWorld } from '../../../shared/memory/memory-world.ts';
import { guestNames } from '../../../shared/service/intake/guests.ts';
import { at } from '../../support/events.ts';
import { example, type Payload, webhook } from '../boundary/shopify/example-webhooks.ts';

export function ports() {
  const world = memoryWorld({ startAt: at('2026-11-22T09:31:00+09:00'), settings: { locale: 'ja' } });
  const buried: string[] = [];
  const delayed: number[] = [];
  const counted: string[] = [];
  const told: unknown[] = [];
  const given: GatherPorts & Pick<typeof world, 'keys'> = {
    keys: world.keys,
    clock: world.clock,
    orderOwners: world.orderOwners,
    log: {
      ...world.log,
      did: (what) => void told.push(what),
      info: (message, fields) => void told.push({ message, ...fields }),
    },
    // Each that comes is counted, whatever becomes of it.
    metrics: { count: (name) => void (name === 'EventTaken' || counted.push(name)) },
    inbox: {
      bury: async (_, reason) => void buried.push(reason),
      delay: async (_, delay_s) => void delayed.push(delay_s),
    },
    guests: guestNames({ world, settings: { store: 'mori' } }),
    copiesOf: (record) => Number(record.messageAttributes.copies?.stringValue ?? 0),
  };
  return { given, buried, delayed, counted, told };
}

export function record(messageId: string, parts: object, copies = 0): SQSRecord {
  const envelope = { source: 'aws.partner/shopify.com/1/mori', 'detail-type': 'shopifyWebhook', ...parts };
  const messageAttributes = copies > 0 ? { copies: { stringValue: String(copies) } } : {};
  return { messageId, body: JSON.stringify(envelope), messageAttributes } as SQSRecord;
}

export const shopify = (topic: string, change: (payload: Payload) => void = () => {}, copies = 0) => {
  const payload = example(topic);
  change(payload);
  return record(topic, { detail: webhook(topic, payload, `wh-${topic}`) }, copies);
};

export const gathered = async (given: GatherPorts, ...records: SQSRecord[]) => {
  const { byCustomer, batchItemFailures } = await gatherEvents(given, records);
  const events = [...byCustomer].map(([customer, mine]) => [customer, mine.events.map((one) => one.name)]);
  return { events, batchItemFailures, byCustomer };
};
