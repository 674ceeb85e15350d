/** Intake queue → customer records. */
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { lambda } from '../middleware.ts';
import { takeIntake } from '../queue/take-intake.ts';
import { ingestWiring } from '../wiring.ts';

const wired = ingestWiring();

export const handler = lambda<SQSEvent, SQSBatchResponse>(wired.told, ({ Records }) =>
  takeIntake(wired, wired.engine, Records),
);
