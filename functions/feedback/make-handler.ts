/** SES events → touchpoints and suppressions. */
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type { Host } from '../host.ts';
import { lambda } from '../middleware.ts';
import { takeTold } from '../queue/take-told.ts';
import { feedbackWiring } from '../wiring.ts';

export function makeHandler(host: Host) {
  const wired = feedbackWiring(host);
  return lambda<SQSEvent, SQSBatchResponse>(wired.told, ({ Records }) =>
    takeTold(wired, wired.engine, Records),
  );
}
