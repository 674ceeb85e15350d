/** The breaker: mailbox providers shut out a sender of whom too many complain, so each kind of mail stops itself before. */
import { Temporal } from 'temporal-polyfill';
import { isBefore } from '../values/civil-time.ts';
import type { JudgedKind } from '../values/judged-kind.ts';
import { type Brakes, brakesAt, isPausedAt, judgedOf, type Trip, withKind } from './brakes.ts';

type Instant = Temporal.Instant;

/** What became of mails of one kind: how many went, came back for good, were reported as spam. */
export interface ReputationCounts {
  readonly sent: number;
  readonly bounced: number;
  readonly complained: number;
}

export const noReputationCounts: ReputationCounts = { sent: 0, bounced: 0, complained: 0 };

const addedUp = (one: ReputationCounts, other: ReputationCounts): ReputationCounts => ({
  sent: one.sent + other.sent,
  bounced: one.bounced + other.bounced,
  complained: one.complained + other.complained,
});

/** By the kind of mail. */
export type CountsByKind = Readonly<Record<JudgedKind, ReputationCounts>>;

export const noCountsByKind: CountsByKind = {
  unconfirmed: noReputationCounts,
  marketing: noReputationCounts,
  transactional: noReputationCounts,
};

export function addedByKind(one: CountsByKind, other: Partial<CountsByKind>): CountsByKind {
  const sum = (kind: JudgedKind) => addedUp(one[kind], other[kind] ?? noReputationCounts);
  return {
    unconfirmed: sum('unconfirmed'),
    marketing: sum('marketing'),
    transactional: sum('transactional'),
  };
}

/** Limits in percent of what was sent. */
interface Limits {
  readonly bounces: number;
  readonly complaints: number;
}

export interface BreakerRule {
  readonly warn: Limits;
  readonly pause: Limits;
  /** With fewer sends than this nothing is judged: one of few is no rate. */
  readonly minSends: number;
}

export type BreakerJudgement =
  | { readonly level: 'fine' }
  | { readonly level: 'warn' | 'pause'; readonly because: Trip['because']; readonly percent: number };

/** How a kind stands, by the worse of its two rates; a limit that is reached counts as passed. */
export function judgeBreaker(
  { sent, bounced, complained }: ReputationCounts,
  rule: BreakerRule,
): BreakerJudgement {
  if (sent < rule.minSends || sent === 0) return { level: 'fine' };
  const percent = { bounces: (100 * bounced) / sent, complaints: (100 * complained) / sent };
  for (const level of ['pause', 'warn'] as const) {
    for (const because of ['complaints', 'bounces'] as const) {
      if (percent[because] >= rule[level][because]) return { level, because, percent: percent[because] };
    }
  }
  return { level: 'fine' };
}

const lookback = { hours: 24 };
const hour_ms = 3_600_000;

/** The hour a mail was sent in, as it is counted. */
export function hourOf(at: Instant): Instant {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(at.epochMilliseconds / hour_ms) * hour_ms);
}

/** No mail from before this hour is judged any more. */
export const firstJudged = (now: Instant) => hourOf(now.subtract(lookback));

/**
 * From which hour on the breaker judges a kind: the last 24 hours, and nothing from before it was last let go. The hour
 * in which it was is left out whole, since it also holds mails of before.
 */
export function judgedSince(brakes: Brakes, kind: JudgedKind, now: Instant): Instant {
  const { judgedFrom } = judgedOf(brakes, kind);
  const dayAgo = firstJudged(now);
  if (!judgedFrom) return dayAgo;
  const hour = hourOf(judgedFrom);
  const whole = hour.equals(judgedFrom) ? hour : hour.add({ hours: 1 });
  return isBefore(dayAgo, whole) ? whole : dayAgo;
}

/** The brakes with the kind paused by the breaker; as they were where somebody braked or let go since it `looked`. */
export function tripped(now: Brakes, looked: Brakes, kind: JudgedKind, trip: Trip): Brakes {
  const since = (brakes: Brakes) => judgedOf(brakes, kind).judgedFrom?.epochMilliseconds;
  if (isPausedAt(now, kind, trip.at) || since(now) !== since(looked)) return now;
  return withKind(brakesAt(now, trip.at), kind, true, { ...judgedOf(now, kind), breaker: trip });
}

/** What the breaker saw, as an operator reads it. */
export const tripInWords = ({ because, percent, sent }: Omit<Trip, 'at'>): string =>
  `${Number(percent.toPrecision(2))} % of ${sent} ${because === 'bounces' ? 'bounced' : 'were reported as spam'}`;
