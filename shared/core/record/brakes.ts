import type { Temporal } from 'temporal-polyfill';
import { isBefore } from '../values/civil-time.ts';
import { type JudgedKind, judgedKinds } from '../values/judged-kind.ts';

type Instant = Temporal.Instant;

/** What the breaker saw when it paused a kind of mail. */
export interface Trip {
  readonly because: 'bounces' | 'complaints';
  readonly percent: number;
  readonly sent: number;
  readonly at: Instant;
}

/** What the breaker knows of one kind of mail. */
interface Judged {
  /** There while it is the breaker that paused it, and why. */
  readonly breaker?: Trip | undefined;
  /** When it was last let go: the breaker looks only at what was sent after. */
  readonly judgedFrom?: Instant | undefined;
}

/** The kinds beside marketing, whose words stand in the brakes themselves. */
export type OtherKind = Exclude<JudgedKind, 'marketing'>;

/** An operator's word on what is paused. */
export interface Pause {
  readonly by: string;
  readonly because: string;
  readonly since: Instant;
  /** It ends by itself then; until somebody resumes unless given. */
  readonly until?: Instant | undefined;
}

/** The brakes on mail, asked before every message: the operator's, and the breaker's own. `scenarios` are ids, or runs as `runBrake` names them. */
export interface Brakes extends Judged {
  readonly paused: {
    readonly all: boolean;
    readonly marketing: boolean;
    readonly scenarios: readonly string[];
  } & Readonly<Partial<Record<OtherKind, boolean | undefined>>>;
  readonly others?: Readonly<Partial<Record<OtherKind, Judged>>> | undefined;
  /** By `all`, a judged kind or a scenario's id; an older deployment paused without a word. */
  readonly pauses?: Readonly<Record<string, Pause>> | undefined;
}

/** What a pause of the scenario's runs under one key is called, such as `campaign/week-49`. */
export const runBrake = (scenario: string, key: string): string => `${scenario}/${key}`;

export const noBrakes: Brakes = { paused: { all: false, marketing: false, scenarios: [] } };

export const isJudgedKind = (what: string): what is JudgedKind => judgedKinds.some((kind) => kind === what);

/** What the breaker knows of the kind. */
export function judgedOf(brakes: Brakes, kind: JudgedKind): Judged {
  const { breaker, judgedFrom } = (kind === 'marketing' ? brakes : brakes.others?.[kind]) ?? {};
  return { ...(breaker && { breaker }), ...(judgedFrom && { judgedFrom }) };
}

/** The brakes with one kind paused or let go, and what the breaker knows of it. */
export function withKind(brakes: Brakes, kind: JudgedKind, on: boolean, judged: Judged): Brakes {
  const { breaker: _, judgedFrom: __, ...rest } = brakes;
  const paused = switched(brakes.paused, kind, on);
  if (kind === 'marketing') return { ...rest, ...judged, paused };
  return { ...brakes, paused, others: { ...brakes.others, [kind]: judged } };
}

/** The brakes with an operator's pause of `all`, a kind or a scenario. */
export function withPause(brakes: Brakes, what: string, word: Pause): Brakes {
  const paused = switched(brakes.paused, what, true);
  return { ...brakes, paused, pauses: { ...brakes.pauses, [what]: word } };
}

/** The brakes with `all`, a kind or a scenario let go. What the breaker knows stays. */
export function withoutPause({ paused, pauses, ...rest }: Brakes, what: string): Brakes {
  const { [what]: _, ...others } = pauses ?? {};
  const left = switched(paused, what, false);
  return { ...rest, paused: left, ...(Object.keys(others).length > 0 && { pauses: others }) };
}

function switched(paused: Brakes['paused'], what: string, on: boolean): Brakes['paused'] {
  if (what === 'all' || isJudgedKind(what)) return { ...paused, [what]: on };
  const others = paused.scenarios.filter((id) => id !== what);
  return { ...paused, scenarios: on ? [...others, what].sort() : others };
}

/** When a pause ends by itself. What the breaker paused does not. */
export function pauseEnd(brakes: Brakes, what: string): Instant | undefined {
  const isTripped = isJudgedKind(what) && judgedOf(brakes, what).breaker;
  return isTripped ? undefined : brakes.pauses?.[what]?.until;
}

/** The brakes that stand at a moment: without what was to end before. */
export function brakesAt(brakes: Brakes, at: Instant): Brakes {
  const ended = Object.keys(brakes.pauses ?? {}).filter((what) => {
    const end = pauseEnd(brakes, what);
    return end && !isBefore(at, end);
  });
  return ended.reduce(withoutPause, brakes);
}

/** What is paused: `all`, the kinds, the scenarios' ids. */
export const pausedIn = ({ paused }: Brakes): string[] => [
  ...(paused.all ? ['all'] : []),
  ...judgedKinds.filter((kind) => paused[kind] === true),
  ...paused.scenarios,
];

export const isPausedAt = (brakes: Brakes, what: string, at: Instant): boolean =>
  pausedIn(brakesAt(brakes, at)).includes(what);
