/** What lies beside a record, who is gone, and who asked, in memory. */
import { Temporal } from 'temporal-polyfill';
import type { MinimalEvidence } from '../core/record/minimal-evidence.ts';
import type { Audit, AuditEntry } from '../ports/audit.ts';
import type { Beside, Holding } from '../ports/beside.ts';
import type { Gone, Tombstone } from '../ports/gone.ts';

/** What a port in memory lays open of one customer, to be seen and taken away. */
export interface Held {
  held(customer: string): Holding[];
  drop(customer: string, key: string): void;
}

/** `beside` in memory, over the ports that keep something of a customer. */
export function memoryBeside(ports: readonly Held[]): Beside {
  const earlier = new Map<string, Set<string>>();
  const ids = (customer: string) => [...(earlier.get(customer) ?? [])];
  return {
    async list(customer) {
      const pointers = ids(customer).map((id) => ({ key: `WAS#${id}`, fields: {} }));
      return [...ports.flatMap((port) => port.held(customer)), ...pointers];
    },
    async remove(customer, keys) {
      for (const key of keys) {
        for (const port of ports) port.drop(customer, key);
        if (key.startsWith('WAS#')) earlier.get(customer)?.delete(key.slice('WAS#'.length));
      }
    },
    async noteEarlierId(customer, id) {
      earlier.set(customer, new Set([...ids(customer), id]));
    },
    earlierIds: async (customer) => ids(customer),
  };
}

/** `gone` in memory. */
export function memoryGone(): Gone {
  const stones = new Map<string, Tombstone>();
  const proofs = new Map<string, Map<string, MinimalEvidence>>();
  const note = (who: string, what: 'erased' | 'lifted', at: Temporal.Instant) => {
    const stone = stones.get(who) ?? {};
    const known = stone[what];
    if (!known || Temporal.Instant.compare(known, at) < 0) stones.set(who, { ...stone, [what]: at });
  };
  return {
    load: async (who) => stones.get(who),
    bury: async (who, at) => note(who, 'erased', at),
    lift: async (who, at) => note(who, 'lifted', at),
    async keepHeard(who, heard) {
      const stone = stones.get(who) ?? {};
      const all = [...new Set([...(stone.heard ?? []), ...heard])].sort();
      if (heard.length > 0) stones.set(who, { ...stone, heard: all });
    },
    async keepEvidence(who, evidence) {
      const kept = proofs.get(who) ?? new Map();
      for (const one of evidence) kept.set(one.id, { ...one, topics: [...one.topics] });
      proofs.set(who, kept);
    },
    evidence: async (who) => [...(proofs.get(who)?.values() ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

/** `audit` in memory. */
export function memoryAudit(): Audit {
  const entries = new Map<string, AuditEntry>();
  const keyOf = ({ at, action, who }: AuditEntry) => `${at}#${action}#${who}`;
  return {
    note: async (entry) => void entries.set(keyOf(entry), { ...entry }),
    list: async () =>
      [...entries.values()].sort(
        (a, b) => Temporal.Instant.compare(a.at, b.at) || (keyOf(a) < keyOf(b) ? -1 : 1),
      ),
  };
}
