/** How much a customer gets, counted by the claims that were seen: requests, reminders, offers, gaps, and what was needed. */
import { Temporal } from 'temporal-polyfill';
import type { LetterKind } from '../../shared/core/language/message-standing.ts';
import type { Scenario } from '../../shared/core/language/scenario.ts';
import { isMessage, type MessageStep } from '../../shared/core/language/steps.ts';
import type { Customer } from '../../shared/core/record/customer.ts';
import type { Claim, ClaimMoment } from './claim-checks.ts';
import type { Oracle } from './oracle.ts';
import type { OracleParts } from './oracle-parts.ts';

const day_ms = 86_400_000;
const case_ms = 30 * day_ms;

/** Whether a cap of such letters counts a message; a course is a letter of no kind. */
export function isLetterOf(kind: LetterKind, scenario: Scenario, step: MessageStep | undefined): boolean {
  if (scenario.kind !== 'marketing' || (step?.topic ?? scenario.topic) === 'course') return false;
  const speaksOf = [step?.needs ?? []].flat();
  const asking = scenario.steps.filter(isMessage).filter(({ asks }) => asks);
  const reminds = !step?.asks && asking.some(({ id }) => speaksOf.includes(id));
  const isBroadcast = scenario.priority === 'broadcast' && !step?.asks && !reminds && speaksOf.length === 0;
  if (kind === 'asks') return step?.asks === true;
  if (kind === 'reminds') return reminds;
  return kind === 'broadcast' ? isBroadcast : !isBroadcast;
}

export function letterFault(oracle: Oracle, parts: OracleParts, moment: ClaimMoment, who: string): void {
  const { send, before, after, enrolment } = moment;
  const scenario = parts.book.find(send.scenario, send.version);
  const step = messageOf(scenario, send.step);
  // Of who was two, each id had claims of its own.
  if (scenario.kind !== 'marketing' || !step || !before || after.aliases.length > 0) return;
  const mine = [...oracle.claims.values()].filter(
    ({ customer, kind, isReleased }) => customer === after.id && kind === 'marketing' && !isReleased,
  );
  capFault(oracle, parts, moment, mine, who);
  needFault(oracle, step, mine, moment, who);
  offerFault(oracle, parts, moment, mine, who);
  gapFault(oracle, parts, moment, mine, who);
  oracle.check('a message is held three times at most', (enrolment?.holds ?? 0) > 3 && who);
  const isAboutHelp = 'on' in scenario.trigger && scenario.trigger.on.startsWith('Help');
  const isNotice = isAboutHelp || scenario.priority === 'subscription-notice';
  oracle.check(
    'marketing waits while a support case is open',
    !isNotice && hasOpenCase(before, moment) && who,
  );
}

const messageOf = ({ steps }: Scenario, name: string) =>
  steps.filter(isMessage).find(({ id }) => id === name);

/** Caps that look further back than the record knows its sends one by one; a day less, for her zone may have changed. */
function capFault(
  oracle: Oracle,
  parts: OracleParts,
  { send, after, at }: ClaimMoment,
  mine: readonly Claim[],
  who: string,
): void {
  const scenario = parts.book.find(send.scenario, send.version);
  const step = messageOf(scenario, send.step);
  const today = dayOf(parts, after, at.epochMilliseconds);
  for (const cap of parts.settings.caps.filter(({ letters, days }) => letters && days > 7)) {
    const kind = cap.letters ?? 'story';
    if (!isLetterOf(kind, scenario, step)) continue;
    if (kind === 'story' && (step?.promised || step?.atOnce)) continue;
    const inSpan = mine.filter(
      (claim) =>
        isLetterOf(kind, claim.scenario, messageOf(claim.scenario, claim.step)) &&
        dayOf(parts, after, claim.at_ms).until(today).days < cap.days - 1,
    );
    const fault = inSpan.length >= cap.max && `${who}: ${inSpan.length} ${kind} in ${cap.days} days`;
    oracle.check('no more letters of a kind than in its days', fault);
  }
}

function dayOf({ settings }: OracleParts, { profile }: Customer, at_ms: number): Temporal.PlainDate {
  const zone = profile.timeZone ?? settings.timeZone;
  return Temporal.Instant.fromEpochMilliseconds(at_ms).toZonedDateTimeISO(zone).toPlainDate();
}

function needFault(
  oracle: Oracle,
  step: MessageStep,
  mine: readonly Claim[],
  { send }: ClaimMoment,
  who: string,
): void {
  const speaksOf = [step.needs ?? []].flat();
  const went = mine.some((claim) => claim.enrolment === send.enrolment && speaksOf.includes(claim.step));
  oracle.check('what speaks of another message needs it to have gone', speaksOf.length > 0 && !went && who);
}

/** The store begins no offer within thirty days of another; what it gives on her own day, or has promised, is another matter. */
function offerFault(
  oracle: Oracle,
  { settings }: OracleParts,
  { send, at }: ClaimMoment,
  mine: readonly Claim[],
  who: string,
): void {
  const begun = mine.flatMap((claim) => (begins(claim) ? [claim] : []));
  const now = mine.find(({ touchpoint }) => touchpoint === send.touchpoint);
  const scenario = now?.scenario;
  if (!scenario || !settings.offers) return;
  const { daysBetween } = settings.offers;
  const own = messageOf(scenario, send.step)?.coupon?.campaign;
  if (!own || !begins({ scenario, step: send.step })) return;
  const lately = begun.find(
    (claim) =>
      claim.enrolment !== send.enrolment &&
      messageOf(claim.scenario, claim.step)?.coupon?.campaign !== own &&
      at.epochMilliseconds - claim.at_ms < (daysBetween - 1) * day_ms,
  );
  oracle.check('offers keep their distance', lately && `${who} after ${lately.scenario.id}/${lately.step}`);
}

function begins({ scenario, step }: Pick<Claim, 'scenario' | 'step'>): boolean {
  const message = messageOf(scenario, step);
  return message?.coupon !== undefined && !message.coupon.apart && !message.promised;
}

/** Between two letters that wait for days after the entry lie at least the days between these, however late the first went. */
function gapFault(
  oracle: Oracle,
  parts: OracleParts,
  { send, after, at }: ClaimMoment,
  mine: readonly Claim[],
  who: string,
): void {
  const scenario = parts.book.find(send.scenario, send.version);
  const day = plannedDay(scenario, send.step);
  if (day === undefined) return;
  const before = mine
    .filter(({ enrolment, step }) => enrolment === send.enrolment && step !== send.step)
    .toSorted((a, b) => a.at_ms - b.at_ms)
    .at(-1);
  const planned = before && plannedDay(before.scenario, before.step);
  if (!before || planned === undefined || planned >= day || (before.isResent && true)) return;
  const gap = dayOf(parts, after, before.at_ms).until(dayOf(parts, after, at.epochMilliseconds)).days;
  const fault = gap < day - planned - 1 && `${who}: ${gap} days after ${before.step}, not ${day - planned}`;
  oracle.check('what follows a late letter keeps its distance', fault);
}

/** Of a message that stands right behind a wait for a day after the entry. */
function plannedDay({ steps }: Scenario, name: string): number | undefined {
  const wait = steps[steps.findIndex(({ id }) => id === name) - 1];
  return wait?.kind === 'wait' && 'until' in wait && wait.until.after === 'entry'
    ? wait.until.day
    : undefined;
}

const hasOpenCase = ({ helps }: Customer, { at }: ClaimMoment): boolean =>
  helps.some((open) => at.epochMilliseconds < open.at.epochMilliseconds + case_ms - 120_000);
