/**
 * The right to erasure: all that is held of a person is taken away, and a keyed hash of the id stays, so that what
 * comes late or again brings nobody back. Each step may be done again; after a crash the same call goes on.
 */
import type { Temporal } from 'temporal-polyfill';
import { alarmNamesOf, withEnrolmentsErased } from '../../core/enrolments/erase-enrolments.ts';
import { isAwake } from '../../core/record/alarm/timer-effect.ts';
import type { Customer } from '../../core/record/customer.ts';
import { minimalEvidence } from '../../core/record/minimal-evidence.ts';
import { latest } from '../../core/values/civil-time.ts';
import { addressHash } from '../saving/address-hash.ts';
import { customerKey } from '../saving/customer-key.ts';
import type { Engine } from '../saving/engine.ts';
import { isLeadId } from '../saving/lead-id.ts';
import { saveCustomer } from '../saving/save-customer.ts';
import { untilSaved } from '../saving/save-race.ts';
import { evidenceEnds } from './end-evidence.ts';
import { everyoneSheWas } from './everyone-she-was.ts';
import { keepHeard } from './keep-heard.ts';

type Instant = Temporal.Instant;

export type ErasePorts =
  | 'clock'
  | 'customers'
  | 'beside'
  | 'gone'
  | 'audit'
  | 'touchpoints'
  | 'evidence'
  | 'addresses'
  | 'orderOwners'
  | 'askers'
  | 'timers'
  | 'keys'
  | 'log'
  | 'metrics';

export interface ErasureAsked {
  /** When it was asked for. */
  readonly at: Instant;
  /** Who asked: an operator's name, or `bus`. */
  readonly by: string;
}

/** What was taken away. */
export interface Erased {
  /** Ids of hers that there was something of. */
  readonly records: number;
  readonly things: number;
  readonly timers: number;
  /** Proofs of consent that stay without her name, and the last day of the last of them. */
  readonly proofs: number;
  readonly proofsUntil: Instant | undefined;
  /** Messages that were at the mail service in this moment: their outcome may still be written. Ask once more later. */
  readonly onTheirWay: number;
}

const nothing: Erased = {
  records: 0,
  things: 0,
  timers: 0,
  proofs: 0,
  proofsUntil: undefined,
  onTheirWay: 0,
};

/**
 * Erases whoever has this id, with every id that became hers. Somebody nobody knows is noted as erased all the same.
 *
 * @returns `lifted` where a later word allowed the id again: an old command that is told anew erases nobody
 * @throws `SaveRaceLost`, `NewerRecordShape`: do it again, what was done stays done
 */
export async function eraseCustomer(
  engine: Engine<ErasePorts>,
  id: string,
  asked: ErasureAsked,
): Promise<Erased | 'lifted'> {
  const { world } = engine;
  const keys = await world.keys();
  const stone = await world.gone.load(customerKey(keys, id));
  if (stone?.lifted && stone.lifted.epochMilliseconds > asked.at.epochMilliseconds) return 'lifted';
  const ids = await everyoneSheWas(world, id);
  // First the stones: whoever finds no record from here on finds one of them.
  for (const one of ids) await world.gone.bury(customerKey(keys, one), asked.at);
  let sum = nothing;
  const guests = ids.filter(isLeadId).map((guest) => customerKey(keys, guest));
  for (const one of ids.toReversed()) sum = added(sum, await eraseOne(engine, one, asked.at, guests));
  await world.audit.note({ ...asked, action: 'erase', who: customerKey(keys, id) });
  world.log.info('erased', { records: sum.records, things: sum.things, timers: sum.timers });
  return sum;
}

async function eraseOne(
  engine: Engine<ErasePorts>,
  id: string,
  at: Instant,
  guests: readonly string[],
): Promise<Erased> {
  const { world } = engine;
  const erased = await untilSaved(world.clock, `erase ${id}`, async () => {
    const before = await world.customers.load(id);
    if (before) await keepHeard(world, before, at, guests);
    const ended = before && (await endEnrolments(engine, before));
    if (ended === 'conflict') return ended;
    const timers = before ? await disarm(engine, before) : 0;
    const took = { ...(await clear(engine, id, before, at)), timers, records: before ? 1 : 0 };
    if (!ended) return took;
    return (await world.customers.remove(id, ended.version)) === 'removed' ? took : 'conflict';
  });
  // Whoever lost the race against the last step has put things beside a record that is no more.
  return added(erased, await clear(engine, id, undefined, at));
}

/** No enrolment may be lost, only ended: from here on nothing of hers goes out. */
async function endEnrolments(
  { world }: Engine<ErasePorts>,
  before: Customer,
): Promise<Customer | 'conflict'> {
  const at = world.clock.now();
  const ended = withEnrolmentsErased(before, at);
  if (ended === before) return before;
  const saved = await saveCustomer(world, before, ended, { at, later: 'kept' });
  return saved === 'conflict' ? saved : saved.customer;
}

/** So many timers are taken away side by side. */
const together = 10;

/** Takes away whatever is armed for the customer. */
export async function disarm({ world }: Engine<'timers'>, before: Customer): Promise<number> {
  const names = alarmNamesOf(before);
  for (let start = 0; start < names.length; start += together) {
    await Promise.all(names.slice(start, start + together).map((name) => world.timers.disarm(name)));
  }
  return before.enrolments.filter(isAwake).length + (before.look?.due ? 1 : 0);
}

/** Everything beside the record. What stays of it is written before it is taken away. */
async function clear(
  { world }: Engine<ErasePorts>,
  id: string,
  record: Customer | undefined,
  at: Instant,
): Promise<Erased> {
  const keys = await world.keys();
  // Listed first: a proof that is written meanwhile is not taken away before it was kept.
  const things = await world.beside.list(id);
  const touchpoints = await world.touchpoints.list(id);
  const who = customerKey(keys, id);
  // An erasure ends her consent as a withdrawal does; what has ended before keeps its end.
  const proofs = (await world.evidence.list(id)).map((proof) =>
    minimalEvidence(proof, who, proof.expiresAt ?? evidenceEnds(at)),
  );
  await world.gone.keepEvidence(who, proofs);
  const email = record?.profile.email;
  if (email !== undefined) {
    const address = addressHash(keys, email);
    // A list of old customers must not bring her back either; a consent that she gives later is newer than this.
    await world.addresses.suppress(address, 'erased', { because: 'erased', at });
    await world.addresses.leave(address, id);
  }
  for (const order of record?.orders ?? []) await world.orderOwners.forget(order.id, id);
  await world.askers.forget(await world.askers.of(id));
  await world.beside.remove(
    id,
    things.map(({ key }) => key),
  );
  const onTheirWay = record ? unsettled(record, touchpoints, world.clock.now()) : 0;
  const proofsUntil = proofs.reduce<Instant | undefined>((end, { until }) => latest(end, until), undefined);
  return { records: 0, timers: 0, things: things.length, proofs: proofs.length, proofsUntil, onTheirWay };
}

/** A claim without an outcome an hour later has none to wait for. */
const outcomeWithin_ms = 3_600_000;

function unsettled(
  { sends }: Customer,
  touchpoints: readonly { readonly id: string }[],
  now: Instant,
): number {
  const settled = new Set(touchpoints.map(({ id }) => id));
  const since_ms = now.epochMilliseconds - outcomeWithin_ms;
  return sends.filter(
    ({ state, touchpoint, at }) =>
      state !== 'skipped' && at.epochMilliseconds >= since_ms && !settled.has(touchpoint),
  ).length;
}

function added(a: Erased, b: Erased): Erased {
  const { proofsUntil: end } = a;
  return {
    records: a.records + b.records,
    things: a.things + b.things,
    timers: a.timers + b.timers,
    proofs: a.proofs + b.proofs,
    proofsUntil: b.proofsUntil ? latest(end, b.proofsUntil) : end,
    onTheirWay: a.onTheirWay + b.onTheirWay,
  };
}
