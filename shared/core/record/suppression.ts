/** What is known against an address: why it must not be mailed, and how often mail to it came back for the moment. */
import { Temporal } from 'temporal-polyfill';
import { isBefore } from '../values/civil-time.ts';
import type { Topic } from '../values/topic.ts';

type Instant = Temporal.Instant;

/** Why an address must not be mailed. */
export interface Suppression {
  readonly because: 'hard-bounce' | 'complaint' | 'unsubscribed' | 'erased';
  readonly at: Instant;
}

/** `all` stops every mail, `marketing` only marketing; `erased` marketing too, and hides neither of the others. */
export const suppressionScopes = ['all', 'marketing', 'erased'] as const;
export type SuppressionScope = (typeof suppressionScopes)[number];

/** What is known, beside an address, of a customer whose address it is. Nothing of one who came before it was kept. */
export interface Holder {
  /** Topics of mail that are granted. */
  readonly granted?: readonly Topic[] | undefined;
  /** The newest purchase, as far as the address was told of it. */
  readonly boughtAt?: Instant | undefined;
  /** True of a buyer whose purchases nobody has told of. */
  readonly bought?: true | undefined;
  /** When the address was first told of the customer. */
  readonly since?: Instant | undefined;
}

/** What is known of an address, by its keyed hash. */
export interface AddressState extends Readonly<Partial<Record<SuppressionScope, Suppression | undefined>>> {
  readonly key: string;
  /** The customers whose address it is, by id; of very many, some. */
  readonly holders?: Readonly<Record<string, Holder>> | undefined;
  /** When mail to it came back for the moment (a full mailbox, a server that was away), oldest first. */
  readonly strikes?: readonly Instant[] | undefined;
}

/**
 * Of two words about one scope the one that stays, whatever the order in which they came: the later one, but a bounce
 * never hides a complaint.
 */
export function lastingSuppression(a: Suppression, b: Suppression): Suppression {
  const [isLesser, other] = [a.because === 'hard-bounce', b.because === 'hard-bounce'];
  if (isLesser !== other) return isLesser ? b : a;
  return isBefore(a.at, b.at) ? b : a;
}

/** From how many strikes within how many days an address rests, and how long. */
export interface SoftBounceRule {
  readonly strikes: number;
  readonly days: number;
  readonly restDays: number;
}

/** So many of the newest strikes are kept of an address: enough for the strictest rule there may be. */
const strikesKept = 40;

/** The newest strikes, each once, oldest first: the same whatever the order in which they came. */
export function keptStrikes(all: readonly Instant[]): readonly Instant[] {
  const moments = [...new Set(all.map(({ epochMilliseconds }) => epochMilliseconds))].sort((a, b) => a - b);
  return moments.slice(-strikesKept).map((at_ms) => Temporal.Instant.fromEpochMilliseconds(at_ms));
}

const hoursIn = (days: number) => ({ hours: 24 * days });

/**
 * Until when the address rests, asked at `at`; undefined where it does not. The strikes that led to a rest are done with:
 * after it the count begins anew, and what comes back during it counts for nothing.
 */
export function restsUntil(
  state: AddressState | undefined,
  { strikes, days, restDays }: SoftBounceRule,
  at: Instant,
): Instant | undefined {
  let counted: Instant[] = [];
  let until: Instant | undefined;
  for (const strike of state?.strikes ?? []) {
    if (isBefore(at, strike)) break;
    if (until && isBefore(strike, until)) continue;
    const since = strike.subtract(hoursIn(days));
    counted = [...counted.filter((earlier) => isBefore(since, earlier)), strike];
    if (counted.length < strikes) continue;
    until = strike.add(hoursIn(restDays));
    counted = [];
  }
  return until && isBefore(at, until) ? until : undefined;
}
