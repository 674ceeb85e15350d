/** Every question that is asked at the moment a message would go. */
import type { Temporal } from 'temporal-polyfill';
import { canBeReached, consentFor, isSuppressed } from '../facts/consent-question.ts';
import { fits } from '../language/evaluate-filter.ts';
import { needsOf } from '../language/message-standing.ts';
import type { Scenario } from '../language/scenario.ts';
import { filterSubject } from '../questions/filter-subject.ts';
import { stepsSent } from '../questions/steps-sent.ts';
import { brakesAt, isPausedAt, pausedIn, pauseEnd, runBrake } from '../record/brakes.ts';
import { restsUntil } from '../record/suppression.ts';
import type { SendingSurroundings } from '../record/surroundings.ts';
import type { Because } from '../values/because.ts';
import { isBefore } from '../values/civil-time.ts';
import { contactPolicyHolds, longest, maxHolds } from './contact-policy.ts';
import type { DueMessage } from './due-message.ts';
import { expiryOf } from './expiry.ts';
import type { Hold } from './hold.ts';
import { isOfContactPolicy } from './hold-words.ts';
import { isKeptOut } from './holdout.ts';
import { asksToConfirm, judgedKindOf } from './judged-kind.ts';
import { isOthersToRead } from './mailbox-reader.ts';
import { caseHold, isShutByCase } from './open-case.ts';

type Instant = Temporal.Instant;

export type Verdict =
  | { readonly may: 'go'; readonly because: 'allowed' }
  | {
      readonly may: 'never';
      readonly because: Because;
      readonly by?: string | undefined;
      /** Its time is over, or would be before it may go: a series tries the number again. */
      readonly late?: true;
    }
  | {
      readonly may: 'later';
      readonly because: Because;
      readonly until: Instant;
      readonly by?: string | undefined;
    };

/** The label under which marketing rests: set where she was asked whether to go on and gave no sign. */
const restingLabel = 'resting';

/** A paused message is asked for again after this long. */
const pauseRecheck = { minutes: 60 };
/** Of one run alone, such as a campaign that was stopped: it is seldom let go, and many wait. */
const runRecheck = { hours: 6 };

/**
 * Whether the message may go at this moment. Of several reasons to wait the one that lasts longest is told; none lasts
 * beyond the message's expiry.
 */
export function maySend(due: DueMessage): Verdict {
  const { scenario, customer, around } = due;
  // It was to be woken when the case was closed: nobody closed it.
  if (due.enrolment?.held === 'case-open') return { may: 'never', because: 'case-open', late: true };
  const expires = expiryOf(due);
  if (!isBefore(around.at, expires)) return tooLate(due);
  const rests = scenario.kind === 'marketing' && customer.labels.includes(restingLabel);
  const never =
    (rests ? 'resting' : undefined) ??
    byPermission(due) ??
    isOthersToRead(due) ??
    byQuestion(due) ??
    byNeed(due) ??
    (isShutByCase(due) ? 'case-open' : undefined) ??
    byComparison(due) ??
    byShutDoor(scenario, around);
  if (never) return { may: 'never', because: never };
  const solved = caseHold(due);
  if (solved) return { may: 'later', because: 'case-open', until: solved };
  const rest = restOfAddress(due);
  if (rest && !isBefore(rest.until, expires)) return { may: 'never', because: rest.because };
  const holds = [...(rest ? [rest] : []), ...pause(due), ...contactPolicyHolds(due)];
  const later = longest(holds);
  if (!later) return { may: 'go', because: 'allowed' };
  const { because, until, by } = later;
  if (isBefore(until, expires) && !isHeldTooOften(due, because)) return { may: 'later', because, until, by };
  // Of a pause of hers only the time that was over is told: by the other word she rests for good.
  if (because === 'resting') return tooLate(due);
  if (isOfContactPolicy(because)) return { may: 'never', because, by, late: true };
  return { may: 'later', because, until: expires, by };
}

const isHeldTooOften = ({ enrolment }: DueMessage, because: Because): boolean =>
  isOfContactPolicy(because) && (enrolment?.holds ?? 0) >= maxHolds;

/** Where something had held it, that took its place. */
const tooLate = ({ enrolment }: DueMessage): Verdict => ({
  may: 'never',
  because: 'too-late',
  by: enrolment?.heldBy,
  late: true,
});

/** Whether she can be reached, and her word. What goes by another channel than mail needs no address, and is stopped by none but hers. */
function byPermission({ scenario, step, customer, around }: DueMessage): Because | undefined {
  const byMail = (step.channel ?? 'email') === 'email';
  if (byMail && !customer.profile.email) return 'no-address';
  if (byMail && customer.profile.undeliverable) return 'undeliverable-address';
  if (!canBeReached(customer.consent, step.channel)) return 'unreachable';
  const consent =
    scenario.kind === 'marketing'
      ? consentFor(customer.consent, step.topic ?? scenario.topic, step.channel)
      : undefined;
  const bounces = around.address?.all?.because === 'hard-bounce';
  const address = byMail || !bounces ? around.address : { ...around.address, all: undefined };
  if (isSuppressed(address as typeof around.address, scenario.kind, consent, customer.id))
    return 'suppressed';
  if (scenario.kind === 'transactional' || consent?.is === 'granted') return undefined;
  return consent?.is === 'pending' ? 'not-confirmed' : 'no-consent';
}

function byQuestion({
  scenario,
  step,
  customer,
  enrolment,
  event = {},
  around,
}: DueMessage): Because | undefined {
  if (!step.when || !enrolment) return undefined;
  const subject = filterSubject({ scenario, customer, enrolment, event, around });
  return fits(step.when, subject) ? undefined : 'when-not-met';
}

/** Who is left out for comparison; what was promised in public goes to a holdout too. */
function byComparison({ scenario, step, customer, around, side }: DueMessage): Because | undefined {
  const out = isKeptOut(scenario, customer, around.settings, side);
  return out === 'holdout' && step.promised ? undefined : out;
}

/** What speaks of another message goes only where that one went. */
function byNeed({ step, customer, enrolment }: DueMessage): Because | undefined {
  const needs = needsOf(step);
  if (needs.length === 0 || !enrolment) return undefined;
  const sent = stepsSent(customer, enrolment);
  return needs.some((id) => sent.includes(id)) ? undefined : 'needed-not-sent';
}

/** Mail to her address keeps coming back for the moment: marketing waits, or is left out where it cannot wait so long. */
function restOfAddress({ scenario, step, around }: DueMessage): Hold | undefined {
  const { address, settings, at } = around;
  if (scenario.kind !== 'marketing' || (step.channel ?? 'email') !== 'email') return undefined;
  const until = restsUntil(address, settings.softBounces, at);
  return until && { because: 'resting-address', until };
}

/** While unconfirmed people's mail is paused nobody is asked later: whoever meant it signs up again. */
function byShutDoor(scenario: Scenario, { at, brakes }: SendingSurroundings): Because | undefined {
  return asksToConfirm(scenario) && isPausedAt(brakes, 'unconfirmed', at) ? 'paused' : undefined;
}

/** Held until it is asked again, or until the pause ends by itself where that is sooner. */
function pause({ scenario, customer, enrolment, around: { at, brakes } }: DueMessage): Hold[] {
  const ofKey = enrolment ? [runBrake(scenario.id, enrolment.key)] : [];
  const itsOwn = ['all', judgedKindOf(scenario, customer), scenario.id, ...ofKey];
  const holding = pausedIn(brakesAt(brakes, at)).filter((what) => itsOwn.includes(what));
  return holding.map((what) => {
    const recheck = at.add(ofKey.includes(what) ? runRecheck : pauseRecheck);
    const end = pauseEnd(brakes, what);
    return { because: 'paused', until: end && isBefore(end, recheck) ? end : recheck };
  });
}

/** The retry of a message the mail service refused for the moment. */
export function retryAt(because: Because, at: Instant): Instant {
  return at.add(because === 'throttled' ? { minutes: 1 } : { hours: 1 });
}
