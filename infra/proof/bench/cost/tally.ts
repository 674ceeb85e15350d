/** What a play came to, cause by cause: counts of everything that AWS bills. */
import { memory_megabytes } from '../../../stack/event-sources.ts';
import type { FunctionName } from '../../../stack/names.ts';
import { type Cause, causeOf, metricLineOf, metricsOf } from '../lab/causes.ts';
import type { Written } from '../lab/meter.ts';
import type { Played } from '../lab/play.ts';
import { fullBatch, takenAndDeleted, waitShare } from './batches.ts';
import { logged_bytes } from './logged.ts';

/** Sums of one cause. */
export interface Counted {
  /** Messages; invocations where no message brings them. */
  pieces: number;
  readonly requests: Record<string, number>;
  readUnits: number;
  readonly writeUnits: Record<Written, number>;
  queueRequests: number;
  /** Messages that a timer put in. */
  timers: number;
  busIn: number;
  busOut: number;
  apiRequests: number;
  invocations: number;
  billed_ms: number;
  gigabyteSeconds: number;
  /** As measured, on the machine of the bench. */
  processor_ms: number;
  paced_ms: number;
  log_bytes: number;
  mails: number;
}

const noCounts = (): Counted => ({
  pieces: 0,
  requests: {},
  readUnits: 0,
  writeUnits: { record: 0, index: 0, touchpoint: 0, order: 0, other: 0 },
  queueRequests: 0,
  timers: 0,
  busIn: 0,
  busOut: 0,
  apiRequests: 0,
  invocations: 0,
  billed_ms: 0,
  gigabyteSeconds: 0,
  processor_ms: 0,
  paced_ms: 0,
  log_bytes: 0,
  mails: 0,
});

export class CauseTally {
  readonly byCause = new Map<Cause, Counted>();
  /** Every metric that was counted, by its name and what tells it apart. */
  readonly metrics = new Set<string>();
  /** Bytes of each record that was written, in order. */
  readonly records_bytes: number[] = [];

  of(cause: Cause): Counted {
    const counted = this.byCause.get(cause) ?? noCounts();
    this.byCause.set(cause, counted);
    return counted;
  }

  add({ name, messages, found }: Played): void {
    const counted = this.of(causeOf(name, messages, found));
    const pieces = Math.max(1, messages.length);
    const share = pieces / fullBatch[name];
    counted.pieces += pieces;
    for (const [request, often] of Object.entries(found.requests))
      counted.requests[request] = (counted.requests[request] ?? 0) + often;
    addUnits(counted, found, share);
    for (const message of messages) {
      counted.queueRequests += message.request + takenAndDeleted;
      counted.timers += message.byTimer ? 1 : 0;
    }
    // The depth of a queue is a request to it too; what puts messages in is counted with the messages.
    counted.queueRequests += found.requests['sqs.GetQueueAttributes'] ?? 0;
    counted.busOut += found.published;
    counted.apiRequests += name === 'pages' ? 1 : 0;
    counted.invocations += share;
    counted.processor_ms += found.processor_ms;
    counted.paced_ms += found.paced_ms;
    const billed = billed_ms(name, found);
    counted.billed_ms += billed;
    counted.gigabyteSeconds += (billed / 1000) * (memory_megabytes[name] / 1024);
    counted.log_bytes += logged_bytes(found.log, share);
    for (const text of found.log) this.#learn(text);
    counted.mails += found.mails.length;
    this.records_bytes.push(...found.records_bytes);
  }

  #learn(text: string): void {
    const line = metricLineOf(text);
    for (const metric of line ? metricsOf(line) : []) this.metrics.add(metric);
  }
}

/** What is asked once for a whole batch is counted by its share of a full one. */
function addUnits(
  counted: Counted,
  { readUnits, writeUnits, ofBatch }: Played['found'],
  share: number,
): void {
  const unshared = 1 - Math.min(1, share);
  counted.readUnits += readUnits - ofBatch.readUnits * unshared;
  for (const what of Object.keys(writeUnits) as Written[]) counted.writeUnits[what] += writeUnits[what];
  counted.writeUnits.other -= ofBatch.writeUnits * unshared;
}

/** 1,769 MB are one processor: with less memory the same work takes longer. */
const processorFrom_megabytes = 1769;

function billed_ms(name: FunctionName, { waited_ms, paced_ms, processor_ms }: Played['found']): number {
  const slower = Math.max(1, processorFrom_megabytes / memory_megabytes[name]);
  return waited_ms * waitShare[name] + paced_ms + processor_ms * slower;
}
