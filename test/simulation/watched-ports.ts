/** Ports whose calls the oracle sees: what is saved, looked away from, published and settled. */
import type { Customer } from '../../shared/core/record/customer.ts';
import { decodeRecord, recordShape, type StoredRecord } from '../../shared/core/record/record-codec.ts';
import type { Customers } from '../../shared/ports/customers.ts';
import type { World } from '../../shared/ports/world.ts';
import type { Ground } from './ground.ts';
import type { Invocation } from './invocation.ts';
import type { Oracle } from './oracle.ts';

/** What the newer code of a deployment writes: the same record, under the next shape number. */
const newerShape = recordShape + 1;

export function watchedCustomers(ground: Ground, invocation: Invocation): Customers {
  const { memory, decoded, oracle, dealer, kernel, wakings } = ground;
  const { customers, records } = memory;
  const load = (id: string): Customer | undefined => {
    invocation.readAt.set(id, kernel.steps);
    const found = decoded.find(id);
    if (found?.stored.shape === newerShape && !invocation.isNew) return decodeRecord(found.stored);
    return found?.customer;
  };
  return {
    ...customers,
    load: async (id) => load(id),
    async loadWithAddress(id, address) {
      return {
        customer: load(id),
        address: address === undefined ? undefined : await memory.addresses.load(address),
      };
    },
    async remove(id, version) {
      decoded.forget(id);
      wakings.delete(id);
      const removed = await customers.remove(id, version);
      if (removed === 'removed') oracle.truth.erase(id);
      return removed;
    },
    async save(customer, waking) {
      const before = decoded.find(customer.id);
      if (before && dealer.strikes('save-conflict'))
        decoded.plant({ ...before.stored, version: before.stored.version + 1 });
      const saved = await customers.save(customer, waking);
      if (saved === 'conflict') return saved;
      decoded.forget(customer.id);
      wakings.set(customer.id, waking.any);
      const isLowered = before?.stored.shape === newerShape && !invocation.isNew;
      oracle.check('records of newer code are left alone', isLowered && customer.id);
      if (invocation.isNew)
        decoded.plant({ ...(records.stored(customer.id) as StoredRecord), shape: newerShape });
      oracle.alarms.stored(saved.id);
      judged(oracle, () => oracle.saved(invocation, before?.customer, saved, waking));
      return saved;
    },
  };
}

/** What a judge throws would look to the code that saves like a failure of the table. */
function judged(oracle: Oracle, judge: () => void): void {
  try {
    judge();
  } catch (error) {
    oracle.check(
      'the judges have no fault of their own',
      error instanceof Error ? error.stack : String(error),
    );
  }
}

export function watchedRounds({ memory, oracle, wakings }: Ground): World['rounds'] {
  const { rounds } = memory;
  return {
    ...rounds,
    async asleep(cursor, before) {
      const page = await rounds.asleep(cursor, before);
      for (const id of page.ids) oracle.alarms.woken(undefined, id);
      return page;
    },
    async putOff(customer, before, to) {
      const at = wakings.get(customer);
      const isPutOff = await rounds.putOff(customer, before, to);
      const isAwake = (at?.epochMilliseconds ?? Number.POSITIVE_INFINITY) > before.epochMilliseconds;
      oracle.check(
        'nobody is looked away from who was saved anew',
        isPutOff && isAwake && `${customer}: ${at}`,
      );
      if (isPutOff) wakings.set(customer, to);
      return isPutOff;
    },
  };
}

export function watchedLanes({ lanes, oracle }: Ground, invocation: Invocation): World['lanes'] {
  return {
    ...lanes,
    async enqueue(lane, message, delay_s) {
      if (invocation.kind === 'reconcile' && 'customer' in message)
        oracle.alarms.woken(lane, message.customer);
      return lanes.enqueue(lane, message, delay_s);
    },
  };
}

export function watchedBus({ oracle }: Ground, invocation: Invocation): World['bus'] {
  return {
    async publish(events) {
      for (const event of events) oracle.published(invocation, event);
    },
  };
}

export function watchedTouchpoints({ memory, oracle }: Ground, invocation: Invocation): World['touchpoints'] {
  const { touchpoints } = memory;
  return {
    ...touchpoints,
    async settle(touchpoint) {
      const settled = await touchpoints.settle(touchpoint);
      if (invocation.openClaim === touchpoint.id) invocation.openClaim = undefined;
      oracle.settled(invocation, touchpoint, settled);
      return settled;
    },
  };
}
