/** The few ports that the public pages use, kept in memory, with faults on demand. */
import { Temporal } from 'temporal-polyfill';
import { openBook } from '../../../shared/core/language/scenario-book.ts';
import type { Customer } from '../../../shared/core/record/customer.ts';
import type { Suppression } from '../../../shared/core/record/suppression.ts';
import type { Waking } from '../../../shared/core/record/sweep-moment.ts';
import type { ConsentEvidence } from '../../../shared/ports/evidence.ts';
import type { World } from '../../../shared/ports/world.ts';
import type { UnsubscribePorts } from '../../../shared/service/feedback/unsubscribe.ts';
import { engineOf } from '../../../shared/service/saving/engine.ts';
import { parseSettings } from '../../../shared/settings/settings.ts';
import { exampleSettings } from '../../support/store-in-memory.ts';

export interface LinkWorld extends Pick<World, UnsubscribePorts> {
  readonly stored: Map<string, Customer>;
  readonly suppressed: Map<string, Suppression>;
  readonly proofs: Map<string, ConsentEvidence>;
  /** Every call that writes or sleeps, in order. */
  readonly calls: string[];
  readonly sweeps: Waking[];
  readonly logged: string[];
  now: Temporal.Instant;
  /** So many of the next saves lose their race. */
  conflicts: number;
  /** The port call that fails from now on. */
  broken: 'load' | 'save' | 'suppress' | 'evidence' | undefined;
}

/** No scenario: what a link changes is asked alone. */
export const linkEngine = (world: LinkWorld) =>
  engineOf(world, openBook([], {}), parseSettings(exampleSettings));

export const linkKeys = { address: 'address secret', links: [{ id: 'k1', secret: 'link secret' }] };

export function linkWorld(...customers: Customer[]): LinkWorld {
  const call = (name: string) => {
    world.calls.push(name);
    if (world.broken === name) throw new Error('the table is away');
  };
  const world: LinkWorld = {
    stored: new Map(customers.map((customer) => [customer.id, customer])),
    suppressed: new Map(),
    proofs: new Map(),
    calls: [],
    sweeps: [],
    logged: [],
    now: Temporal.Instant.from('2026-11-22T01:00:00.123456Z'),
    conflicts: 0,
    broken: undefined,
    clock: { now: () => world.now, sleep: async () => void world.calls.push('sleep') },
    customers: {
      load: async (id) => {
        if (world.broken === 'load') throw new Error('the table is away');
        return world.stored.get(id);
      },
      loadWithAddress: async (id) => ({ customer: world.stored.get(id), address: undefined }),
      save: async (customer, waking) => {
        call('save');
        if (world.conflicts-- > 0) return 'conflict';
        const saved = { ...customer, version: customer.version + 1 };
        world.stored.set(customer.id, saved);
        world.sweeps.push(waking);
        return saved;
      },
      remove: async () => 'conflict',
    },
    addresses: {
      load: async () => undefined,
      use: async () => undefined,
      leave: async () => undefined,
      strike: async () => undefined,
      suppress: async (key, scope, suppression) => {
        call('suppress');
        world.suppressed.set(`${scope} ${key}`, suppression);
      },
    },
    evidence: {
      put: async (proof) => {
        call('evidence');
        world.proofs.set(`${proof.customer} ${proof.id}`, proof);
      },
      list: async () => [...world.proofs.values()],
    },
    keys: async () => linkKeys,
    log: {
      did: (what, id) => void world.logged.push(JSON.stringify([what, id])),
      info: (message, fields) => void world.logged.push(JSON.stringify([message, fields])),
      warn: (message, fields) => void world.logged.push(JSON.stringify([message, fields])),
      error: (message, fields) => void world.logged.push(JSON.stringify([message, fields])),
    },
    metrics: { count: () => undefined },
    timers: {
      arm: async () => {
        call('arm');
        return 'armed';
      },
      disarm: async () => undefined,
    },
    lanes: { enqueue: async () => call('enqueue'), backlog: async () => 0, isIdle: async () => true },
    bus: { publish: async () => call('publish') },
    touchpoints: {
      load: async () => undefined,
      loadMany: async () => [],
      list: async () => [],
      settle: async () => 'already',
      note: async () => undefined,
    },
  };
  return world;
}
