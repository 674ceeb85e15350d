/** One timer message: decide and claim, then send, settle, publish and arm the next timer. */
import { type AfterSave, restOfWalk } from '../../core/enrolments/after-save.ts';
import type { TimerMessage } from '../../core/events/lane-message.ts';
import { performAfterSave } from '../saving/perform-after-save.ts';
import { untilSaved } from '../saving/save-race.ts';
import { decideAndClaim, sendOf } from './claim.ts';
import { deliver } from './deliver.ts';
import type { Sending } from './send-ports.ts';

/**
 * Handles the firing of one timer. Resolves once all that follows from it is saved and armed; a repeat of the message
 * finds that and does no more than arm again.
 *
 * @throws `SaveRaceLost`, `NotEnoughTime`, `UnknownScenarioVersion`, `NewerRecordShape`: nothing was claimed
 */
export async function handleTimer(sending: Sending, message: TimerMessage): Promise<void> {
  const who = `${message.enrolment}/${message.arm}`;
  const claimed = await untilSaved(sending.world.clock, who, () => decideAndClaim(sending, message));
  if (!claimed) return;
  const { advanced, outgoing } = claimed;
  const send = sendOf(advanced);
  const armed = send && outgoing ? claimed.after.filter(isAlarm) : [];
  const after = claimed.after.filter((effect) => !armed.includes(effect));
  // What is far away is armed while the mail service answers.
  const [delivery] = await bothDone(
    send && outgoing ? deliver(sending, send.touchpoint, outgoing, message.address) : undefined,
    armed.length > 0 ? performAfterSave(sending, advanced.customer, armed) : undefined,
  );
  // A release has a save of its own, which may name other alarms: those of this one are armed on every way out.
  const rest = delivery === 'released' ? [] : restOfWalk(advanced.effects);
  await performAfterSave(sending, advanced.customer, [...after, ...rest]);
}

const isAlarm = ({ do: what }: AfterSave): boolean => what === 'alarm';

/** Neither is left half done where the other fails. */
async function bothDone<One, Other>(
  one: Promise<One> | undefined,
  other: Promise<Other> | undefined,
): Promise<[One | undefined, Other | undefined]> {
  await Promise.allSettled([one, other]);
  return [await one, await other];
}
