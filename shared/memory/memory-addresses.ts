import { type AddressState, keptStrikes, lastingSuppression } from '../core/record/suppression.ts';
import type { Addresses } from '../ports/addresses.ts';

/** `addresses` in memory; `users` tells who uses an address. */
export function memoryAddresses(): Addresses & { users(key: string): readonly string[] } {
  const states = new Map<string, AddressState>();
  const users = new Map<string, Set<string>>();
  return {
    load: async (key) => states.get(key) ?? (users.has(key) ? { key } : undefined),
    async use(key, customer) {
      const known = users.get(key) ?? new Set();
      if (known.size < 50) users.set(key, known.add(customer));
    },
    holders: async (key) => [...(users.get(key) ?? [])].sort(),
    async leave(key, customer) {
      users.get(key)?.delete(customer);
    },
    async suppress(key, scope, suppression) {
      const state = states.get(key) ?? { key };
      const known = state[scope];
      states.set(key, { ...state, [scope]: known ? lastingSuppression(known, suppression) : suppression });
    },
    async strike(key, at) {
      const state = states.get(key) ?? { key };
      states.set(key, { ...state, strikes: keptStrikes([...(state.strikes ?? []), at]) });
    },
    users: (key) => [...(users.get(key) ?? [])],
  };
}
