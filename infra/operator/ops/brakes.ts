/** `pause` and `resume`: the one control item, changed so that two operators at once both have their way. */
import type { Temporal } from 'temporal-polyfill';
import { brakesBiteWithin_ms } from '../../../shared/aws/dynamo-control.ts';
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import {
  type Brakes,
  isKindPaused,
  judgedOf,
  type Trip,
  withKind,
} from '../../../shared/core/record/brakes.ts';
import { type JudgedKind, judgedKinds } from '../../../shared/core/values/judged-kind.ts';
import { OperatorRefusal } from '../../terminal/refusal.ts';
import type { Report } from '../../terminal/report.ts';
import type { DeploymentWith } from '../composition.ts';

export type BrakeAction = 'pause' | 'resume';

interface BrakeOrder {
  readonly action: BrakeAction;
  /** `all`, a kind that the breaker judges, or a scenario's id. */
  readonly what: string;
  readonly at: Temporal.Instant;
}

/**
 * The brakes after the order: letting a kind go has the breaker look only at what is sent after. An unknown
 * scenario is refused.
 */
export function changedBrakes(
  brakes: Brakes,
  { action, what, at }: BrakeOrder,
  scenarios: readonly Pick<Scenario, 'id'>[],
): Brakes {
  const { paused } = brakes;
  const on = action === 'pause';
  if (what === 'all') return { ...brakes, paused: { ...paused, all: on } };
  const kind = judgedKinds.find((one) => one === what);
  if (kind) return withKind(brakes, kind, on, on ? judgedOf(brakes, kind) : { judgedFrom: at });
  const known = [...new Set(scenarios.map(({ id }) => id))].sort();
  // A scenario that is gone from the code may still be paused; it can always be resumed.
  if (!known.includes(what) && (on || !paused.scenarios.includes(what))) {
    throw new OperatorRefusal(
      `There is no scenario "${what}": take all, ${judgedKinds.join(', ')}, or one of ${known.join(', ')}.`,
    );
  }
  const others = paused.scenarios.filter((id) => id !== what);
  return { ...brakes, paused: { ...paused, scenarios: on ? [...others, what].sort() : others } };
}

/** One line about what is paused. */
export function brakesInWords(brakes: Brakes): string {
  const { paused } = brakes;
  const parts = [
    ...(paused.all ? ['all mail'] : []),
    ...judgedKinds
      .filter((kind) => isKindPaused(brakes, kind))
      .map((kind) => `${kindsInWords[kind]}${tripInWords(judgedOf(brakes, kind).breaker)}`),
    ...paused.scenarios.map((id) => `scenario ${id}`),
  ];
  return parts.length === 0 ? 'nothing is paused' : `paused: ${parts.join(', ')}`;
}

const kindsInWords: Readonly<Record<JudgedKind, string>> = {
  unconfirmed: 'unconfirmed people’s mail and the sign-up form',
  marketing: 'marketing mail',
  transactional: 'order mail',
};

function tripInWords(trip: Trip | undefined): string {
  if (!trip) return '';
  const { because, percent, sent, at } = trip;
  const what = because === 'bounces' ? 'bounced' : 'were reported as spam';
  return ` (by the breaker, ${at.toString({ smallestUnit: 'minute' })}: ${Number(percent.toPrecision(2))} % of ${sent} ${what})`;
}

const after = {
  pause: 'A mail that falls due meanwhile is held, and asks again every hour until it may go or is too late.',
  resume: 'Held mail goes when it next asks: within an hour. What is too late by then ends as skipped.',
} as const;

/** Of the sign-up form nobody is held: whoever meant it signs up again. */
const afterForm = {
  pause:
    'The sign-up form is shut; a question that falls due meanwhile is skipped, and asked again when they sign up again.',
  resume: 'The sign-up form is open again; what was skipped is not sent late.',
} as const;

export async function brake(
  { called, clock, ports }: DeploymentWith<'control'>,
  action: BrakeAction,
  what: string,
  scenarios: readonly Scenario[],
): Promise<Report> {
  const now = await clock.now();
  const brakes = await ports.control.change((before) =>
    changedBrakes(before, { action, what, at: now }, scenarios),
  );
  const seconds = brakesBiteWithin_ms / 1000;
  return {
    lines: [
      `${called}: ${brakesInWords(brakes)}.`,
      `Every worker knows within ${seconds} seconds. ${(what === 'unconfirmed' ? afterForm : after)[action]}`,
    ],
    data: { ...brakes, effectiveWithin_s: seconds },
  };
}
