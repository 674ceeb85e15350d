/** The mail service certainly did not take a claimed message: the claim is given back, and the step tried again or ended. */
import { retryAt } from '../contact-policy/may-send.ts';
import { movedBackBy } from '../questions/moved.ts';
import { orderIsOver } from '../questions/order-is-over.ts';
import { timerOf } from '../record/alarm/timer-effect.ts';
import type { Customer, Enrolment } from '../record/customer.ts';
import type { Effect } from '../record/effect.ts';
import type { RecentSend } from '../record/recent-send.ts';
import { withEnrolment } from '../record/replace-enrolment.ts';
import type { Situation } from '../record/situation.ts';
import { touchpointOf } from '../record/touchpoint-of.ts';
import { zoneOf } from '../record/zone.ts';
import type { Because } from '../values/because.ts';
import { isBefore } from '../values/civil-time.ts';
import type { Advanced } from './advanced.ts';
import { restingAt } from './walk/walk-place.ts';

/** Refusals that no later try can change. */
const final: readonly Because[] = ['rejected', 'bad-request'];
/** Ends that came of walking on after the claim, which the release takes back. */
const walkedToTheEnd: readonly Because[] = ['completed', 'exit-step'];

/** Releases the claim of `touchpoint` in one new state of the record. */
export function advanceByRefusal(situation: Situation, touchpoint: string, because: Because): Advanced {
  const { customer, enrolment, around } = situation;
  const claim = customer.sends.find((send) => send.touchpoint === touchpoint && send.state !== 'skipped');
  if (!claim) return { customer, effects: [], because: 'stale-timer' };
  const end = final.includes(because) ? because : goneMeanwhile(situation);
  if (claim.state === 'resent') {
    return end ? leftUnknown(situation, claim) : askedAgain(customer, claim, because);
  }
  if (end) return endedAs(situation, claim, end);
  const sends = customer.sends.filter((send) => send !== claim);
  const counts = uncounted(enrolment, claim);
  if (waitsBefore(claim, enrolment))
    return waitingOn({ ...customer, sends }, { ...enrolment, counts }, because);
  // An enrolment that has gone over to a newer version meanwhile comes back to the one that knows the step.
  const back: Enrolment = {
    ...restingAt(enrolment, claim.step, claim.since, retryAt(because, around.at)),
    version: claim.version,
    lap: claim.lap,
    counts,
    held: because,
    moved: movedBackBy(enrolment, claim, zoneOf(customer, around.settings)),
    ended: undefined,
  };
  const after = withEnrolment({ ...customer, sends }, back);
  return { customer: after, effects: [timerOf(after, back)], because };
}

/** The message before it was under way as well, was refused, and took the run back: the walk comes to this one again from there. */
const waitsBefore = (claim: RecentSend, { held, since, ended }: Enrolment): boolean =>
  held !== undefined && !ended && isBefore(since, claim.at);

function waitingOn(customer: Customer, enrolment: Enrolment, because: Because): Advanced {
  const after = withEnrolment(customer, enrolment);
  return { customer: after, effects: [timerOf(after, enrolment)], because };
}

/** What the enrolment counts, without the message that did not go. */
function uncounted({ counts }: Enrolment, { step, number }: RecentSend): Enrolment['counts'] {
  const before = counts?.[step];
  if (before === undefined) return counts;
  return { ...counts, [step]: number === undefined ? before - 1 : number - 1 };
}

/** Why the enrolment cannot take the message back: it has ended, or a new enrolment in the same scenario has begun. */
function goneMeanwhile(situation: Situation): Because | undefined {
  const { scenario, customer, enrolment } = situation;
  if (enrolment.ended && !walkedToTheEnd.includes(enrolment.ended.because)) return enrolment.ended.because;
  if (orderIsOver(situation)) return 'exit-rule';
  if (!enrolment.ended || scenario.trigger.whileRunning === 'parallel') return undefined;
  const anew = customer.enrolments.some((other) => other.scenario === scenario.id && !other.ended);
  return anew ? 'restarted' : undefined;
}

/** No third try will come, and of the first nobody knows: that stays so until the mail service tells. */
function leftUnknown(situation: Situation, claim: RecentSend): Advanced {
  const touchpoint = touchpointOf(situation, claim, { state: 'unknown', because: 'outcome-unknown' });
  return {
    customer: situation.customer,
    effects: [{ do: 'record', touchpoint }],
    because: 'outcome-unknown',
  };
}

/** The second try was refused, but the first is still unknown: the claim stays, with the refusal, and its outcome is asked for again. */
function askedAgain(customer: Customer, claim: RecentSend, because: Because): Advanced {
  const sends = customer.sends.map((send) =>
    send === claim ? { ...send, state: 'claimed' as const, because } : send,
  );
  return { customer: { ...customer, sends }, effects: [], because };
}

/** The enrolment has walked on behind its claim: where it stands now, nobody but this refusal arms it. */
function endedAs(situation: Situation, claim: RecentSend, because: Because): Advanced {
  const { customer, enrolment } = situation;
  const skipped: RecentSend = { ...claim, state: 'skipped', because };
  const sends = customer.sends.map((send) => (send === claim ? skipped : send));
  const touchpoint = touchpointOf(situation, skipped, { state: 'skipped', because });
  const record: Effect = { do: 'record', touchpoint };
  const effects = enrolment.ended ? [record] : [record, timerOf(customer, enrolment)];
  return { customer: withNotGone({ ...customer, sends }, enrolment, claim), effects, because };
}

/** What needs the message must not count it as gone; of a series the number is dealt with, and the next one comes. */
function withNotGone(customer: Customer, enrolment: Enrolment, claim: RecentSend): Customer {
  if (claim.number !== undefined || !enrolment.counts?.[claim.step]) return customer;
  return withEnrolment(customer, { ...enrolment, counts: uncounted(enrolment, claim) });
}
