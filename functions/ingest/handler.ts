/** Intake queue → customer records: the events of one customer in a batch are one load and one save. */
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { ingest } from '../../shared/service/ingest.ts';
import { gatherEvents } from '../gather-events.ts';
import { lambda } from '../middleware.ts';
import { dealWith } from '../sqs-batch.ts';
import { ingestWiring } from '../wiring.ts';

const wired = ingestWiring();
const { engine, told } = wired;

export const handler = lambda<SQSEvent, SQSBatchResponse>(told, async ({ Records }) => {
  const { byCustomer, batchItemFailures } = await gatherEvents(wired, Records);
  // Customers do not depend on one another: a batch of ten takes as long as its slowest.
  await Promise.all(
    [...byCustomer].map(async ([customer, { records, events }]) => {
      try {
        await ingest(engine, customer, events);
      } catch (error) {
        batchItemFailures.push(...(await dealWith(wired, records, error)));
      }
    }),
  );
  return { batchItemFailures };
});
