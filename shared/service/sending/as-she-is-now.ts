/** A claim of a record that has become part of another since: whether its message still may go is judged by what is known there. */
import type { Customer } from '../../core/record/customer.ts';
import type { RecentSend } from '../../core/record/recent-send.ts';
import type { AddressState } from '../../core/record/suppression.ts';
import { addressHash } from '../saving/address-hash.ts';
import type { Engine } from '../saving/engine.ts';
import { whereNow } from '../saving/where-now.ts';

export interface Person {
  /** The record of the claim, with what is known of the person by now. */
  readonly customer: Customer;
  readonly address: AddressState | undefined;
}

/** The same record where it is nobody else's; undefined where nobody is there any more. */
export async function asSheIsNow(
  engine: Engine<'customers' | 'addresses' | 'keys'>,
  { customer, address }: Person,
  claim: RecentSend,
): Promise<Person | undefined> {
  if (customer.mergedInto === undefined) return { customer, address };
  const { record } = await whereNow(engine, customer.mergedInto);
  if (!record) return undefined;
  // A guest who was joined by the address goes no further than that: the account may have another one by now.
  const profile = customer.mergedBy === 'address' ? customer.profile : record.profile;
  const { orders, consent, labels, wishes, lifecycle } = record;
  const enrolments = customer.enrolments.map((one) =>
    one.id === claim.enrolment ? { ...one, ended: goneOn(record, one) } : one,
  );
  const now = { ...customer, profile, orders, consent, labels, wishes, lifecycle, enrolments };
  if (profile.email === customer.profile.email) return { customer: now, address };
  const { world } = engine;
  const key = profile.email === undefined ? undefined : addressHash(await world.keys(), profile.email);
  return { customer: now, address: key === undefined ? undefined : await world.addresses.load(key) };
}

type Run = Customer['enrolments'][number];

/** How the run has ended that goes on there, if it has; a run that was not given up ended where it was. */
function goneOn({ enrolments, ended }: Customer, run: Run): Run['ended'] {
  if (run.ended?.because !== 'merged') return run.ended;
  const isIts = ({ scenario, key }: Pick<Run, 'scenario' | 'key'>) =>
    scenario === run.scenario && key === run.key;
  const here = enrolments.find(isIts);
  return here ? here.ended : (ended.find(isIts) ?? run.ended);
}
