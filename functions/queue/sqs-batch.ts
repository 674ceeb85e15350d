/** A batch of queue messages, each with a verdict of its own: one bad message never makes the others come back. */
import type { SQSBatchResponse, SQSRecord } from 'aws-lambda';
import { fraction } from '../../shared/core/values/ids.ts';
import type { Log, Metrics } from '../../shared/ports/telemetry.ts';
import { reasonOf } from './reason-of.ts';
import { retryCauseOf, verdictOf } from './verdict.ts';

/** The queue a record came from, beyond reading: its dead letters, and copies that come later. */
export interface BatchInbox {
  bury(record: SQSRecord, reason: string): Promise<void>;
  delay(record: SQSRecord, delay_s: number): Promise<void>;
}

interface Ports {
  readonly inbox: BatchInbox;
  readonly log: Log;
  readonly metrics: Metrics;
}

const retried = {
  denied: 'RetriedDenied',
  throttled: 'RetriedThrottled',
  other: 'RetriedOther',
} as const;

/** Deals with records whose handling threw. Returns the ids that are to come back by themselves. */
export async function dealWith(
  ports: Ports,
  records: readonly SQSRecord[],
  error: unknown,
): Promise<SQSBatchResponse['batchItemFailures']> {
  const verdict = verdictOf(error);
  const reason = reasonOf(error);
  const failures: { itemIdentifier: string }[] = [];
  const cause = retryCauseOf(error);
  // What no waiting mends is an error; what comes back by itself a warning.
  const isError = verdict.do === 'bury' || cause === 'denied';
  if (cause) ports.metrics.count(retried[cause], records.length);
  let putAway = 0;
  for (const record of records) {
    const told = { verdict: verdict.do, reason, messageId: record.messageId };
    if (isError) ports.log.error('message not handled', told);
    else ports.log.warn('message not handled', told);
    try {
      if (verdict.do === 'bury') await ports.inbox.bury(record, reason);
      if (verdict.do === 'delay') await ports.inbox.delay(record, delayOf(verdict, record.messageId));
      if (verdict.do === 'retry') failures.push({ itemIdentifier: record.messageId });
      else putAway += 1;
    } catch (second) {
      ports.log.error('message could not be put away', {
        reason: reasonOf(second),
        messageId: record.messageId,
      });
      failures.push({ itemIdentifier: record.messageId });
    }
  }
  if (putAway > 0 && verdict.do === 'bury') ports.metrics.count('Buried', putAway);
  if (putAway > 0 && verdict.do === 'delay' && verdict.parked) ports.metrics.count('Parked', putAway);
  return failures;
}

const delayOf = ({ delay_s, jitter_s = 0 }: { delay_s: number; jitter_s?: number }, messageId: string) =>
  delay_s + Math.floor(fraction(['put-back', messageId]) * jitter_s);

/** Handles records one after the other. */
export async function eachRecord(
  ports: Ports,
  records: readonly SQSRecord[],
  handle: (record: SQSRecord) => Promise<void>,
): Promise<SQSBatchResponse> {
  const batchItemFailures: { itemIdentifier: string }[] = [];
  for (const record of records) {
    try {
      await handle(record);
    } catch (error) {
      batchItemFailures.push(...(await dealWith(ports, [record], error)));
    }
  }
  return { batchItemFailures };
}
