/** The right to see: everything held of a person, under every id that is hers, as plain data. */
import type { Temporal } from 'temporal-polyfill';
import { isAwake } from '../../core/record/alarm/timer-effect.ts';
import type { Customer } from '../../core/record/customer.ts';
import type { MinimalEvidence } from '../../core/record/minimal-evidence.ts';
import type { KeptOrder } from '../../core/record/orders/kept-order.ts';
import type { AddressState } from '../../core/record/suppression.ts';
import type { RecordedTouchpoint } from '../../core/record/touchpoint.ts';
import type { Holding } from '../../ports/beside.ts';
import type { ConsentEvidence } from '../../ports/evidence.ts';
import type { Tombstone } from '../../ports/gone.ts';
import type { OrderOwner } from '../../ports/orders.ts';
import { addressHash } from '../saving/address-hash.ts';
import { customerKey } from '../saving/customer-key.ts';
import type { Engine } from '../saving/engine.ts';
import type { ErasureAsked } from './erase-customer.ts';
import { everyoneSheWas } from './everyone-she-was.ts';
import { type Elsewhere, whereElse } from './where-else.ts';

export type ExportPorts =
  | 'customers'
  | 'beside'
  | 'gone'
  | 'audit'
  | 'touchpoints'
  | 'evidence'
  | 'orderFacts'
  | 'addresses'
  | 'orderOwners'
  | 'keys';

/** What is held under one id. */
interface HeldData {
  readonly id: string;
  readonly record: Customer | undefined;
  readonly touchpoints: readonly RecordedTouchpoint[];
  readonly consentEvidence: readonly ConsentEvidence[];
  /** What was told of each order. */
  readonly orderFacts: readonly KeptOrder[];
  /** What lies beside the record besides: entries' fields, feedback that waits for its message, earlier ids. */
  readonly beside: readonly Holding[];
  /** What is known against her present address, by its keyed hash. */
  readonly address: AddressState | undefined;
  readonly orders: readonly OrderOwner[];
  /** What is set to happen by itself. */
  readonly timers: readonly {
    readonly scenario: string | undefined;
    readonly step: string | undefined;
    readonly due: Temporal.Instant;
  }[];
  /** That she was erased before, and the proofs that outlived it. */
  readonly tombstone: Tombstone | undefined;
  readonly keptEvidence: readonly MinimalEvidence[];
}

export interface Exported {
  readonly at: Temporal.Instant;
  readonly customer: string;
  readonly held: readonly HeldData[];
  readonly elsewhere: readonly Elsewhere[];
}

/** Resolves to undefined where nothing is held under this id, not even that it was erased. */
export async function exportCustomer(
  engine: Engine<ExportPorts>,
  id: string,
  asked: ErasureAsked,
): Promise<Exported | undefined> {
  const { world, settings } = engine;
  const held: HeldData[] = [];
  for (const one of await everyoneSheWas(world, id)) held.push(await heldUnder(engine, one));
  if (held.every(isEmpty)) return undefined;
  await world.audit.note({ ...asked, action: 'export', who: customerKey(await world.keys(), id) });
  return { at: asked.at, customer: id, held, elsewhere: whereElse(settings, asked.at) };
}

async function heldUnder({ world }: Engine<ExportPorts>, id: string): Promise<HeldData> {
  const keys = await world.keys();
  const who = customerKey(keys, id);
  const record = await world.customers.load(id);
  const [touchpoints, consentEvidence, orderFacts, things, tombstone, keptEvidence] = await Promise.all([
    world.touchpoints.list(id),
    world.evidence.list(id),
    world.orderFacts.list(id),
    world.beside.list(id),
    world.gone.load(who),
    world.gone.evidence(who),
  ]);
  const exported = new Set([
    ...touchpoints.map((one) => `TOUCH#${one.id}`),
    ...consentEvidence.map((one) => `CONSENT#${one.id}`),
    ...orderFacts.map((one) => `ORDER#${one.id}`),
  ]);
  const email = record?.profile.email;
  const owners = await Promise.all((record?.orders ?? []).map((order) => world.orderOwners.load(order.id)));
  return {
    id,
    record,
    touchpoints,
    consentEvidence,
    orderFacts,
    beside: things.filter(({ key }) => !exported.has(key)),
    address:
      email === undefined ? undefined : alone(id, await world.addresses.load(addressHash(keys, email))),
    orders: owners.filter((owner) => owner?.customer === id) as OrderOwner[],
    timers: record ? timersOf(record) : [],
    tombstone,
    keptEvidence,
  };
}

/** Of a shared address nothing is told of the others whose it is. */
function alone(id: string, address: AddressState | undefined): AddressState | undefined {
  const own = address?.holders?.[id];
  return address && { ...address, holders: own && { [id]: own } };
}

function timersOf({ enrolments, look }: Customer): HeldData['timers'] {
  const ofEnrolments = enrolments.filter(isAwake).map(({ scenario, step, due }) => ({ scenario, step, due }));
  return look?.due
    ? [...ofEnrolments, { scenario: undefined, step: undefined, due: look.due }]
    : ofEnrolments;
}

function isEmpty({
  record,
  touchpoints,
  consentEvidence,
  orderFacts,
  beside,
  tombstone,
  keptEvidence,
}: HeldData): boolean {
  const lists = [touchpoints, consentEvidence, orderFacts, beside, keptEvidence];
  return record === undefined && tombstone === undefined && lists.every(({ length }) => length === 0);
}
