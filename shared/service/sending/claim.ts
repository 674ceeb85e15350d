/** The claim: load, decide, render, pace, and one conditional save that moves the enrolment on and notes the send. */

import { asksToConfirm } from '../../core/contact-policy/judged-kind.ts';
import { isPausedTooLong } from '../../core/contact-policy/paused-too-long.ts';
import { advance } from '../../core/enrolments/advance.ts';
import type { Advanced } from '../../core/enrolments/advanced.ts';
import { type AfterSave, afterSave } from '../../core/enrolments/after-save.ts';
import type { Entries } from '../../core/enrolments/apply-entries.ts';
import { withFreePlaces } from '../../core/enrolments/let-waiters-in.ts';
import { withWoken } from '../../core/enrolments/sleep/sleepers.ts';
import { atPresent } from '../../core/enrolments/sleep/to-the-present.ts';
import { walkedBy } from '../../core/enrolments/walk/walk-place.ts';
import type { TimerMessage } from '../../core/events/lane-message.ts';
import { tidied } from '../../core/facts/tidy-record.ts';
import { alarmsAgain } from '../../core/record/alarm/alarms-owed.ts';
import { isPutOff, rungAlarm } from '../../core/record/alarm/rung-alarm.ts';
import { isAwake } from '../../core/record/alarm/timer-effect.ts';
import type { Customer, Enrolment } from '../../core/record/customer.ts';
import type { SendMessage } from '../../core/record/effect.ts';
import type { Situation } from '../../core/record/situation.ts';
import type { SendingSurroundings } from '../../core/record/surroundings.ts';
import { countNotes } from '../saving/count-notes.ts';
import { surroundingsNow } from '../saving/engine.ts';
import { saveCustomer } from '../saving/save-customer.ts';
import { waitingFields } from '../saving/waiting-fields.ts';
import { takeConfirmTurn } from './confirm-turn.ts';
import { readyToGo } from './deliver.ts';
import { handleRepeat } from './handle-repeat.ts';
import { loadForDecision } from './load-for-decision.ts';
import { othersOfMailbox } from './others-of-mailbox.ts';
import { parkAlone } from './park-alone.ts';
import { type Outgoing, prepareMessage } from './prepare-mail.ts';
import { readSurroundings } from './read-surroundings.ts';
import { NotEnoughTime, type Sending, timeToSend_ms } from './send-ports.ts';
import { loadGoods, showsGoods } from './shown-goods.ts';

export interface Claimed {
  /** With the record as it was stored. */
  readonly advanced: Advanced;
  readonly outgoing: Outgoing | undefined;
  /**
   * What the walk left to do beside its message, its touchpoints and its own timer; and what the save, or an alarm that
   * came to nothing, owes for the record's alarms: to be done on every way out.
   */
  readonly after: readonly AfterSave[];
}

/** Decides what a timer brings and saves it. `undefined`: it was no timer of now, and is dealt with; `conflict`: decide again. */
export async function decideAndClaim(
  sending: Sending,
  message: TimerMessage,
): Promise<Claimed | undefined | 'conflict'> {
  const { world } = sending;
  // Asked for in the same moment, the two are one request.
  const [{ customer: loaded, address }, brakes, item] = await Promise.all([
    loadForDecision(sending, message.customer, message.address),
    world.control.read(),
    message.order === undefined ? undefined : world.orderFacts.load(message.customer, message.order),
  ]);
  const now = surroundingsNow(sending);
  const customer = loaded && atPresent(loaded, now);
  const enrolment = customer?.enrolments.find((other) => other.id === message.enrolment);
  if (!loaded || !customer || !enrolment || !isAwake(enrolment) || enrolment.arm !== message.arm) {
    await handleRepeat(sending, customer, message, { brakes, address });
    return undefined;
  }
  if (!sending.book.has(enrolment.scenario, enrolment.version)) {
    await parkAlone(sending, customer, enrolment, message);
    return undefined;
  }
  const scenario = sending.book.find(enrolment.scenario, enrolment.version);
  const standing = { scenario, customer, enrolment };
  const [beside, others, waiting] = await Promise.all([
    readSurroundings(sending, standing, item),
    othersOfMailbox(sending, standing, address),
    waitingFields(sending, customer),
  ]);
  const { advanced, around } = await advancedWithGoods(sending, standing, {
    ...now,
    brakes,
    address,
    others,
    ...beside,
    ...waiting,
  });
  if (advanced.customer === customer) {
    return { advanced, outgoing: undefined, after: alarmsAgain(customer, around.at, message) };
  }
  if (asksToConfirm(scenario) && sendOf(advanced)) takeConfirmTurn(sending);
  const outgoing = await readyMessage(sending, advanced, around.products);
  const walked: Entries = {
    customer: withReferralCode(advanced.customer, outgoing),
    before: [],
    notes: [],
  };
  const decided = withFreePlaces(walked, around, walkedBy(enrolment));
  // Who waits since may have woken somebody.
  const next = withWoken(tidied(decided.customer, around), around, walkedBy(enrolment));
  for (const { enrolment: name, event } of decided.before) await world.contexts.put(customer.id, name, event);
  const claim = sendOf(advanced)?.touchpoint.id;
  const rung = rungAlarm(message, around.at);
  const saved = await saveCustomer(world, loaded, next, { ...around, mail: claim, rung });
  if (saved === 'conflict') return saved;
  noteDecision(sending, enrolment, advanced, around);
  countNotes(sending, decided.notes);
  const after = afterSave(decided.customer, next, new Set([walkedBy(enrolment)]));
  const putOff = isPutOff(message, around.at) ? alarmsAgain(saved.customer, around.at, message) : [];
  return {
    advanced: { ...advanced, customer: saved.customer },
    outgoing,
    after: [...after, ...saved.alarms, ...putOff],
  };
}

/** Decided once more with what is known of the goods, where a message may go that shows some: all others need not be read for. */
async function advancedWithGoods(
  sending: Sending,
  standing: Pick<Situation, 'scenario' | 'customer' | 'enrolment'>,
  around: SendingSurroundings,
): Promise<{ advanced: Advanced; around: SendingSurroundings }> {
  const advanced = advance(standing, { kind: 'timer', around });
  const send = sendOf(advanced);
  if (!send || !showsGoods(sending.book, send.touchpoint.template)) return { advanced, around };
  const products = await loadGoods(sending, standing.scenario, standing.customer);
  const known = { ...around, products };
  return { advanced: advance(standing, { kind: 'timer', around: known }), around: known };
}

function withReferralCode(customer: Customer, outgoing: Outgoing | undefined): Customer {
  const { referralCode = customer.referralCode } = outgoing ?? {};
  return referralCode === customer.referralCode ? customer : { ...customer, referralCode };
}

/** Everything that may fail or take time before the claim. */
async function readyMessage(
  sending: Sending,
  advanced: Advanced,
  products: SendingSurroundings['products'],
): Promise<Outgoing | undefined> {
  const send = sendOf(advanced);
  if (!send) return undefined;
  const { touchpoint, event } = send;
  const outgoing = await prepareMessage(sending, {
    customer: advanced.customer,
    touchpoint,
    event,
    products,
  });
  await readyToGo(sending, outgoing, touchpoint.kind);
  if (sending.remaining_ms() < timeToSend_ms) {
    throw new NotEnoughTime('Too little of this invocation is left to send; the message comes back.');
  }
  return outgoing;
}

/** The message that was claimed, if one was. */
export function sendOf(advanced: Advanced): SendMessage | undefined {
  return advanced.effects.find((effect): effect is SendMessage => effect.do === 'send');
}

function noteDecision(
  sending: Sending,
  before: Enrolment,
  advanced: Advanced,
  around: SendingSurroundings,
): void {
  const { log, metrics } = sending.world;
  for (const effect of advanced.effects) {
    if (effect.do !== 'record') continue;
    const { because, scenario } = effect.touchpoint;
    metrics.count('Skipped', 1, scenario);
    log.did(`skipped ${because}`);
  }
  const after: Customer['enrolments'][number] | undefined = advanced.customer.enrolments.find(
    (enrolment) => enrolment.id === before.id,
  );
  if (after?.held && !after.ended) {
    metrics.count('Held', 1, before.scenario);
    log.did(`held ${after.held}`);
    if (isPausedTooLong(advanced.customer, after, around)) metrics.count('PausedTooLong', 1, before.scenario);
  }
}
