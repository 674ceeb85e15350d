/** Customers and their sweep index. Records are kept as text, so that nothing is shared and faults of the codec show. */
import { Temporal } from 'temporal-polyfill';
import type { Customer } from '../core/record/customer.ts';
import { decodeRecord, encodeRecord, type StoredRecord } from '../core/record/record-codec.ts';
import type { Addresses } from '../ports/addresses.ts';
import type { Customers } from '../ports/customers.ts';
import { type Sweep, sweepShards } from '../ports/sweep.ts';
import { memoryRounds } from './memory-rounds.ts';

/** Whole seconds, rounded up: what a sweep index holds. */
const seconds = (at: Temporal.Instant) => Math.ceil(at.epochMilliseconds / 1000);

/** `customers`, `sweep` and `rounds` in memory, with the stored records laid open. */
export function memoryCustomers(addresses: Addresses, recordsOnPage?: number) {
  const records = new Map<string, { readonly version: number; readonly text: string }>();
  const shards = Array.from({ length: sweepShards }, () => new Map<string, number>());
  const waiting = (id: string) => shards[memoryShardOf(id)] as Map<string, number>;
  const moments = new Map<string, number | undefined>();

  const load = (id: string): Customer | undefined => {
    const record = records.get(id);
    return record === undefined ? undefined : decodeRecord(JSON.parse(record.text));
  };

  const customers: Customers = {
    load: async (id) => load(id),
    async loadWithAddress(id, address) {
      return {
        customer: load(id),
        address: address === undefined ? undefined : await addresses.load(address),
      };
    },
    async save(customer, { transactional, any }) {
      if ((records.get(customer.id)?.version ?? 0) !== customer.version) return 'conflict';
      const saved = { ...customer, version: customer.version + 1 };
      records.set(saved.id, { version: saved.version, text: JSON.stringify(encodeRecord(saved)) });
      if (transactional === undefined) waiting(saved.id).delete(saved.id);
      else waiting(saved.id).set(saved.id, seconds(transactional));
      moments.set(saved.id, any && seconds(any));
      return saved;
    },
    async remove(id, version) {
      if (records.get(id)?.version !== version) return 'conflict';
      records.delete(id);
      moments.delete(id);
      waiting(id).delete(id);
      return 'removed';
    },
  };

  return {
    customers,
    sweep: sweepOf(shards),
    rounds: memoryRounds(moments, recordsOnPage),
    /** The ids of all customers, in the order they came. */
    ids: () => [...records.keys()],
    /** A record as it is stored. */
    stored: (id: string): StoredRecord | undefined => {
      const record = records.get(id);
      return record === undefined ? undefined : JSON.parse(record.text);
    },
    /** The earliest moment anybody may be swept, in whole seconds since 1970. */
    nextSweep_s(): number | undefined {
      const scanned = [...moments.values()].filter((moment) => moment !== undefined);
      const all = [...shards.flatMap((shard) => [...shard.values()]), ...scanned];
      return all.length === 0 ? undefined : all.reduce((a, b) => Math.min(a, b));
    },
    /** Puts a record there, whatever its shape. */
    plant(stored: StoredRecord) {
      records.set(stored.id, { version: stored.version, text: JSON.stringify(stored) });
      if (!moments.has(stored.id)) moments.set(stored.id, undefined);
    },
  };
}

/** The index over all shards, each by id the second from which the sweep may ask. */
function sweepOf(shards: readonly Map<string, number>[]): Sweep {
  const waiting = (id: string) => shards[memoryShardOf(id)] as Map<string, number>;
  return {
    async overdue(shard, before, limit) {
      const before_s = Math.floor(before.epochMilliseconds / 1000);
      return [...(shards[shard] ?? [])]
        .filter(([, at_s]) => at_s <= before_s)
        .sort((a, b) => a[1] - b[1])
        .slice(0, limit)
        .map(([customer, at_s]) => ({
          customer,
          sweepAt: Temporal.Instant.fromEpochMilliseconds(at_s * 1000),
        }));
    },
    async push({ customer, sweepAt }, to) {
      if (waiting(customer).get(customer) !== seconds(sweepAt)) return false;
      waiting(customer).set(customer, seconds(to));
      return true;
    },
  };
}

export function memoryShardOf(id: string): number {
  let sum = 0;
  for (let i = 0; i < id.length; i++) sum = (sum * 31 + id.charCodeAt(i)) % sweepShards;
  return sum;
}
