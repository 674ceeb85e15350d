/** Intake queue → customer records: the events of one customer in a batch are one load and one save. */
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { StoreEvent } from '../../shared/core/event.ts';
import { ingest } from '../../shared/service/ingest.ts';
import { readBusEvent } from '../bus-event.ts';
import { lambda } from '../middleware.ts';
import { dealWith } from '../sqs-batch.ts';
import { ingestWiring } from '../wiring.ts';

const wired = ingestWiring();
const { engine, clock, log, metrics, told } = wired;

interface Mine {
  readonly records: SQSRecord[];
  readonly events: StoreEvent[];
}

export const handler = lambda<SQSEvent, SQSBatchResponse>(told, async ({ Records }) => {
  const batchItemFailures: SQSBatchResponse['batchItemFailures'] = [];
  const byCustomer = new Map<string, Mine>();
  for (const record of Records) {
    try {
      const event = readBusEvent(record.body, clock.now());
      if (!event) {
        metrics.count('Ignored');
        log.info('ignored: a detail-type nobody knows', { message: record.messageId });
        continue;
      }
      const mine = byCustomer.get(event.detail.customer.id) ?? { records: [], events: [] };
      mine.records.push(record);
      mine.events.push(event);
      byCustomer.set(event.detail.customer.id, mine);
    } catch (error) {
      batchItemFailures.push(...(await dealWith(wired, [record], error)));
    }
  }
  for (const [customer, { records, events }] of byCustomer) {
    try {
      await ingest(engine, customer, events);
    } catch (error) {
      batchItemFailures.push(...(await dealWith(wired, records, error)));
    }
  }
  return { batchItemFailures };
});
