/** The last place of a day belongs to the message that matters more to her, if it is due later that day. */
import type { Scenario } from '../../shared/core/language/scenario.ts';
import { isMessage, type MessageStep } from '../../shared/core/language/steps.ts';
import type { Enrolment } from '../../shared/core/record/customer.ts';
import { priorities } from '../../shared/core/values/priority.ts';
import type { ClaimMoment } from './claim-checks.ts';
import type { Oracle } from './oracle.ts';
import type { OracleParts } from './oracle-parts.ts';
import { isInHoldout } from './sharing.ts';

const rank = (scenario: Scenario) => priorities.indexOf(scenario.priority ?? 'post-purchase');

/** First of all by place, then by rank, then by due. */
function standingOf(scenario: Scenario, step: MessageStep, due_ms: number): readonly number[] {
  const first = scenario.steps.find(isMessage) === step;
  const must = step.place ? step.place === 'must' : first || step.content === 'offer';
  return [must ? 0 : 1, rank(scenario), due_ms];
}

function isLess(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((part, i) => part !== b[i]);
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0);
}

/** Asked only where every other reason is plain: the cap of a day is for one message of any kind but a course. */
export function placeFault(oracle: Oracle, parts: OracleParts, moment: ClaimMoment, who: string): void {
  const { send, before, at, enrolment } = moment;
  const scenario = parts.book.find(send.scenario, send.version);
  const step = scenario.steps.filter(isMessage).find(({ id }) => id === send.step);
  if (scenario.kind !== 'marketing' || !before || !step || !isCounted(scenario, step)) return;
  // Of who was two, an enrolment stands on the side that its own id of then had.
  if (before.aliases.length > 0) return;
  if ((enrolment?.holds ?? 0) >= 2) return;
  const own = standingOf(scenario, step, send.since.epochMilliseconds);
  const zone = before.profile.timeZone ?? parts.settings.timeZone;
  const today = at.toZonedDateTimeISO(zone).toPlainDate();
  const waits = (enrolment: Enrolment) => {
    if (enrolment.ended || enrolment.id === send.enrolment) return false;
    const other = parts.book.find(enrolment.scenario, enrolment.version);
    if (other.kind !== 'marketing' || isInHoldout(before, other)) return false;
    const next = nextMessage(other, enrolment.step);
    if (!next || next.when || !isCounted(other, next)) return false;
    // One that is held stands by its own due.
    const due = next.id === enrolment.step ? enrolment.since : enrolment.due;
    if (!isLess(standingOf(other, next, due.epochMilliseconds), own)) return false;
    const wall = enrolment.due.toZonedDateTimeISO(zone);
    if (
      !wall.toPlainDate().equals(today) ||
      enrolment.due.epochMilliseconds <= at.epochMilliseconds + 120_000
    )
      return false;
    if (isQuiet(parts, next.channel, wall.toPlainTime().toString({ smallestUnit: 'minute' }))) return false;
    if (next.channel) return false;
    return parts.truth.storefront.consent(before.id, next.topic ?? other.topic) === 'yes';
  };
  const other = before.enrolments.find(waits);
  oracle.check(
    'the last place of a day is left to what matters more',
    other && `${who} before ${other.scenario}/${other.step}`,
  );
}

const isCounted = (scenario: Scenario & { kind: 'marketing' }, step: MessageStep): boolean =>
  (step.topic ?? scenario.topic) !== 'course' && !step.promised && !step.atOnce;

function isQuiet({ settings }: OracleParts, channel: MessageStep['channel'], time: string): boolean {
  const own = channel === 'line' || channel === 'push' ? settings.quietHoursOf[channel] : undefined;
  const hours = own ?? settings.quietHours;
  if (!hours) return false;
  const { from, to } = hours;
  return from > to ? time >= from || time < to : time >= from && time < to;
}

/** The message the run rests at, or that follows its plain wait at once. */
function nextMessage({ steps }: Scenario, name: string): MessageStep | undefined {
  const at = steps.findIndex(({ id }) => id === name);
  const here = steps[at];
  if (isMessage(here)) return here;
  const next = here?.kind === 'wait' && !('event' in here) ? steps[at + 1] : undefined;
  return isMessage(next) ? next : undefined;
}
