/** One timer message: load, decide, and if a message is due: render, pace, claim, send, settle, arm. */
import { type Advanced, advance } from '../core/advance.ts';
import type { Customer, Enrolment } from '../core/customer.ts';
import type { ArmTimer, SendMessage } from '../core/effect.ts';
import type { TimerMessage } from '../core/lane-message.ts';
import { tidied } from '../core/tidy-record.ts';
import type { Mail } from '../world.ts';
import { armTimers } from './arm-timers.ts';
import { deliver, keptBack } from './deliver.ts';
import { handleRepeat } from './handle-repeat.ts';
import { loadForDecision } from './load-for-decision.ts';
import { prepareMail } from './prepare-mail.ts';
import { saveCustomer } from './save-customer.ts';
import { untilSaved } from './save-race.ts';
import { NotEnoughTime, type Sending, timeToSend_ms } from './send-ports.ts';

interface Claimed {
  readonly advanced: Advanced;
  readonly mail: Mail | undefined;
}

/**
 * Handles the firing of one timer. Resolves once all that follows from it is saved and armed; a repeat of the message
 * finds that and does no more than arm again.
 *
 * @throws `SaveRaceLost`, `NotEnoughTime`, `UnknownScenarioVersion`, `NewerRecordShape`: nothing was claimed
 */
export async function handleTimer(sending: Sending, message: TimerMessage): Promise<void> {
  const who = `${message.enrolment}/${message.arm}`;
  const claimed = await untilSaved(sending.world.clock, who, () => decideAndSave(sending, message));
  if (!claimed) return;
  const { advanced, mail } = claimed;
  const send = sendOf(advanced);
  if (send && mail) {
    const delivery = await deliver(sending, send.touchpoint, mail, message.address);
    if (delivery === 'released') return;
  }
  await performRest(sending, advanced);
}

async function decideAndSave(
  sending: Sending,
  message: TimerMessage,
): Promise<Claimed | undefined | 'conflict'> {
  const { world } = sending;
  // Asked for in the same moment, the two are one request.
  const [{ customer, address }, brakes] = await Promise.all([
    loadForDecision(sending, message.customer, message.address),
    world.control.read(),
  ]);
  const enrolment = customer?.enrolments.find((other) => other.id === message.enrolment);
  if (!customer || !enrolment || enrolment.ended || enrolment.arm !== message.arm) {
    await handleRepeat(sending, customer, message);
    return undefined;
  }
  const around = {
    settings: sending.decisions,
    book: sending.book,
    at: world.clock.now(),
    brakes,
    address,
    context: enrolment.context ? await world.contexts.load(customer.id, enrolment.id) : undefined,
  };
  const scenario = sending.book.find(enrolment.scenario, enrolment.version);
  const advanced = advance(scenario, customer, enrolment, { kind: 'timer', around });
  if (advanced.customer === customer) return { advanced, mail: undefined };
  const mail = await readyMail(sending, advanced);
  const next = tidied(advanced.customer, around);
  const claim = sendOf(advanced)?.touchpoint.id;
  const saved = await saveCustomer(world, customer, next, { ...around, mail: claim });
  if (saved === 'conflict') return saved;
  noteDecision(sending, enrolment, advanced);
  return { advanced, mail };
}

/** Everything that may fail or take time before the claim. */
async function readyMail(sending: Sending, advanced: Advanced): Promise<Mail | undefined> {
  const send = sendOf(advanced);
  if (!send) return undefined;
  const mail = await prepareMail(sending, advanced.customer, send.touchpoint, send.event);
  if (!keptBack(sending, mail)) await sending.world.pacer.take(send.touchpoint.kind);
  if (sending.remaining_ms() < timeToSend_ms) {
    throw new NotEnoughTime('Too little of this invocation is left to send; the message comes back.');
  }
  return mail;
}

function sendOf(advanced: Advanced): SendMessage | undefined {
  return advanced.effects.find((effect): effect is SendMessage => effect.do === 'send');
}

async function performRest(sending: Sending, advanced: Advanced): Promise<void> {
  for (const effect of advanced.effects) {
    if (effect.do === 'record') await sending.world.touchpoints.settle(effect.touchpoint);
  }
  const timers = advanced.effects.filter((effect): effect is ArmTimer => effect.do === 'arm');
  await armTimers(sending, advanced.customer, timers);
}

function noteDecision(sending: Sending, before: Enrolment, advanced: Advanced): void {
  const { log, metrics } = sending.world;
  for (const effect of advanced.effects) {
    if (effect.do !== 'record') continue;
    const { id, because, scenario, step } = effect.touchpoint;
    metrics.count('Skipped', 1, scenario);
    log.info('skipped', { touchpoint: id, because, scenario, step });
  }
  const after: Customer['enrolments'][number] | undefined = advanced.customer.enrolments.find(
    (enrolment) => enrolment.id === before.id,
  );
  if (after?.held && !after.ended) {
    metrics.count('Held', 1, before.scenario);
    log.info('held', {
      because: after.held,
      scenario: before.scenario,
      step: after.step,
      enrolment: before.id,
    });
  }
}
