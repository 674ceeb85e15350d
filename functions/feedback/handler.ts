/** SES events → touchpoints and suppressions: the batch is read at once, each event has its own verdict. */
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { loadTouchpoints, takeFeedback } from '../../shared/service/feedback.ts';
import { parseSesEvent, type SesEvent } from '../../shared/service/ses-events.ts';
import { lambda } from '../middleware.ts';
import { parseJson } from '../parse-json.ts';
import { dealWith } from '../sqs-batch.ts';
import { feedbackWiring } from '../wiring.ts';

const wired = feedbackWiring();
const { engine, metrics, told } = wired;

export const handler = lambda<SQSEvent, SQSBatchResponse>(told, async ({ Records }) => {
  const batchItemFailures: SQSBatchResponse['batchItemFailures'] = [];
  const events: { record: SQSRecord; event: SesEvent }[] = [];
  for (const record of Records) {
    try {
      const event = parseSesEvent(parseJson(record.body));
      if (event) events.push({ record, event });
      else metrics.count('Ignored');
    } catch (error) {
      batchItemFailures.push(...(await dealWith(wired, [record], error)));
    }
  }
  const known = await loadTouchpoints(
    engine,
    events.map(({ event }) => event),
  );
  for (const { record, event } of events) {
    try {
      await takeFeedback(engine, event, known);
    } catch (error) {
      batchItemFailures.push(...(await dealWith(wired, [record], error)));
    }
  }
  return { batchItemFailures };
});
