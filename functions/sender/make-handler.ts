/** Send lanes → mail: one message at a time, from its claim to its timer. */
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { handleLaneMessage } from '../../shared/service/sending/handle-lane-message.ts';
import { readLaneMessage } from '../boundary/lane-message.ts';
import type { Host } from '../host.ts';
import { lambda } from '../middleware.ts';
import { eachRecord } from '../queue/sqs-batch.ts';
import { senderWiring } from '../wiring/sender-wiring.ts';

export function makeHandler(host: Host) {
  const wired = senderWiring(host);
  const { engine, linkBaseUrl, telemetry } = wired;
  return lambda<SQSEvent, SQSBatchResponse>(telemetry, ({ Records }, context) => {
    const sending = { ...engine, linkBaseUrl, remaining_ms: () => context.getRemainingTimeInMillis() };
    return eachRecord(wired, Records, (record) => handleLaneMessage(sending, readLaneMessage(record.body)));
  });
}
