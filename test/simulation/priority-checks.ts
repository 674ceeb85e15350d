/** The last place of a day belongs to the story that matters more to her, if its message is due later that day. */

import type { Scenario } from '../../shared/core/language/scenario.ts';
import { isMessage } from '../../shared/core/language/steps.ts';
import type { Enrolment } from '../../shared/core/record/customer.ts';
import { priorities } from '../../shared/core/values/priority.ts';
import type { ClaimMoment } from './claim-checks.ts';
import type { Oracle } from './oracle.ts';
import type { OracleParts } from './oracle-parts.ts';

const rank = (scenario: Scenario) => priorities.indexOf(scenario.priority ?? 'post-purchase');

/** Asked only where every other reason is plain: all caps of a day are for one message of any kind but a course. */
export function priorityFault(oracle: Oracle, parts: OracleParts, moment: ClaimMoment, who: string): void {
  const { send, before, at } = moment;
  const scenario = parts.book.find(send.scenario, send.version);
  if (scenario.kind !== 'marketing' || !before || topicOf(scenario, send.step) === 'course') return;
  const zone = before.profile.timeZone ?? parts.settings.timeZone;
  const today = at.toZonedDateTimeISO(zone).toPlainDate();
  const waits = (enrolment: Enrolment) => {
    if (enrolment.ended || enrolment.id === send.enrolment) return false;
    const other = parts.book.find(enrolment.scenario, enrolment.version);
    if (other.kind !== 'marketing' || rank(other) >= rank(scenario) || other.holdout) return false;
    const next = nextMessage(other, enrolment.step);
    if (!next || topicOf(other, next) === 'course') return false;
    const wall = enrolment.due.toZonedDateTimeISO(zone);
    if (
      !wall.toPlainDate().equals(today) ||
      enrolment.due.epochMilliseconds <= at.epochMilliseconds + 120_000
    )
      return false;
    if (isQuiet(parts, wall.toPlainTime().toString({ smallestUnit: 'minute' }))) return false;
    return parts.truth.storefront.consent(before.id, topicOf(other, next)) === 'yes';
  };
  const other = before.enrolments.find(waits);
  oracle.check(
    'the last place of a day is left to what matters more',
    other && `${who} before ${other.scenario}/${other.step}`,
  );
}

function topicOf(scenario: Scenario & { kind: 'marketing' }, name: string) {
  return scenario.steps.filter(isMessage).find(({ id }) => id === name)?.topic ?? scenario.topic;
}

function isQuiet({ settings: { quietHours } }: OracleParts, time: string): boolean {
  if (!quietHours) return false;
  const { from, to } = quietHours;
  return from > to ? time >= from || time < to : time >= from && time < to;
}

/** The message the run rests at, or that follows its plain wait at once. */
function nextMessage({ steps }: Scenario, name: string): string | undefined {
  const at = steps.findIndex(({ id }) => id === name);
  const here = steps[at];
  if (isMessage(here)) return here.id;
  const next = here?.kind === 'wait' && !('event' in here) ? steps[at + 1] : undefined;
  return isMessage(next) ? next.id : undefined;
}
