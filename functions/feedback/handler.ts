/** SES events → touchpoints and suppressions. */
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { lambda } from '../middleware.ts';
import { takeFeedbackBatch } from '../queue/take-feedback.ts';
import { feedbackWiring } from '../wiring.ts';

const wired = feedbackWiring();

export const handler = lambda<SQSEvent, SQSBatchResponse>(wired.told, ({ Records }) =>
  takeFeedbackBatch(wired, wired.engine, Records),
);
