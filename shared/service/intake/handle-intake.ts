/** What the engine puts into the intake queue itself: a message to one customer, or the next page of all customers. */
import { Temporal } from 'temporal-polyfill';
import { applyCommand } from '../../core/enrolments/apply-command.ts';
import type { Applied } from '../../core/enrolments/apply-events.ts';
import { applyStoreWide } from '../../core/enrolments/apply-store-wide.ts';
import type {
  EnrolMessage,
  EraseMessage,
  IntakeMessage,
  ManyMessage,
  StoreWideMessage,
} from '../../core/events/intake-message.ts';
import type { StoreWideEvent } from '../../core/events/store-wide-event.ts';
import { type ErasePorts, eraseCustomer } from '../rights/erase-customer.ts';
import { type ForgetPorts, forgetUnconfirmed } from '../rights/forget-unconfirmed.ts';
import { changeCustomer } from '../saving/change-customer.ts';
import type { Engine } from '../saving/engine.ts';
import { mostHops } from '../saving/where-now.ts';
import { lookNow } from '../sending/handle-look.ts';
import type { IngestPorts } from './ingest-ports.ts';
import { handleMailbox } from './mailbox.ts';
import { tellAskers } from './tell-askers.ts';
import { type RoundPorts, wakePage } from './wake-in-pages.ts';

export type IntakePorts = IngestPorts | ErasePorts | ForgetPorts | RoundPorts | 'everybody';

/** What was decided on the one customer of the message; else why nothing was, or what was done with it instead. */
export type Handled = Applied | 'unknown' | 'spread' | 'erased' | 'lifted' | 'forgotten' | 'kept';

/** Handles one message. Each is safe to repeat: runs are known by their key. */
export async function handleIntake(engine: Engine<IntakePorts>, message: IntakeMessage): Promise<Handled> {
  switch (message.kind) {
    case 'enrol':
      return enrol(engine, message);
    case 'told':
      return handleStoreWide(engine, message);
    case 'look':
      return lookNow(engine, message.customer);
    case 'many':
      return onePage(engine, message);
    case 'askers':
      await tellAskers(engine, message);
      return 'spread';
    case 'erase':
      return erase(engine, message);
    case 'forget':
      return (await forgetUnconfirmed(engine, message)) ? 'forgotten' : 'kept';
    case 'mailbox':
      return handleMailbox(engine, message);
    case 'sweep':
      await wakePage(engine, message);
      return 'spread';
  }
}

/** A command for an id that has become part of another is for whoever it is by now. */
async function enrol(engine: Engine<IntakePorts>, message: EnrolMessage, hops = 0): Promise<Handled> {
  const { log, metrics } = engine.world;
  const scenario = engine.book.current.find(({ id }) => id === message.scenario);
  if (!scenario) {
    metrics.count('Ignored');
    log.warn('enrol: no scenario of this name is deployed', { scenario: message.scenario });
    return 'unknown';
  }
  const outcome = await changeCustomer(engine, message.customer, { what: 'enrol' }, (known, around) =>
    applyCommand(known, message, around),
  );
  if (outcome === 'unknown') {
    metrics.count('Ignored');
    log.warn('enrol: nobody is known by this id', { scenario: scenario.id });
    return outcome;
  }
  const { mergedInto } = outcome.customer;
  if (mergedInto === undefined || hops >= mostHops) return outcome;
  return enrol(engine, { ...message, customer: mergedInto }, hops + 1);
}

async function handleStoreWide(engine: Engine<IntakePorts>, message: StoreWideMessage): Promise<Handled> {
  const event = storeWideEventOf(message);
  return changeCustomer(engine, message.customer, { what: 'told' }, (known, around) =>
    applyStoreWide(known, event, around),
  );
}

function storeWideEventOf({ name, at, detail }: StoreWideMessage): StoreWideEvent {
  const occurredAt = Temporal.Instant.from(at);
  return { name, occurredAt, detail: detail as StoreWideEvent['detail'] };
}

/** All is erased, but a message is at the mail service: its outcome would be written after. Erased once more in a while. */
class ErasureUnfinished extends Error {
  override readonly name = 'ErasureUnfinished';
  readonly code = 'ERASURE_UNFINISHED';
}

async function erase(engine: Engine<IntakePorts>, { customer, at }: EraseMessage): Promise<Handled> {
  const erased = await eraseCustomer(engine, customer, { at: Temporal.Instant.from(at), by: 'bus' });
  if (erased !== 'lifted' && erased.onTheirWay > 0) {
    throw new ErasureUnfinished('A message was on its way; what it leaves is erased in 15 minutes.');
  }
  return erased === 'lifted' ? erased : 'erased';
}

/** Customers first, the next page last: a page that is lost on the way is made again as a whole. */
async function onePage(engine: Engine<IntakePorts>, message: ManyMessage): Promise<Handled> {
  const { everybody, intake } = engine.world;
  const { ids, next } = await everybody.page(message.share, message.cursor);
  await intake.put(ids.map((customer) => ({ ...message.each, customer })));
  if (next !== undefined) await intake.put([{ ...message, cursor: next }]);
  return 'spread';
}
