import type { Temporal } from 'temporal-polyfill';
import type { JudgedKind } from '../values/judged-kind.ts';

/** What the breaker saw when it paused a kind of mail. */
export interface Trip {
  readonly because: 'bounces' | 'complaints';
  readonly percent: number;
  readonly sent: number;
  readonly at: Temporal.Instant;
}

/** What the breaker knows of one kind of mail. */
interface Judged {
  /** There while it is the breaker that paused it, and why. */
  readonly breaker?: Trip | undefined;
  /** When it was last let go: the breaker looks only at what was sent after. */
  readonly judgedFrom?: Temporal.Instant | undefined;
}

/** The kinds beside marketing, whose words stand in the brakes themselves. */
export type OtherKind = Exclude<JudgedKind, 'marketing'>;

/** The brakes on mail, asked before every message: the operator's, and the breaker's own. `scenarios` are ids. */
export interface Brakes extends Judged {
  readonly paused: {
    readonly all: boolean;
    readonly marketing: boolean;
    readonly scenarios: readonly string[];
  } & Readonly<Partial<Record<OtherKind, boolean | undefined>>>;
  readonly others?: Readonly<Partial<Record<OtherKind, Judged>>> | undefined;
}

export const noBrakes: Brakes = { paused: { all: false, marketing: false, scenarios: [] } };

export const isKindPaused = ({ paused }: Brakes, kind: JudgedKind): boolean => paused[kind] === true;

/** What the breaker knows of the kind. */
export function judgedOf(brakes: Brakes, kind: JudgedKind): Judged {
  const { breaker, judgedFrom } = (kind === 'marketing' ? brakes : brakes.others?.[kind]) ?? {};
  return { ...(breaker && { breaker }), ...(judgedFrom && { judgedFrom }) };
}

/** The brakes with one kind paused or let go, and what the breaker knows of it. */
export function withKind(brakes: Brakes, kind: JudgedKind, paused: boolean, judged: Judged): Brakes {
  const { breaker: _, judgedFrom: __, ...rest } = brakes;
  const next = { ...brakes.paused, [kind]: paused };
  if (kind === 'marketing') return { ...rest, ...judged, paused: next };
  return { ...brakes, paused: next, others: { ...brakes.others, [kind]: judged } };
}
