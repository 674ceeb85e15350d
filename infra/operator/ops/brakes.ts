/** `pause` and `resume`: the one control item, changed so that two operators at once both have their way. */
import { Temporal } from 'temporal-polyfill';
import { brakesBiteWithin_ms } from '../../../shared/aws/dynamo-control.ts';
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import {
  type Brakes,
  brakesAt,
  isJudgedKind,
  type Pause,
  withKind,
  withoutPause,
  withPause,
} from '../../../shared/core/record/brakes.ts';
import { isBefore } from '../../../shared/core/values/civil-time.ts';
import { judgedKinds } from '../../../shared/core/values/judged-kind.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import { OperatorRefusal, WrongUsage } from '../../terminal/refusal.ts';
import type { Report } from '../../terminal/report.ts';
import type { DeploymentWith } from '../composition.ts';
import { brakesInWords } from './brakes-in-words.ts';
import { untilOf } from './since.ts';
import { toTheMinute } from './to-the-minute.ts';

export type BrakeAction = 'pause' | 'resume';

interface BrakeOrder {
  readonly action: BrakeAction;
  /** `all`, a kind that the breaker judges, or a scenario's id. */
  readonly what: string;
  /** A resume has no end. */
  readonly word: Pause;
}

/**
 * The brakes after the order: letting a kind go has the breaker look only at what is sent after. An unknown
 * scenario is refused.
 */
export function changedBrakes(
  before: Brakes,
  { action, what, word }: BrakeOrder,
  scenarios: readonly Pick<Scenario, 'id'>[],
): Brakes {
  const brakes = brakesAt(before, word.since);
  const { paused } = brakes;
  const on = action === 'pause';
  const known = [...new Set(scenarios.map(({ id }) => id))].sort();
  const isLane = what === 'all' || isJudgedKind(what);
  // A scenario that is gone from the code may still be paused; it can always be resumed.
  if (!isLane && !known.includes(what) && (on || !paused.scenarios.includes(what))) {
    throw new OperatorRefusal(
      `There is no scenario "${what}": take all, ${judgedKinds.join(', ')}, or one of ${known.join(', ')}.`,
    );
  }
  if (on) return withPause(brakes, what, word);
  const left = withoutPause(brakes, what);
  return isJudgedKind(what) ? withKind(left, what, false, { judgedFrom: word.since }) : left;
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

/** What is typed beside `pause` and `resume`. */
export interface BrakeWords {
  readonly by: string;
  readonly because?: string | undefined;
  readonly until?: string | undefined;
}

export async function brake(
  { called, clock, ports, settings }: DeploymentWith<'control' | 'audit'>,
  order: { readonly action: BrakeAction; readonly what: string } & BrakeWords,
  scenarios: readonly Scenario[],
): Promise<Report> {
  const { action, what } = order;
  const now = await clock.now();
  const at = Temporal.Instant.fromEpochMilliseconds(now.epochMilliseconds);
  const word = wordOf(order, at, settings.timeZone);
  const change = (brakes: Brakes) => changedBrakes(brakes, { action, what, word }, scenarios);
  // What is refused is not written down; what is done never goes unwritten.
  change(await ports.control.read());
  const { by, because } = word;
  await ports.audit.note({ at, action, who: what, by, ...(because !== '' && { because }) });
  const brakes = await ports.control.change(change);
  const seconds = brakesBiteWithin_ms / 1000;
  return {
    lines: [
      `${called}: ${brakesInWords(brakes)}.`,
      `Every worker knows within ${seconds} seconds. ${(what === 'unconfirmed' ? afterForm : after)[action]}`,
      ...(action === 'pause' ? costOf(what, word, settings) : []),
    ],
    data: { ...brakes, effectiveWithin_s: seconds },
  };
}

/** Order mail that the pause outlasts never goes: said while whoever types it can still think better of it. */
function costOf(
  what: string,
  { since, until }: Pause,
  { expiryHours }: Pick<Settings, 'expiryHours'>,
): string[] {
  if (what !== 'all' && what !== 'transactional') return [];
  const hours = expiryHours.transactional;
  const expires = since.add({ hours });
  if (!until)
    return [
      `Without an end: resume it in time, order mail that falls due now expires ${toTheMinute(expires)}.`,
    ];
  if (!isBefore(expires, until)) return [];
  const lost = toTheMinute(until.subtract({ hours }));
  return [
    `What of order mail falls due before ${lost} expires before the pause ends, after ${hours} h, and never goes.`,
  ];
}

const most_characters = 200;

/** It is printed on the terminals of others: no line breaks, and nothing that a terminal would obey. */
const oneLine = (text: string) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();

function wordOf(
  { action, by, because = '', until }: BrakeWords & { readonly action: BrakeAction },
  since: Temporal.Instant,
  zone: string,
): Pause {
  const [who, why] = [oneLine(by), oneLine(because)];
  if (who === '') throw new WrongUsage('Say who, for whoever finds it paused: --by yuki.');
  if (action === 'pause' && why === '') {
    throw new WrongUsage('Say why, for whoever finds it paused: --because "prices are wrong".');
  }
  if ([who, why].some((text) => text.length > most_characters)) {
    throw new WrongUsage(`--by and --because hold ${most_characters} characters each.`);
  }
  return {
    by: who,
    because: why,
    since,
    ...(until !== undefined && { until: untilOf(until, since, zone) }),
  };
}

/** `pauses`: who paused and resumed what, and why, oldest first. */
export async function pauses({ called, ports }: DeploymentWith<'audit'>): Promise<Report> {
  const entries = (await ports.audit.list()).filter(
    ({ action }) => action === 'pause' || action === 'resume',
  );
  const told = entries.map(
    ({ at, action, who, by, because }) =>
      `${at}  ${action.padEnd(6)}  ${who}  by ${by}${because ? `: ${because}` : ''}`,
  );
  const lines = [called, ...(told.length > 0 ? told : ['Nobody has paused anything.'])];
  return { lines, data: { entries } };
}
