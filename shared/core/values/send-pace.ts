/** How fast a lane sends: arithmetic of the mail service's rate, the lane's share of it and the lane's workers. */
import type { Lane } from './lane.ts';

/**
 * How long a worker is busy with one mail, in ms: the mail service's answer (about 120), reads, writes and a schedule in the
 * same Region (about 60), and ten ms of processor, of which 256 MB are a seventh (about 70). The bench assumes the same.
 */
export const mail_ms = 250;

/**
 * A lane that sends alone takes so much of the rate. The rest is room for answers that come sooner or later than the one
 * before: workers keep their distance when they ask, and the mail service counts what arrives.
 */
const aloneTakes = 0.92;

/**
 * Both lanes together take so much of the rate. Their workers know nothing of each other, so that by chance more of them
 * come in one second than in the next; senders at the full rate were seen to be throttled, at three quarters not.
 */
const togetherTake = 0.75;

/** Lambda's event source takes no fewer, and no more. */
const fewestWorkers = 2;
const mostWorkers = 1000;

export interface LanePace {
  /** Mails a second that the mail service takes from this deployment. */
  readonly rate: number;
  /** The lane's part of the rate, more than 0 and less than 1. */
  readonly share: number;
  /** Workers of the lane at once. */
  readonly workers: number;
}

/** Calls in any one second, at most, of `workers` that each make `perWorker` a second, whatever the moments they began at. */
const atMost = (workers: number, perWorker: number) => workers * Math.ceil(perWorker);

/**
 * The fewest workers that send the whole rate, and of which no chance makes more calls in a second than the rate: their
 * calls fall together where each makes a whole number of them. A fraction of a mail a second may find no such number.
 */
export function workersFor(rate: number): number {
  const needed = Math.max(fewestWorkers, Math.ceil((rate * mail_ms) / 1000));
  for (let workers = needed; workers <= Math.min(rate, mostWorkers); workers += 1) {
    if (atMost(workers, (aloneTakes * rate) / workers) <= rate) return workers;
  }
  return Math.min(needed, mostWorkers);
}

/** The least time between two calls of one worker while its lane sends alone, in ms: all workers together keep the rate. */
export function aloneEvery_ms({ rate, workers }: Omit<LanePace, 'share'>): number {
  const perWorker = (aloneTakes * rate) / workers;
  const wholeCalls = Math.floor(rate / workers);
  // Workers whose number does not divide the rate: each makes fewer calls, rather than all together too many.
  const isSlower = wholeCalls > 0 && atMost(workers, perWorker) > rate;
  return Math.ceil(1000 / (isSlower ? aloneTakes * wholeCalls : perWorker));
}

/** The same while the other lane sends too, in ms: never less than alone. */
export function sharedEvery_ms({ rate, share, workers }: LanePace): number {
  const every_ms = Math.ceil((1000 * workers) / (togetherTake * rate * share));
  return Math.max(every_ms, aloneEvery_ms({ rate, workers }));
}

/** Mails a second that the lane's workers come to. */
export function mailsPerSecond(pace: LanePace, isAlone: boolean): number {
  const every_ms = isAlone ? aloneEvery_ms(pace) : sharedEvery_ms(pace);
  return (1000 * pace.workers) / Math.max(every_ms, mail_ms);
}

export const otherLane: Readonly<Record<Lane, Lane>> = {
  transactional: 'marketing',
  marketing: 'transactional',
};
