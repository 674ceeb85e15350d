/** Quiet hours, caps and goals at the instant a message is claimed, counted plainly on her wall clock. */
import { Temporal } from 'temporal-polyfill';
import { isMessage } from '../../shared/core/language/steps.ts';
import type { Cap } from '../../shared/core/record/engine-settings.ts';
import type { RecentSend } from '../../shared/core/record/recent-send.ts';
import type { ClaimMoment } from './claim-checks.ts';
import { isLetterOf } from './letter-checks.ts';
import type { Oracle } from './oracle.ts';
import type { OracleParts } from './oracle-parts.ts';

const day_ms = 86_400_000;
/** The ledger tells no more orders than these apart. */
const ledgerHolds = 24;

export function contactPolicyFault(
  oracle: Oracle,
  parts: OracleParts,
  moment: ClaimMoment,
  who: string,
): void {
  const { send, before, enrolment } = moment;
  if (send.kind === 'marketing' && before) {
    const { caps, timeZone } = parts.settings;
    const quietHours = hoursFor(parts, send.channel);
    const zone = before.profile.timeZone ?? timeZone;
    const wall = send.at.toZonedDateTimeISO(zone);
    if (quietHours) {
      const time = wall.toPlainTime().toString({ smallestUnit: 'minute' });
      const { from, to } = quietHours;
      const isQuiet = from > to ? time >= from || time < to : time >= from && time < to;
      oracle.check('no marketing in quiet hours', isQuiet && `${who} at ${wall}`);
    }
    const today = wall.toPlainDate();
    const gone = before.sends.filter((other) => other.kind === 'marketing' && other.state !== 'skipped');
    for (const cap of caps) {
      if (!isMeant(parts, cap, send) || (cap.letters === 'story' && isAnswer(parts, send))) continue;
      const inSpan = gone
        .filter((other) => isMeant(parts, cap, other))
        .map((other) => today.since(other.at.toZonedDateTimeISO(zone).toPlainDate()).days)
        .filter((ago) => ago < cap.days).length;
      const what = cap.content ?? cap.topic ?? 'all';
      const fault = inSpan >= cap.max && `${who}: ${inSpan} of ${what} in ${cap.days} days`;
      oracle.check('no marketing beyond the caps', fault);
    }
  }
  if (enrolment) oracle.check('no mail after a goal', goalMet(oracle, parts, moment) && who);
}

/** What was promised, or answers what she has just done. */
function isAnswer({ book }: OracleParts, { scenario, version, step: name }: RecentSend): boolean {
  const step = book
    .find(scenario, version)
    .steps.filter(isMessage)
    .find(({ id }) => id === name);
  return step?.promised === true || step?.atOnce === true;
}

/** A channel that rings has a night of its own. */
const hoursFor = ({ settings }: OracleParts, channel: RecentSend['channel']) =>
  channel === 'line' || channel === 'push'
    ? (settings.quietHoursOf[channel] ?? settings.quietHours)
    : settings.quietHours;

/** Whether a cap counts a message, by what the scenarios say of its step. */
function isMeant(
  { book }: OracleParts,
  cap: Cap,
  { scenario: id, version, step: name }: RecentSend,
): boolean {
  const scenario = book.find(id, version);
  const step = scenario.steps.filter(isMessage).find((one) => one.id === name);
  if (cap.days === 1 && (step?.promised || step?.atOnce)) return false;
  if (cap.letters && !isLetterOf(cap.letters, scenario, step)) return false;
  const topic = step?.topic ?? (scenario.kind === 'marketing' ? scenario.topic : undefined);
  if (cap.exceptTopics?.some((one) => one === topic)) return false;
  return (cap.topic ?? topic) === topic && (cap.content ?? step?.content) === step?.content;
}

/** True when the wished event was taken in while the run stood: goals without a filter, on orders. */
function goalMet(oracle: Oracle, parts: OracleParts, { send, enrolment, after }: ClaimMoment): boolean {
  const { goal } = parts.book.find(send.scenario, send.version);
  if (!goal || !enrolment || goal.filter || goal.on !== 'OrderPlaced' || goal.same === 'order') return false;
  const { storefront } = parts.truth;
  // What the other's record brought has come by no event.
  if (storefront.ordersHeardOf(after.id).length > ledgerHolds || after.aliases.length > 0) return false;
  const entered_ms = enrolment.enteredAt.epochMilliseconds;
  const within = Temporal.Duration.from(goal.within).total({ unit: 'days', relativeTo: '2028-01-01' });
  const seen_ms = oracle.memory.seenAt.get(enrolment.id) ?? Number.POSITIVE_INFINITY;
  return storefront.ordersPlaced(after.id).some((order) => {
    const placed = storefront.overSince(after.id, order, ['OrderPlaced']);
    if (!placed || order === enrolment.order || placed.knownAt_ms <= seen_ms) return false;
    return placed.occurredAt_ms > entered_ms && placed.occurredAt_ms < entered_ms + (within - 2) * day_ms;
  });
}
