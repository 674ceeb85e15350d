/** Settles a claim whose outcome nobody told in time: marketing never goes again, transactional goes once more. */
import type { Customer, RecentSend } from '../core/customer.ts';
import type { ResolveMessage } from '../core/lane-message.ts';
import { maySend } from '../core/may-send.ts';
import { orderIsOver } from '../core/order-is-over.ts';
import type { Scenario } from '../core/scenario.ts';
import type { AddressState } from '../core/suppression.ts';
import { sweepMoment } from '../core/sweep-moment.ts';
import type { Touchpoint } from '../core/touchpoint.ts';
import { touchpointOf } from '../core/touchpoint-of.ts';
import type { Mail } from '../world.ts';
import { askLater, deliver } from './deliver.ts';
import { loadForDecision } from './load-for-decision.ts';
import { prepareMail } from './prepare-mail.ts';
import { untilSaved } from './save-race.ts';
import type { Sending } from './send-ports.ts';

/** Handles one resolve message. A touchpoint that has an outcome by now ends the matter. */
export async function handleResolve(sending: Sending, message: ResolveMessage): Promise<void> {
  const { world } = sending;
  if (await world.touchpoints.load(message.customer, message.touchpoint)) return;
  const again = await untilSaved(world.clock, message.touchpoint, () => claimAgain(sending, message));
  if (!again) return;
  const delivery = await deliver(sending, again.touchpoint, again.mail, message.address);
  if (delivery === 'released') await askLater(sending, again.touchpoint, message.address);
}

async function claimAgain(
  sending: Sending,
  message: ResolveMessage,
): Promise<{ touchpoint: Touchpoint; mail: Mail } | undefined | 'conflict'> {
  const { world, book } = sending;
  const { customer, address } = await loadForDecision(sending, message.customer, message.address);
  const claim = customer?.sends.find((send) => send.touchpoint === message.touchpoint);
  if (!customer || !claim || claim.state === 'skipped') {
    world.log.info('stale-timer', { touchpoint: message.touchpoint });
    return undefined;
  }
  const scenario = book.find(claim.scenario, claim.version);
  if (!(await mayGoOnceMore(sending, customer, claim, scenario, address))) {
    await world.touchpoints.settle(touchpointOf(customer, claim, scenario, 'unknown', 'outcome-unknown'));
    world.metrics.count('Unknown', 1, claim.scenario);
    world.log.error('unknown', { touchpoint: claim.touchpoint, scenario: claim.scenario, step: claim.step });
    return undefined;
  }
  return resend(sending, customer, claim, scenario);
}

/** Only transactional mail, only once, and only if it still may go. */
async function mayGoOnceMore(
  sending: Sending,
  customer: Customer,
  claim: RecentSend,
  scenario: Scenario,
  address: AddressState | undefined,
): Promise<boolean> {
  if (claim.kind !== 'transactional' || claim.state !== 'claimed') return false;
  const enrolment = customer.enrolments.find((other) => other.id === claim.enrolment);
  const step = scenario.steps.find((other) => other.id === claim.step);
  if (!enrolment || step?.kind !== 'send') return false;
  if (enrolment.ended && !['completed', 'exit-step'].includes(enrolment.ended.because)) return false;
  if (orderIsOver(scenario, customer, enrolment.order)) return false;
  const verdict = maySend(scenario, step, claim.since, customer, {
    settings: sending.decisions,
    book: sending.book,
    at: sending.world.clock.now(),
    brakes: await sending.world.control.read(),
    address,
    context: undefined,
  });
  return verdict.may === 'go';
}

async function resend(
  sending: Sending,
  customer: Customer,
  claim: RecentSend,
  scenario: Scenario,
): Promise<{ touchpoint: Touchpoint; mail: Mail } | 'conflict'> {
  const { world } = sending;
  const enrolment = customer.enrolments.find((other) => other.id === claim.enrolment);
  const event =
    enrolment?.event ??
    (enrolment?.context ? await world.contexts.load(customer.id, enrolment.id) : undefined);
  const touchpoint = touchpointOf(customer, claim, scenario, 'sent', 'sent-once-more');
  const mail = await prepareMail(sending, customer, touchpoint, event ?? {});
  await world.pacer.take(claim.kind);
  const sends = customer.sends.map((send) => (send === claim ? { ...send, state: 'resent' as const } : send));
  const next = { ...customer, sends };
  const saved = await world.customers.save(next, sweepMoment(next));
  if (saved === 'conflict') return saved;
  world.log.warn('sent once more', { touchpoint: claim.touchpoint, scenario: claim.scenario });
  return { touchpoint, mail };
}
