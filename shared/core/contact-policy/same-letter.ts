/** Whether a letter that is due is one that another customer of the same mailbox has had: each comes once. */
import type { Temporal } from 'temporal-polyfill';
import type { Scenario } from '../language/scenario.ts';
import type { MessageStep } from '../language/steps.ts';
import type { Customer, Enrolment } from '../record/customer.ts';
import type { RecentSend } from '../record/recent-send.ts';
import { isBefore } from '../values/civil-time.ts';

interface DueLetter {
  readonly scenario: Scenario;
  readonly step: MessageStep;
  readonly enrolment: Enrolment;
  readonly around: { readonly at: Temporal.Instant };
}

/** So long the mailbox has a letter, whoever begins a story of it anew. */
const freshFor = { hours: 24 };

/** What became of it for another customer, where it was the same letter; the newest word. */
export function sameLetterOf(other: Customer, due: DueLetter): RecentSend | undefined {
  return other.sends.findLast((send) => send.kind === 'marketing' && isSame(send, other, due));
}

function isSame(send: RecentSend, other: Customer, due: DueLetter): boolean {
  const { scenario, step, enrolment, around } = due;
  if (send.scenario !== scenario.id || send.step !== step.id || send.channel !== undefined) return false;
  if (step.kind === 'series' && send.number !== (enrolment.counts?.[step.id] ?? 0) + 1) return false;
  if (aboutIn(other, send) !== enrolment.about) return false;
  if (!isBefore(send.at, enrolment.enteredAt)) return true;
  // Of what comes round by the calendar each time is another.
  return !('schedule' in scenario.trigger) && isBefore(around.at, send.at.add(freshFor));
}

const aboutIn = ({ enrolments, ended }: Customer, { enrolment }: RecentSend): string | undefined =>
  [...enrolments, ...ended].find(({ id }) => id === enrolment)?.about;
