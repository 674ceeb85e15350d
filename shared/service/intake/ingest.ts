/** Events of one customer into her record: load, decide, save, then do what the record now says. */
import type { Temporal } from 'temporal-polyfill';
import { type Applied, applyEvents } from '../../core/enrolments/apply-events.ts';
import { atPresent } from '../../core/enrolments/sleep/to-the-present.ts';
import type { StoreEvent } from '../../core/events/event.ts';
import { mergeOf } from '../../core/events/event-merge.ts';
import { eventHash } from '../../core/facts/event-identity.ts';
import { hasTooMuchOpen } from '../../core/facts/open-work.ts';
import { type Customer, newCustomer } from '../../core/record/customer.ts';
import { earliest } from '../../core/values/civil-time.ts';
import { keepLastEvidence } from '../rights/end-evidence.ts';
import { asLeft, asSaved } from '../saving/after-alarms.ts';
import { keepAskings } from '../saving/askings.ts';
import { countNotes } from '../saving/count-notes.ts';
import type { Engine } from '../saving/engine.ts';
import { keepOrders, ordersBeyond } from '../saving/order-items.ts';
import { performAfterSave } from '../saving/perform-after-save.ts';
import { saveCustomer } from '../saving/save-customer.ts';
import { untilSaved } from '../saving/save-race.ts';
import {
  makeGoodAtAddress,
  nothingOwed,
  type OwedToAddress,
  type ReadAddress,
  standAtAddress,
  toldAtAddress,
} from '../saving/stand-at-address.ts';
import { waitingFields } from '../saving/waiting-fields.ts';
import { mostHops } from '../saving/where-now.ts';
import { enrolmentsBefore } from './enrolments-before.ts';
import { type AnotherRecord, afterErasure, afterMerge, movedOn } from './guests.ts';
import { heardFirst } from './heard-first.ts';
import type { IngestPorts } from './ingest-ports.ts';
import { mergeCustomers } from './merge.ts';

/** What was decided and saved, on the record where the customer's events are kept by now; nothing of who was erased. */
export type Ingested = Applied | 'erased';

type Tried = Ingested | AnotherRecord;

/**
 * Applies a batch of events of one customer by one load and one save. Resolves once everything is saved, armed and
 * published; doing it again with the same events changes nothing and does again what they left to do.
 *
 * @throws `SaveRaceLost`, `UnknownScenarioVersion`, `NewerRecordShape`: nothing was saved
 */
export async function ingest(
  engine: Engine<IngestPorts>,
  customerId: string,
  events: readonly StoreEvent[],
  { hops = 0, read }: { readonly hops?: number; readonly read?: ReadAddress | undefined } = {},
): Promise<Ingested> {
  const { world } = engine;
  const who = events.map(eventHash).join();
  for (const event of events) {
    const merge = mergeOf(event);
    if (merge) await mergeCustomers(engine, merge);
  }
  const left = await enrolmentsBefore(engine, customerId, events);
  const tried = await untilSaved<Tried>(world.clock, who, async () => {
    const here = {
      settings: engine.decisions,
      book: engine.book,
      at: world.clock.now(),
      enrolmentsBefore: left,
    };
    const known = await world.customers.load(customerId);
    const gone = known ? undefined : await afterErasure(engine, customerId, events);
    if (gone) return gone;
    const before = known ?? newCustomer(engine.settings.store, customerId);
    if (before.mergedInto !== undefined && hops < mostHops)
      return afterMerge(engine, before, before.mergedInto, events);
    const moved = await movedOn(engine, before, events);
    if (moved) return moved;
    const [first, beyond, waiting] = await Promise.all([
      heardFirst(engine, before, events, here),
      ordersBeyond(engine, before, events),
      waitingFields(engine, before),
    ]);
    const around = { ...here, ...waiting, heardFirst: first, beyond };
    const walkedTo = momentOf(events, around.at);
    const outcome = applyEvents(atPresent(before, { ...around, at: walkedTo }), events, around);
    const isSaidAgain = outcome.isRepeat && events.some(speaksOfAddress);
    if (!outcome.changed) {
      if (isSaidAgain) await makeGoodAtAddress(world, outcome.customer, around.at, read);
      return asLeft(outcome, around.at);
    }
    if (hasTooMuchOpen(before, outcome.customer)) throw tooMuchOpen(world);
    const standing = await beforeSave(engine, before, outcome);
    const saved = await saveCustomer(world, before, outcome.customer, { ...around, walkedTo });
    if (saved === 'conflict') return saved;
    await toldAtAddress(world, saved.customer, standing, around.at);
    // A grant that stood already may be the second try of whoever was shown an error.
    const isGrantAgain = standing === nothingOwed && events.some(({ detail }) => detail.consent);
    if (isSaidAgain || isGrantAgain) await makeGoodAtAddress(world, saved.customer, around.at);
    return asSaved(outcome, saved, around.at);
  });
  const ofErased = events.length - toldOn(tried, events);
  if (ofErased > 0) {
    // Late or delivered again: the customer stays erased.
    world.metrics.count('Erased', ofErased);
    world.log.did('erased before');
  }
  if (tried === 'erased') return tried;
  // Her record became part of another, or a guest's is no longer hers: what still comes under this id goes there.
  if ('elsewhere' in tried) return ingest(engine, tried.elsewhere, tried.events, { hops: hops + 1 });
  await performAfterSave(engine, tried.customer, tried.after);
  countNotes(engine, tried.notes);
  return tried;
}

/** True for an event that may have changed whose an address is, or what is granted there. */
const speaksOfAddress = ({ detail: { customer, consent } }: StoreEvent) =>
  customer.email !== undefined || customer.acceptsMarketing !== undefined || consent !== undefined;

/** How many of the events somebody has heard, or is to hear now. */
function toldOn(tried: Tried, events: readonly StoreEvent[]): number {
  if (tried === 'erased') return 0;
  return 'elsewhere' in tried ? tried.events.length + (tried.repeats ?? 0) : events.length;
}

/** So much order mail is on its way to the customer that no more of it fits beside: the event comes again in a minute or two. */
class TooMuchOpen extends Error {
  override readonly name = 'TooMuchOpen';
  readonly code = 'TOO_MUCH_OPEN';
}

function tooMuchOpen({ metrics }: Pick<Engine<IngestPorts>['world'], 'metrics'>): TooMuchOpen {
  metrics.count('PutBack');
  return new TooMuchOpen('The record is full of order mail that has not gone yet; the events come back.');
}

/** A fact that is told again finds who sleeps where they were when it happened: what came since is told after it. */
function momentOf(events: readonly StoreEvent[], at: Temporal.Instant): Temporal.Instant {
  const retold = events.filter(({ replay }) => replay === 'facts').map(({ occurredAt }) => occurredAt);
  return earliest([...retold, at]) ?? at;
}

/** What must be there before the record speaks of it. An orphan, if the save is lost, is harmless. */
async function beforeSave(
  engine: Engine<IngestPorts>,
  before: Customer,
  outcome: Applied,
): Promise<OwedToAddress> {
  const { world } = engine;
  const customer = outcome.customer.id;
  await keepOrders(engine, customer, outcome.before);
  await keepAskings(engine, customer, outcome.before);
  for (const effect of outcome.before) {
    if (effect.do === 'context') await world.contexts.put(customer, effect.enrolment, effect.event);
    if (effect.do === 'evidence') {
      const { do: _, ends, ...evidence } = effect;
      if (ends) await keepLastEvidence(world, { ...evidence, customer }, world.clock.now());
      else await world.evidence.put({ ...evidence, customer });
    }
  }
  return standAtAddress(world, before, outcome.customer, world.clock.now());
}
