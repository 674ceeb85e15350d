/**
 * What of an invocation is whose where batches are full: the population is small, and its batches hold mostly one message,
 * where the queues of a store with a million mails fill them. Assumptions, each printed.
 */
import { settingsDefaults } from '../../../../shared/settings/settings-defaults.ts';
import { eventSources } from '../../../stack/event-sources.ts';
import type { FunctionName } from '../../../stack/names.ts';

export const fullBatch: Readonly<Record<FunctionName, number>> = {
  ...(Object.fromEntries(
    eventSources({ ...settingsDefaults, laneConcurrency: undefined }).map((source) => [
      source.function,
      source.batchSize,
    ]),
  ) as Record<'ingest' | 'sender' | 'feedback', number>),
  pages: 1,
  reconcile: 1,
};

/** Lambda takes ten messages from a queue in one request, and deletes ten in another. */
export const takenAndDeleted = 2 / 10;

/**
 * How much of a message's own waiting is billed: a sender handles one after the other; ingest all customers of a batch at
 * once, which takes as long as its slowest, taken as twice the mean; feedback asks once for the whole batch.
 */
export const waitShare: Readonly<Record<FunctionName, number>> = {
  sender: 1,
  ingest: 2 / fullBatch.ingest,
  feedback: 1 / fullBatch.feedback,
  pages: 1,
  reconcile: 1,
};

/** What Lambda itself writes for an invocation, and what CloudWatch adds to each line. */
export const platform_bytes = 350;
export const eachLine_bytes = 26;
