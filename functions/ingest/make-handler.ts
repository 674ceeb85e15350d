/** Intake queue → customer records. */
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type { Host } from '../host.ts';
import { lambda } from '../middleware.ts';
import { takeIntake } from '../queue/take-intake.ts';
import { ingestWiring } from '../wiring/ingest-wiring.ts';

export function makeHandler(host: Host) {
  const wired = ingestWiring(host);
  return lambda<SQSEvent, SQSBatchResponse>(wired.telemetry, ({ Records }) =>
    takeIntake(wired, wired.engine, Records),
  );
}
