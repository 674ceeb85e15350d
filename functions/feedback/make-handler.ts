/** SES events → touchpoints and suppressions. */
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type { Host } from '../host.ts';
import { lambda } from '../middleware.ts';
import { takeFeedbackBatch } from '../queue/take-feedback.ts';
import { feedbackWiring } from '../wiring/feedback-wiring.ts';

export function makeHandler(host: Host) {
  const wired = feedbackWiring(host);
  return lambda<SQSEvent, SQSBatchResponse>(wired.telemetry, ({ Records }) =>
    takeFeedbackBatch(wired, wired.engine, Records),
  );
}
