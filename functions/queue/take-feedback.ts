/** A batch of SES events: what they are about is read at once, then each has its own verdict. */
import type { SQSBatchResponse, SQSRecord } from 'aws-lambda';
import type { Log, Metrics } from '../../shared/ports/telemetry.ts';
import { countReputation } from '../../shared/service/feedback/count-reputation.ts';
import { type FeedbackPorts, loadTouchpoints, takeFeedback } from '../../shared/service/feedback/feedback.ts';
import { parseSesEvent, type SesEvent } from '../../shared/service/feedback/ses-events.ts';
import type { WithoutBook } from '../../shared/service/saving/engine.ts';
import { parseJson } from '../boundary/parse-json.ts';
import { type BatchInbox, dealWith } from './sqs-batch.ts';

interface Ports {
  readonly inbox: BatchInbox;
  readonly log: Log;
  readonly metrics: Metrics;
}

export async function takeFeedbackBatch(
  ports: Ports,
  engine: WithoutBook<FeedbackPorts>,
  records: readonly SQSRecord[],
): Promise<SQSBatchResponse> {
  const batchItemFailures: SQSBatchResponse['batchItemFailures'] = [];
  const events: { record: SQSRecord; event: SesEvent }[] = [];
  for (const record of records) {
    try {
      const event = parseSesEvent(parseJson(record.body));
      if (event) events.push({ record, event });
      else ports.metrics.count('Ignored');
    } catch (error) {
      batchItemFailures.push(...(await dealWith(ports, [record], error)));
    }
  }
  const known = await loadTouchpoints(
    engine,
    events.map(({ event }) => event),
  );
  const taken: SesEvent[] = [];
  for (const { record, event } of events) {
    try {
      await takeFeedback(engine, event, known);
      taken.push(event);
    } catch (error) {
      batchItemFailures.push(...(await dealWith(ports, [record], error)));
    }
  }
  await countReputation(engine, taken, known);
  return { batchItemFailures };
}
