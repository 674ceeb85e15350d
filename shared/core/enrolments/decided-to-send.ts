/** What becomes of a message whose timer has fired: it goes, waits, or never goes. */

import { decidedSend, verdictOn } from '../contact-policy/decide-message.ts';
import { isOfContactPolicy } from '../contact-policy/hold-words.ts';
import type { Verdict } from '../contact-policy/may-send.ts';
import type { MessageStep } from '../language/steps.ts';
import { leavesBecause } from '../questions/exit-state.ts';
import { movedUntil } from '../questions/moved.ts';
import type { Customer, Enrolment } from '../record/customer.ts';
import type { Effect } from '../record/effect.ts';
import type { RecentSend } from '../record/recent-send.ts';
import type { Situation } from '../record/situation.ts';
import type { SendingSurroundings } from '../record/surroundings.ts';
import { touchpointOf } from '../record/touchpoint-of.ts';
import type { AtMessage, Became } from './walk/walk-message.ts';
import { restingAt, unheld } from './walk/walk-place.ts';
import { tooSoonFor } from './walk/walk-wait.ts';

/** What became of a message, and what is to be done for that. */
export interface MessageDecided {
  readonly became: Became;
  readonly effect?: Effect;
}

/** Whether the message goes at this moment: every rule of sending is asked. */
export function decidedToSend(message: AtMessage, fired: Situation<SendingSurroundings>): MessageDecided {
  const { step, place } = message;
  const { customer, enrolment: here } = place;
  const { around, enrolment } = fired;
  if (place.claimed) {
    return { became: { rest: restingAt(here, step.id, here.since, around.at) } };
  }
  const now = { ...fired, customer, enrolment: here };
  const leave = leavesBecause(now);
  if (leave) return { became: { leave } };
  const tooSoon = tooSoonFor(message, fired);
  if (tooSoon) return { became: tooSoon };
  const wasHeld = enrolment.held !== undefined && step.id === enrolment.step;
  const asked = { ...now, enrolment: wasHeld ? here : { ...here, ...unheld } };
  return decided(asked, step, { wasHeld, arm: enrolment.arm });
}

function decided(
  asked: Situation<SendingSurroundings>,
  step: MessageStep,
  { wasHeld, arm }: { readonly wasHeld: boolean; readonly arm: number },
): MessageDecided {
  const { customer, enrolment: here, around } = asked;
  const verdict = verdictOn(asked, step);
  if (verdict.may === 'later') return { became: { rest: heldUntil(here, step, verdict) } };
  const send = decidedSend(asked, step, verdict, arm);
  // A message before it was refused after this one had gone, and took the enrolment back: it is not told twice.
  if (isTold(customer, send)) return { became: { customer, due: here.since, as: 'skipped' } };
  // What follows a message that was held is counted from the moment it went.
  const due = wasHeld && verdict.may === 'go' ? around.at : here.since;
  const missed = verdict.may === 'never' && verdict.late;
  const as = verdict.may === 'go' ? 'claimed' : missed ? 'missed' : 'skipped';
  const moved = as === 'claimed' ? movedUntil(asked, around.at) : undefined;
  const became = { customer: { ...customer, sends: [...customer.sends, send] }, due, as, moved } as const;
  return { became, effect: effectOf(asked, send) };
}

/** Resting until it is asked again; how often the contact policy has said so is counted. */
function heldUntil(here: Enrolment, step: MessageStep, { because, by, until }: Later): Enrolment {
  const holds = (here.holds ?? 0) + (isOfContactPolicy(because) ? 1 : 0);
  return {
    ...restingAt(here, step.id, here.since, until),
    held: because,
    heldBy: by,
    holds: holds || undefined,
  };
}

type Later = Extract<Verdict, { may: 'later' }>;

const isTold = ({ sends }: Customer, { touchpoint }: RecentSend) =>
  sends.some((other) => other.touchpoint === touchpoint && other.state !== 'skipped');

function effectOf(now: Situation, send: RecentSend): Effect {
  if (send.state === 'skipped') {
    const { because } = send;
    return { do: 'record', touchpoint: touchpointOf(now, send, { state: 'skipped', because }) };
  }
  const touchpoint = touchpointOf(now, send, { state: 'sent', because: 'accepted' });
  return { do: 'send', touchpoint, event: now.event };
}
