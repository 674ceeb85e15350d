import { Temporal } from 'temporal-polyfill';
import { type AddressState, keptStrikes, type Suppression } from '../core/suppression.ts';
import type { Addresses } from '../world.ts';

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
      if (known === undefined || isBefore(suppression, known))
        states.set(key, { ...state, [scope]: suppression });
    },
    async strike(key, at) {
      const state = states.get(key) ?? { key };
      states.set(key, { ...state, strikes: keptStrikes([...(state.strikes ?? []), at]) });
    },
    users: (key) => [...(users.get(key) ?? [])],
  };
}

/** Of two at one moment the first by its word, so that the order of writing is no matter. */
function isBefore(one: Suppression, other: Suppression): boolean {
  const order = Temporal.Instant.compare(one.at, other.at);
  return order < 0 || (order === 0 && one.because < other.because);
}
