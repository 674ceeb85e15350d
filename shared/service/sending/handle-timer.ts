/** One timer message: load, decide, and if a message is due: render, pace, claim, send, settle, arm. */
import { advance } from '../../core/enrolments/advance.ts';
import type { Advanced } from '../../core/enrolments/advanced.ts';
import { publishedBy, restOfWalk } from '../../core/enrolments/after-save.ts';
import type { TimerMessage } from '../../core/events/lane-message.ts';
import { tidied } from '../../core/facts/tidy-record.ts';
import type { Customer, Enrolment } from '../../core/record/customer.ts';
import type { SendMessage } from '../../core/record/effect.ts';
import type { SendingSurroundings } from '../../core/record/surroundings.ts';
import { performAfterSave } from '../saving/perform-after-save.ts';
import { saveCustomer } from '../saving/save-customer.ts';
import { untilSaved } from '../saving/save-race.ts';
import { deliver, readyToGo } from './deliver.ts';
import { lookNow } from './handle-look.ts';
import { handleRepeat } from './handle-repeat.ts';
import { loadForDecision } from './load-for-decision.ts';
import { type Outgoing, prepareMessage } from './prepare-mail.ts';
import { readSurroundings } from './read-surroundings.ts';
import { NotEnoughTime, type Sending, timeToSend_ms } from './send-ports.ts';

interface Claimed {
  readonly advanced: Advanced;
  readonly outgoing: Outgoing | undefined;
  /** True where the walk has written facts of hers by which she may belong to other segments. */
  readonly hasLearnt: boolean;
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
  const { advanced, outgoing, hasLearnt } = claimed;
  const send = sendOf(advanced);
  const delivery =
    send && outgoing ? await deliver(sending, send.touchpoint, outgoing, message.address) : undefined;
  await performAfterSave(sending, advanced.customer, publishedBy(advanced.customer, new Set([who])));
  if (hasLearnt) await lookNow(sending, message.customer);
  if (delivery === 'released') return;
  await performAfterSave(sending, advanced.customer, restOfWalk(advanced.effects));
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
    await handleRepeat(sending, customer, message, { brakes, address });
    return undefined;
  }
  const scenario = sending.book.find(enrolment.scenario, enrolment.version);
  const around = {
    settings: sending.decisions,
    book: sending.book,
    at: world.clock.now(),
    brakes,
    address,
    ...(await readSurroundings(sending, { scenario, customer, enrolment })),
  };
  const advanced = advance({ scenario, customer, enrolment }, { kind: 'timer', around });
  if (advanced.customer === customer) return { advanced, outgoing: undefined, hasLearnt: false };
  const outgoing = await readyMessage(sending, advanced, around.products);
  const next = tidied(advanced.customer, around);
  const claim = sendOf(advanced)?.touchpoint.id;
  const saved = await saveCustomer(world, customer, next, { ...around, mail: claim });
  if (saved === 'conflict') return saved;
  noteDecision(sending, enrolment, advanced);
  return { advanced, outgoing, hasLearnt: isOtherwise(customer, advanced.customer) };
}

/** True where a `set` step came by: what segments ask of her is no longer the same. */
function isOtherwise(before: Customer, after: Customer): boolean {
  const { labels, categories, score, profile } = before;
  const isSame =
    labels === after.labels &&
    categories === after.categories &&
    score === after.score &&
    profile === after.profile;
  return !isSame;
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

function sendOf(advanced: Advanced): SendMessage | undefined {
  return advanced.effects.find((effect): effect is SendMessage => effect.do === 'send');
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
