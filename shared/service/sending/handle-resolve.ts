/** Settles a claim whose outcome nobody reported in time: marketing never goes again, transactional goes once more. */
import { maySend, type Verdict } from '../../core/contact-policy/may-send.ts';
import { atPresent } from '../../core/enrolments/sleep/to-the-present.ts';
import type { AskedClaim, ResolveMessage } from '../../core/events/lane-message.ts';
import { isMessage } from '../../core/language/steps.ts';
import { orderIsOver } from '../../core/questions/order-is-over.ts';
import { fieldsKept } from '../../core/questions/refresh-fields.ts';
import type { Customer } from '../../core/record/customer.ts';
import type { Touchpoint } from '../../core/record/touchpoint.ts';
import { touchpointOf } from '../../core/record/touchpoint-of.ts';
import type { Because } from '../../core/values/because.ts';
import { touchpointId } from '../../core/values/ids.ts';
import { surroundingsNow } from '../saving/engine.ts';
import { performAfterSave } from '../saving/perform-after-save.ts';
import { saveCustomer } from '../saving/save-customer.ts';
import { untilSaved } from '../saving/save-race.ts';
import { asSheIsNow } from './as-she-is-now.ts';
import { askLater, leftInDoubt } from './ask-later.ts';
import type { ClaimedSend } from './claimed-send.ts';
import { deliver, readyToGo } from './deliver.ts';
import { giveBackUnknown } from './give-back.ts';
import { leaveOut } from './left-out.ts';
import { loadForDecision } from './load-for-decision.ts';
import { type Outgoing, prepareMessage } from './prepare-mail.ts';
import { readSurroundings } from './read-surroundings.ts';
import type { Sending } from './send-ports.ts';
import { loadGoods } from './shown-goods.ts';

/**
 * Handles one resolve message. A touchpoint that has an outcome by now ends the matter; one that is recorded as unknown
 * does so unless the claim was given back meanwhile: then a second try was certainly refused, and is made again. A
 * message that says that the mail never went gives the claim back, and puts the next.
 */
export async function handleResolve(sending: Sending, message: ResolveMessage): Promise<void> {
  const { world } = sending;
  if (message.neverWent) {
    const { customer, touchpoint: id } = message;
    world.log.info('never went', {
      touchpoint: id,
      became: await giveBackUnknown(sending, { customer, id }, 'itself'),
    });
    return;
  }
  const recorded = await world.touchpoints.load(message.customer, message.touchpoint);
  if (recorded && (recorded.state !== 'unknown' || recorded.kind === 'marketing')) return;
  const isTold = recorded !== undefined;
  const again = await untilSaved(world.clock, message.touchpoint, () => claimAgain(sending, message, isTold));
  if (!again) return;
  const delivery = await deliver(sending, again.touchpoint, again.outgoing, message.address);
  if (delivery === 'released') await askLater(sending, again.touchpoint, message.address);
}

async function claimAgain(
  sending: Sending,
  message: ResolveMessage,
  isTold: boolean,
): Promise<{ touchpoint: Touchpoint; outgoing: Outgoing } | undefined | 'conflict'> {
  const { world, book } = sending;
  // Asked for in the same moment, the two are one request.
  const [{ customer: loaded, address }, brakes] = await Promise.all([
    loadForDecision(sending, message.customer, message.address),
    world.control.read(),
  ]);
  const now = surroundingsNow(sending);
  const customer = loaded && atPresent(loaded, now);
  const claim = customer?.sends.find((send) => send.touchpoint === message.touchpoint);
  const isLeftOut = isTold && message.givenBack === true;
  if (!loaded || !customer || !claim || (claim.state === 'skipped' && !isLeftOut)) {
    const isLetGo = customer && !claim && !isTold && !isStillToCome(customer, message);
    if (isLetGo && message.claim) await leftUnknown(sending, message, message.claim);
    else world.log.did('stale-timer');
    return undefined;
  }
  const question = { ...claim, id: claim.touchpoint, customer: customer.id };
  const scenario = book.find(claim.scenario, claim.version);
  const asItIs = { scenario, customer, send: claim, around: { ...now, brakes, address, context: undefined } };
  if (claim.state === 'skipped') return leaveOut(sending, loaded, asItIs, claim.because);
  const person = await asSheIsNow(sending, { customer, address }, claim);
  const around = { ...now, brakes, address: person?.address, context: undefined };
  const asked = { scenario, customer: person?.customer ?? customer, send: claim, around };
  const { may: onceMore, because } = person ? mayGoOnceMore(asked) : never('erased');
  if (onceMore === 'later') {
    await askLater(sending, question, message.address);
    return undefined;
  }
  // One that was claimed again is being tried, and may have gone.
  if (onceMore === 'never' && isLeftOut && claim.state === 'claimed')
    return leaveOut(sending, loaded, asItIs, because);
  if (onceMore === 'never' && isTold) return undefined;
  if (onceMore === 'never') {
    if (claim.kind === 'transactional')
      await world.unknowns.note({ customer: customer.id, touchpoint: claim.touchpoint, at: claim.at });
    await world.touchpoints.settle(
      touchpointOf({ scenario, customer }, claim, { state: 'unknown', because: 'outcome-unknown' }),
    );
    // Another copy of this message may be making the second try: if that is refused and dies there, nobody else asks again.
    if (claim.state === 'resent') await askLater(sending, question, message.address);
    world.metrics.count('Unknown', 1, claim.scenario);
    world.log.error('unknown', { touchpoint: claim.touchpoint, scenario: claim.scenario, step: claim.step });
    return undefined;
  }
  return resend(sending, { loaded, customer }, asked);
}

/** The record has let go of the claim: no second try can be made, and what became of the first nobody knows. */
async function leftUnknown(sending: Sending, message: ResolveMessage, claim: AskedClaim): Promise<void> {
  const { touchpoints, metrics, log } = sending.world;
  await touchpoints.settle(leftInDoubt(sending, message, claim));
  metrics.count('Unknown', 1, claim.scenario);
  log.error('unknown', { touchpoint: message.touchpoint, scenario: claim.scenario, step: claim.step });
}

/** The claim was given back, and the enrolment waits to make it anew: nothing is in doubt. */
function isStillToCome({ store, id, enrolments }: Customer, { touchpoint }: ResolveMessage): boolean {
  return enrolments.some(
    ({ id: enrolment, step, lap = 0, ended }) =>
      !ended && touchpointId({ store, customer: id, enrolment, step, lap }) === touchpoint,
  );
}

const never = (because: Because) => ({ may: 'never', because }) as const;

/** Only transactional mail, only once, and only if it still may go; while it is paused the question waits. */
function mayGoOnceMore({
  scenario,
  customer,
  send: claim,
  around,
}: ClaimedSend): Pick<Verdict, 'may' | 'because'> {
  if (claim.kind !== 'transactional' || claim.state !== 'claimed') return never(claim.because);
  const enrolment = customer.enrolments.find((other) => other.id === claim.enrolment);
  const step = scenario.steps.find((other) => other.id === claim.step);
  if (!enrolment || !isMessage(step)) return never('too-late');
  if (enrolment.ended && !['completed', 'exit-step'].includes(enrolment.ended.because))
    return never(enrolment.ended.because);
  if (orderIsOver({ scenario, customer, enrolment, event: enrolment.event, around }))
    return never('order-undone');
  return maySend({ scenario, customer, step, since: claim.since, side: enrolment.side, around });
}

async function resend(
  sending: Sending,
  { loaded, customer }: { readonly loaded: Customer; readonly customer: Customer },
  { scenario, customer: person, send: claim, around }: ClaimedSend,
): Promise<{ touchpoint: Touchpoint; outgoing: Outgoing } | 'conflict'> {
  const { world } = sending;
  const enrolment = person.enrolments.find((other) => other.id === claim.enrolment);
  const beside = enrolment && (await readSurroundings(sending, { scenario, customer: person, enrolment }));
  const event = enrolment && fieldsKept(enrolment, beside?.context);
  const touchpoint = touchpointOf({ scenario, customer: person }, claim, {
    state: 'sent',
    because: 'sent-once-more',
  });
  const outgoing = await prepareMessage(sending, {
    customer: person,
    touchpoint,
    event: event ?? {},
    products: await loadGoods(sending, scenario, customer),
  });
  await readyToGo(sending, outgoing, claim.kind);
  const sends = customer.sends.map((send) => (send === claim ? { ...send, state: 'resent' as const } : send));
  const next = { ...customer, sends };
  const saved = await saveCustomer(world, loaded, next, { ...around, mail: claim.touchpoint });
  if (saved === 'conflict') return saved;
  await performAfterSave(sending, saved.customer, saved.alarms);
  world.log.warn('sent once more', { touchpoint: claim.touchpoint, scenario: claim.scenario });
  return { touchpoint, outgoing };
}
