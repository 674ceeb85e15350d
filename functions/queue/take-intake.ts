/** A batch of the intake queue: the events of one customer are one load and one save. */
import type { SQSBatchResponse, SQSRecord } from 'aws-lambda';
import { guestNames } from '../../shared/service/intake/guests.ts';
import { handleIntake, type IntakePorts } from '../../shared/service/intake/handle-intake.ts';
import type { IngestPorts } from '../../shared/service/intake/ingest-ports.ts';
import { takeEvents } from '../../shared/service/intake/mailbox.ts';
import { spreadStoreWide } from '../../shared/service/intake/spread-store-wide.ts';
import type { Engine } from '../../shared/service/saving/engine.ts';
import { type GatherPorts, gatherEvents } from './gather-events.ts';
import { dealWith } from './sqs-batch.ts';

export type TakePorts = IngestPorts | IntakePorts | 'products';

export async function takeIntake(
  queue: Omit<GatherPorts, 'guests'>,
  engine: Engine<TakePorts>,
  records: readonly SQSRecord[],
): Promise<SQSBatchResponse> {
  const ports: GatherPorts = { ...queue, guests: guestNames(engine) };
  const { byCustomer, storeWide, own, batchItemFailures } = await gatherEvents(ports, records);
  const failures = [...batchItemFailures];
  const attempt = async (of: readonly SQSRecord[], work: () => Promise<unknown>) => {
    try {
      await work();
    } catch (error) {
      failures.push(...(await dealWith(ports, of, error)));
    }
  };
  // Customers do not depend on one another: a batch of ten takes as long as its slowest.
  await Promise.all([
    ...[...byCustomer].map(([customer, { records: hers, events }]) =>
      attempt(hers, () => takeEvents(engine, customer, events)),
    ),
    ...storeWide.map(([record, event]) => attempt([record], () => spreadStoreWide(engine, event))),
    ...own.map(([record, message]) => attempt([record], () => handleIntake(engine, message))),
  ]);
  return { batchItemFailures: failures };
}
