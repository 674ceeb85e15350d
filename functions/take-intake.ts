/** A batch of the intake queue: the events of one customer are one load and one save. */
import type { SQSBatchResponse, SQSRecord } from 'aws-lambda';
import type { Engine } from '../shared/service/engine.ts';
import { type IngestPorts, ingest } from '../shared/service/ingest.ts';
import { type GatherPorts, gatherEvents } from './gather-events.ts';
import { dealWith } from './sqs-batch.ts';

export async function takeIntake(
  ports: GatherPorts,
  engine: Engine<IngestPorts>,
  records: readonly SQSRecord[],
): Promise<SQSBatchResponse> {
  const { byCustomer, batchItemFailures } = await gatherEvents(ports, records);
  // Customers do not depend on one another: a batch of ten takes as long as its slowest.
  await Promise.all(
    [...byCustomer].map(async ([customer, { records: hers, events }]) => {
      try {
        await ingest(engine, customer, events);
      } catch (error) {
        batchItemFailures.push(...(await dealWith(ports, hers, error)));
      }
    }),
  );
  return { batchItemFailures };
}
