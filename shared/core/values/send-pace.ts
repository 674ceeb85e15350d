/** How fast a lane sends: arithmetic of the mail service's rate, the lane's share of it and the lane's workers. */
import type { Lane } from './lane.ts';

/**
 * How long a worker is busy with one mail, in ms: the mail service's answer (about 120), reads, writes and a schedule in the
 * same Region (about 60), and ten ms of processor, of which 256 MB are a seventh (about 70). The bench bills a sent step 235.
 */
export const mail_ms = 250;

/**
 * A lane that sends alone takes so much of the rate. Order mail leaves room only for calls that arrive sooner or later than
 * the one before. Marketing leaves a quarter to the order mail that trickles in beside it, too little to be seen waiting:
 * were it throttled, it would be a minute late.
 */
const aloneTakes: Readonly<Record<Lane, number>> = { transactional: 0.92, marketing: 0.75 };

/**
 * While both send, a lane takes so much of its share of the rate, both about three quarters of the whole. Their workers know
 * nothing of each other, so that by chance more of them come in one second than in the next; senders at the full rate were
 * seen to be throttled, at three quarters not. Order mail takes a little more: what is throttled of it is not missing then.
 */
const togetherTakes: Readonly<Record<Lane, number>> = { transactional: 0.8, marketing: 0.73 };

/** Lambda's event source takes no fewer, and no more. */
const fewestWorkers = 2;
const mostWorkers = 1000;

/** A batch of ten turns must fit into an invocation of 60 s, of which 20 are kept to send the last one. */
const longestTurn_ms = 3000;

export interface LanePace {
  readonly lane: Lane;
  /** Mails a second that the mail service takes from this deployment. */
  readonly rate: number;
  /** The lane's part of the rate, more than 0 and less than 1. */
  readonly share: number;
  /** Workers of the lane at once. */
  readonly workers: number;
}

/**
 * Calls in any one second, at most, of `workers` that each make `perWorker` a second, whatever the moments they began at:
 * the rate is filled best where each makes a whole number of them.
 */
const atMost = (workers: number, perWorker: number) => workers * Math.ceil(perWorker);

/**
 * The fewest workers that come to what a lane can send alone, a hundredth more or less; fewer where by their share each would
 * wait too long for a turn.
 */
export function workersFor(lane: Omit<LanePace, 'workers'>): number {
  const needed = Math.max(fewestWorkers, Math.ceil((lane.rate * mail_ms) / 1000));
  const patient = Math.floor((longestTurn_ms / 1000) * togetherTakes[lane.lane] * lane.rate * lane.share);
  const most = Math.max(fewestWorkers, Math.min(lane.rate, patient, mostWorkers));
  const fewest = Math.min(needed, most);
  const speeds = Array.from({ length: Math.floor(most) - fewest + 1 }, (_, more) =>
    mailsPerSecond({ ...lane, workers: fewest + more }, true),
  );
  const best = Math.max(...speeds);
  return fewest + speeds.findIndex((speed) => speed >= 0.99 * best);
}

/**
 * The least time between two calls of one worker while its lane sends alone, in ms: no chance has all of them exceed the rate,
 * unless they are more than it grants in a second.
 */
export function aloneEvery_ms({ lane, rate, workers }: Omit<LanePace, 'share'>): number {
  const perWorker = (aloneTakes[lane] * rate) / workers;
  const wholeCalls = Math.floor(rate / workers);
  // Workers whose number does not divide the rate: each makes fewer calls, rather than all together too many.
  const isSlower = wholeCalls > 0 && atMost(workers, perWorker) > rate;
  return Math.ceil(1000 / (isSlower ? aloneTakes[lane] * wholeCalls : perWorker));
}

/** The same while the other lane sends too, in ms: never less than alone. */
export function sharedEvery_ms(pace: LanePace): number {
  const { lane, rate, share, workers } = pace;
  const every_ms = Math.ceil((1000 * workers) / (togetherTakes[lane] * rate * share));
  return Math.max(every_ms, aloneEvery_ms(pace));
}

/**
 * The least time between two mails of one worker that ask to confirm, in ms: all of them come to this share of what the lane
 * is sure of while the other sends too.
 */
export const confirmEvery_ms = (pace: LanePace, share: number): number =>
  Math.ceil(sharedEvery_ms(pace) / share);

/** Mails a second that the lane's workers come to. */
export function mailsPerSecond(pace: LanePace, isAlone: boolean): number {
  const every_ms = isAlone ? aloneEvery_ms(pace) : sharedEvery_ms(pace);
  return (1000 * pace.workers) / Math.max(every_ms, mail_ms);
}

export const otherLane: Readonly<Record<Lane, Lane>> = {
  transactional: 'marketing',
  marketing: 'transactional',
};
