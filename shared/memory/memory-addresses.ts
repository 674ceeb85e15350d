import {
  type AddressState,
  type Holder,
  keptStrikes,
  lastingSuppression,
} from '../core/record/suppression.ts';
import type { Addresses, HolderWord } from '../ports/addresses.ts';

type Known = Holder & { readonly version: number };

const usersAtMost = 50;

/** `addresses` in memory; `users` tells who uses an address. */
export function memoryAddresses(): Addresses & { users(key: string): readonly string[] } {
  const states = new Map<string, AddressState>();
  const users = new Map<string, Map<string, Known | undefined>>();
  const idsOf = (key: string) => [...(users.get(key)?.keys() ?? [])];
  const holdersOf = (key: string) =>
    Object.fromEntries(
      idsOf(key)
        .sort()
        .map((id) => [id, withoutVersion(users.get(key)?.get(id))]),
    );
  return {
    async load(key) {
      const state = states.get(key) ?? (users.has(key) ? { key } : undefined);
      return state && idsOf(key).length > 0 ? { ...state, holders: holdersOf(key) } : state;
    },
    async use(key, customer, standing) {
      const known = users.get(key) ?? new Map<string, Known | undefined>();
      if (!known.has(customer) && known.size >= usersAtMost) return;
      known.set(customer, knownNow(known.get(customer), standing));
      users.set(key, known);
    },
    holders: async (key) => idsOf(key).sort(),
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
    users: idsOf,
  };
}

function knownNow(known: Known | undefined, standing: HolderWord | undefined): Known | undefined {
  if (!standing || (known && known.version > standing.version)) return known;
  const { at, ...facts } = standing;
  return { ...facts, since: known?.since ?? at };
}

function withoutVersion(known: Known | undefined): Holder {
  const { version: _, ...holder } = known ?? { version: 0 };
  return Object.fromEntries(Object.entries(holder).filter(([, value]) => value !== undefined));
}
