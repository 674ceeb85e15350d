/** What a million pieces of one kind of work cost: the counts of one piece, at the prices of a region. */
import type { Measured, MeasuredKind, Measurements } from '../lab/measure.ts';
import { type Line, line } from './lines.ts';
import type { Prices } from './prices.ts';

/** What one piece takes, on average over those that were counted. */
export interface Piece {
  readonly busEvents: number;
  readonly queueRequests: number;
  readonly apiRequests: number;
  readonly invocations: number;
  /** Billed time of its invocations, its part of a batch. */
  readonly duration_ms: number;
  readonly readUnits: number;
  readonly writeUnits: number;
  /** Timers armed by it that fire some day. */
  readonly timers: number;
  readonly mails: number;
  readonly log_bytes: number;
  readonly requests: Readonly<Record<string, number>>;
}

/** How a kind of work comes in, and how long it is taken to last. Durations are assumptions: only AWS can measure them. */
interface Way {
  readonly from: 'bus' | 'timer' | 'ses' | 'api' | 'clock' | 'nowhere';
  readonly batch: number;
  readonly invocation_ms: number;
}

/** At 512 MB: a step is mostly the mail service's answer; an ingest batch of ten 300 ms; feedback 500 ms for a hundred. */
export const assumed_ms = { step: 200, ingestBatch: 300, feedbackBatch: 500, page: 100, sweep: 500 };
const memory_gigabytes = 0.5;

const bus: Way = { from: 'bus', batch: 10, invocation_ms: assumed_ms.ingestBatch };
const step: Way = { from: 'timer', batch: 10, invocation_ms: 10 * assumed_ms.step };
const ses: Way = { from: 'ses', batch: 100, invocation_ms: assumed_ms.feedbackBatch };

const ways: Readonly<Record<MeasuredKind, Way>> = {
  'event-first': bus,
  'event-known': bus,
  'event-moves': bus,
  'event-repeat': bus,
  'event-unwanted': { from: 'nowhere', batch: 1, invocation_ms: 0 },
  'step-sent': step,
  'step-thanks': step,
  'step-skipped': step,
  'step-held': step,
  unsubscribe: { from: 'api', batch: 1, invocation_ms: assumed_ms.page },
  'feedback-sent': ses,
  'feedback-delivered': ses,
  'feedback-both': { ...ses, batch: 50 },
  'feedback-bounced': ses,
  'sweep-idle': { from: 'clock', batch: 1, invocation_ms: assumed_ms.sweep },
};

/** What Lambda itself writes for an invocation, and what CloudWatch adds to each line. */
const platform_bytes = 350;
const eachLine_bytes = 26;

/** Lambda takes ten messages from a queue in one request, and deletes ten in another: 1.2 requests for each. */
const takenAndDeleted = 2 / 10;

function pieceOf(kind: MeasuredKind, measured: Measured): Piece {
  const { from, batch, invocation_ms } = ways[kind];
  const each = (count: number) => count / measured.of;
  const messages = kind === 'feedback-both' ? 2 : 1;
  const queued = from === 'bus' || from === 'timer' || from === 'ses';
  const invocations = from === 'nowhere' ? 0 : 1 / batch;
  return {
    busEvents: from === 'bus' || from === 'nowhere' ? 1 : 0,
    queueRequests: queued
      ? messages * (1 + takenAndDeleted)
      : each(measured.requests['sqs.GetQueueAttributes'] ?? 0),
    apiRequests: from === 'api' ? 1 : 0,
    invocations,
    duration_ms: invocation_ms * invocations,
    readUnits: each(measured.readUnits),
    writeUnits: each(measured.writeUnits),
    timers: each(measured.outgoing.filter(({ by }) => by === 'timer').length),
    mails: each(measured.mails.length),
    log_bytes: each(measured.log.bytes + eachLine_bytes * measured.log.lines) + platform_bytes * invocations,
    requests: Object.fromEntries(Object.entries(measured.requests).map(([name, n]) => [name, each(n)])),
  };
}

export function pieces(measurements: Measurements): Readonly<Record<MeasuredKind, Piece>> {
  const entries = Object.entries(measurements) as [MeasuredKind, Measured][];
  return Object.fromEntries(entries.map(([kind, measured]) => [kind, pieceOf(kind, measured)])) as Record<
    MeasuredKind,
    Piece
  >;
}

/**
 * The lines of `millions` million pieces, without SES's price of a mail. `paidTimers`: the part of the timers that is
 * beyond the 14 million a month that Scheduler gives for nothing.
 */
export function costOf(piece: Piece, at: Prices, { millions = 1, paidTimers = 0 } = {}): Line[] {
  return [
    line('events on the bus, M', millions * piece.busEvents, at.busEvent),
    line('timers beyond the free ones, M', millions * piece.timers * paidTimers, at.timer),
    line('queue requests, M', millions * piece.queueRequests, at.queueRequest),
    line('HTTP API requests, M', millions * piece.apiRequests, at.apiRequest),
    line('Lambda invocations, M', millions * piece.invocations, at.invocation),
    line(
      'Lambda GB-seconds, M',
      millions * (piece.duration_ms / 1000) * memory_gigabytes,
      at.gigabyteSecond.usd * 1e6,
    ),
    line('DynamoDB read units, M', millions * piece.readUnits, at.readUnit),
    line('DynamoDB write units, M', millions * piece.writeUnits, at.writeUnit),
    line('logs, GB', (millions * piece.log_bytes * 1e6) / 1e9, at.logGigabyte),
  ];
}

export { memory_gigabytes };
