/** A timer message that is not the enrolment's present one: its own work, done before, or one that time has passed by. */
import { maySend } from '../../core/contact-policy/may-send.ts';
import { type AfterSave, afterSave } from '../../core/enrolments/after-save.ts';
import { walkedBy } from '../../core/enrolments/walk/walk-place.ts';
import type { TimerMessage } from '../../core/events/lane-message.ts';
import { isMessage } from '../../core/language/steps.ts';
import { orderIsOver } from '../../core/questions/order-is-over.ts';
import { fieldsKept } from '../../core/questions/refresh-fields.ts';
import { isStoodFor } from '../../core/record/alarm/alarms.ts';
import { alarmsAgain } from '../../core/record/alarm/alarms-owed.ts';
import { timerOf } from '../../core/record/alarm/timer-effect.ts';
import type { Customer } from '../../core/record/customer.ts';
import type { RecentSend } from '../../core/record/recent-send.ts';
import type { SendingSurroundings } from '../../core/record/surroundings.ts';
import { touchpointOf } from '../../core/record/touchpoint-of.ts';
import { performAfterSave } from '../saving/perform-after-save.ts';
import { askLater } from './ask-later.ts';
import type { ClaimedSend } from './claimed-send.ts';
import { deliver } from './deliver.ts';
import { prepareMessage } from './prepare-mail.ts';
import { readSurroundings } from './read-surroundings.ts';
import type { Sending } from './send-ports.ts';
import { loadGoods } from './shown-goods.ts';

/** What was read together with the customer. */
type Known = Pick<SendingSurroundings, 'brakes' | 'address'>;

interface Decided {
  readonly customer: Customer;
  readonly send: RecentSend;
}

/**
 * Performs again what the first delivery of the message saved and may not have done: skipped touchpoints are written,
 * a claim without an outcome is asked about later, the next timer and the record's alarms are armed. A stale message does
 * no more than arm what is next.
 */
export async function handleRepeat(
  sending: Sending,
  customer: Customer | undefined,
  message: TimerMessage,
  known: Known,
): Promise<void> {
  const own = (customer?.sends ?? []).filter(
    (send) => send.enrolment === message.enrolment && send.arm === message.arm,
  );
  // By more than one arm where its message was claimed and given back.
  const next = customer?.enrolments.find(
    (enrolment) => enrolment.id === message.enrolment && !enrolment.ended && enrolment.arm > message.arm,
  );
  if (customer) await performAfterSave(sending, customer, leftBy(customer, message));
  if (!customer || (own.length === 0 && !next)) {
    sending.world.log.did('stale-timer');
  }
  if (!customer) return;
  // First, since a send of a version that this code does not have parks the message.
  const at = sending.world.clock.now();
  const alarms = alarmsAgain(customer, at, message);
  const isOwed = next !== undefined && !isStoodFor(customer, next, at);
  await performAfterSave(sending, customer, isOwed ? [timerOf(customer, next), ...alarms] : alarms);
  for (const send of own) await finish(sending, { customer, send }, message, known);
}

/** What the walk put on the bus, and the look it owed, where nobody has looked since. */
function leftBy(customer: Customer, { enrolment, arm }: TimerMessage): AfterSave[] {
  const by = new Set([walkedBy({ id: enrolment, arm })]);
  return afterSave(customer, customer, by);
}

async function finish(
  sending: Sending,
  { customer, send }: Decided,
  message: TimerMessage,
  known: Known,
): Promise<void> {
  const { world, book } = sending;
  if (send.state === 'skipped') {
    const scenario = book.find(send.scenario, send.version);
    const outcome = { state: 'skipped', because: send.because } as const;
    const touchpoint = touchpointOf({ scenario, customer }, send, outcome);
    return performAfterSave(sending, customer, [{ do: 'record', touchpoint }]);
  }
  if (await world.touchpoints.load(customer.id, send.touchpoint)) return;
  if (send.channel !== undefined) return requestAgain(sending, { customer, send }, message, known);
  world.log.warn('claim without outcome', { touchpoint: send.touchpoint });
  await askLater(sending, { ...send, id: send.touchpoint, customer: customer.id }, message.address);
}

/**
 * A request to another channel bears the id of its message: putting it again is known as a repeat. It is put only where
 * the message still may go; else nobody can tell whether the first was put.
 */
async function requestAgain(
  sending: Sending,
  { customer, send }: Decided,
  message: TimerMessage,
  known: Known,
): Promise<void> {
  const { world, book, decisions: settings } = sending;
  const scenario = book.find(send.scenario, send.version);
  const enrolment = customer.enrolments.find(({ id }) => id === send.enrolment);
  const beside = enrolment && (await readSurroundings(sending, { scenario, customer, enrolment }));
  const around = { settings, book, at: world.clock.now(), ...known, context: undefined, ...beside };
  if (!mayStillGo({ scenario, customer, send, around })) {
    await world.touchpoints.settle(
      touchpointOf({ scenario, customer }, send, { state: 'unknown', because: 'outcome-unknown' }),
    );
    world.metrics.count('Unknown', 1, send.scenario);
    world.log.warn('request not repeated', { touchpoint: send.touchpoint, scenario: send.scenario });
    return;
  }
  const touchpoint = touchpointOf({ scenario, customer }, send, { state: 'sent', because: 'requested' });
  const event = enrolment ? fieldsKept(enrolment, beside?.context) : {};
  const products = await loadGoods(sending, scenario, customer);
  const outgoing = await prepareMessage(sending, { customer, touchpoint, event, products });
  await deliver(sending, touchpoint, outgoing, message.address);
}

/** Asked as at first, but for the claim itself: it fills no cap against itself. */
function mayStillGo({ scenario, customer, send, around }: ClaimedSend): boolean {
  const step = scenario.steps.find(({ id }) => id === send.step);
  const enrolment = customer.enrolments.find(({ id }) => id === send.enrolment);
  if (!isMessage(step) || !enrolment) return false;
  if (orderIsOver({ scenario, customer, enrolment, event: enrolment.event, around })) return false;
  if (enrolment.ended && !['completed', 'exit-step'].includes(enrolment.ended.because)) return false;
  const others = { ...customer, sends: customer.sends.filter((other) => other !== send) };
  return (
    maySend({ scenario, customer: others, step, since: send.since, side: enrolment.side, around }).may ===
    'go'
  );
}
