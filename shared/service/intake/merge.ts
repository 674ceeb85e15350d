/** Joins the record of one id into another's, in two saves: the one that goes lets go first, so that no enrolment is in both. */
import { atPresent } from '../../core/enrolments/sleep/to-the-present.ts';
import type { Merge } from '../../core/events/event-merge.ts';
import { changedHands, handedOver, isTakenOver, takenOver } from '../../core/promises/merge-customers.ts';
import { withSharedOrders } from '../../core/promises/merge-orders.ts';
import { alarmsAnew } from '../../core/record/alarm/alarms-owed.ts';
import { type Customer, newCustomer } from '../../core/record/customer.ts';
import { isBefore } from '../../core/values/civil-time.ts';
import { addressHash } from '../saving/address-hash.ts';
import { isErased } from '../saving/customer-key.ts';
import { type Engine, surroundingsNow } from '../saving/engine.ts';
import { performAfterSave } from '../saving/perform-after-save.ts';
import { saveCustomer, saveUndecided } from '../saving/save-customer.ts';
import { untilSaved } from '../saving/save-race.ts';
import {
  makeGoodAtAddress,
  saysToAddress,
  standAtAddress,
  toldAtAddress,
} from '../saving/stand-at-address.ts';
import { whereNow } from '../saving/where-now.ts';
import {
  copyContexts,
  copyOrders,
  copyWaiting,
  moveAskings,
  orderItems,
  removeOrders,
} from './copy-beside.ts';
import type { IngestPorts } from './ingest-ports.ts';

/**
 * Resolves once all of `from` is with `to` and its enrolments' timers are armed there. Safe to repeat; a `from` nobody has
 * heard of changes nothing but the memory that it was asked for.
 *
 * @throws `SaveRaceLost`, `UnknownScenarioVersion`, `NewerRecordShape`: what was not saved is done by the next try
 */
export async function mergeCustomers(engine: Engine<IngestPorts>, merge: Merge): Promise<void> {
  const { id: to } = await whereNow(engine, merge.to);
  if (merge.from !== to) await joinInto(engine, { ...merge, to });
}

async function joinInto(engine: Engine<IngestPorts>, merge: Merge): Promise<void> {
  const { world } = engine;
  const { from, to } = merge;
  const gone = await untilSaved(world.clock, from, async () => {
    const loaded = await world.customers.load(from);
    const around = surroundingsNow(engine);
    const before = loaded && atPresent(loaded, around);
    const isOthers = before && changesHands(before, merge);
    if (!before || (before.mergedInto !== undefined && !isOthers)) return loaded;
    // Nobody is handed over to somebody who was erased.
    if (!(await world.customers.load(to)) && (await isErased(world, to))) return undefined;
    // What an earlier try may have left with the browser goes to whoever had it, before the record is emptied.
    if (isOthers) {
      await takeOver(engine, before, before.mergedInto as string);
      await removeOrders(engine, before);
    }
    // The record stays where it was: the one that takes over must find it when she asks for all of hers.
    await world.beside.noteEarlierId(to, from);
    const next = isOthers ? changedHands(before, to, merge.at) : handedOver(before, to, around.at, merge);
    const saved = await saveCustomer(world, loaded, next, { ...around, later: 'kept' });
    return saved === 'conflict' ? saved : saved.customer;
  });
  if (gone?.mergedInto !== to) return;
  await takeOver(engine, gone, to);
  const { email } = gone.profile;
  // The address knows the one who stays, if it is hers; the other reads nothing any more.
  if (email !== undefined) await world.addresses.leave(addressHash(await world.keys(), email), from);
}

/** A browser that was another's, and on which somebody registers at a later time. */
function changesHands({ mergedInto, mergedAt }: Customer, { to, at, isBrowser }: Merge): boolean {
  const isAnothers = mergedInto !== undefined && mergedInto !== to;
  return isBrowser && isAnothers && (mergedAt === undefined || isBefore(mergedAt, at));
}

async function takeOver(engine: Engine<IngestPorts>, gone: Customer, into: string): Promise<void> {
  const { world, settings } = engine;
  const joined = await untilSaved(world.clock, into, async () => {
    const known = await world.customers.load(into);
    if (!known && (await isErased(world, into))) return undefined;
    const around = surroundingsNow(engine);
    const before = known ? atPresent(known, around) : newCustomer(settings.store, into);
    if (isTakenOver(before, gone)) {
      if (saysToAddress(gone, around.at)) await makeGoodAtAddress(world, before, around.at);
      return before;
    }
    const [here, there] = await orderItems(engine, gone, before);
    const [to, from] = withSharedOrders(here, there);
    const after = takenOver(to, from);
    await copyContexts(engine, gone, before);
    await copyWaiting(engine, gone, before);
    await copyOrders(engine, { ...here, customer: to }, { ...there, customer: from });
    await moveAskings(engine, gone, into);
    const standing = await standAtAddress(world, before, after, around.at);
    const saved = await saveUndecided(world, after, around);
    if (saved === 'conflict') return saved;
    await toldAtAddress(world, saved, standing, around.at);
    // Of a purchase that came along the address is told, though nothing else is new there.
    if (standing.others.length === 0 && saysToAddress(gone, around.at))
      await makeGoodAtAddress(world, saved, around.at);
    return saved;
  });
  if (!joined) return;
  const at = world.clock.now();
  // Those that came, and those that a consent of hers has woken: a repeat no longer knows which.
  await performAfterSave(engine, joined, alarmsAnew(joined, at));
}
