/** The ports as one invocation sees them: every call takes its time, may fail as such calls do, and is watched. */

import type { Customer } from '../../shared/core/record/customer.ts';
import { decodeRecord, recordShape, type StoredRecord } from '../../shared/core/record/record-codec.ts';
import type { Customers } from '../../shared/ports/customers.ts';
import type { World } from '../../shared/ports/world.ts';
import type { Ground } from './ground.ts';
import { type Invocation, never } from './invocation.ts';
import { watchedBus, watchedLanes, watchedTouchpoints } from './watched-ports.ts';

function refused(name: string): Error {
  return Object.assign(new Error(name), { name });
}

const longCall_ms = 5_000;
type AnyPort = Record<string, (...args: never[]) => Promise<unknown>>;

const tablePorts = [
  'customers',
  'contexts',
  'addresses',
  'touchpoints',
  'evidence',
  'control',
  'probes',
  'sweep',
  'orderOwners',
  'products',
  'everybody',
] as const;

/** All ports of the world for one invocation. */
export function worldOf(ground: Ground, invocation: Invocation): World {
  const { kernel, memory } = ground;
  const around = (port: string, target: object, isTable: boolean) =>
    new Proxy(target as AnyPort, {
      get(ports, name: string) {
        const method = ports[name];
        if (typeof method !== 'function') return method;
        return (...args: never[]) =>
          call(ground, invocation, `${port}.${name}`, isTable, () => method.apply(ports, args));
      },
    });
  const tables = Object.fromEntries(
    tablePorts.map((port) => [
      port,
      around(port, port === 'customers' ? watchedCustomers(ground, invocation) : memory[port], true),
    ]),
  );
  return {
    ...memory,
    ...(tables as unknown as Pick<World, (typeof tablePorts)[number]>),
    touchpoints: around(
      'touchpoints',
      watchedTouchpoints(ground, invocation),
      true,
    ) as unknown as World['touchpoints'],
    clock: {
      now: () => kernel.now.add({ milliseconds: invocation.skew_ms }),
      sleep: (delay_ms) => kernel.gate(delay_ms, `${invocation.id} sleeps`),
    },
    timers: around('timers', ground.scheduler, false) as unknown as World['timers'],
    lanes: around('lanes', watchedLanes(ground, invocation), false) as unknown as World['lanes'],
    intake: around('intake', ground.intake, false) as unknown as World['intake'],
    bus: around('bus', watchedBus(ground, invocation), false) as unknown as World['bus'],
    account: around('account', memory.account, false) as unknown as World['account'],
    mailer: { send: (mail) => sendMail(ground, invocation, mail) },
    pacer: { take: () => kernel.gate(ground.chance.int(0, 300), `${invocation.id} paced`) },
  };
}

async function call<Result>(
  ground: Ground,
  invocation: Invocation,
  name: string,
  isTable: boolean,
  doIt: () => Promise<Result>,
): Promise<Result> {
  const { kernel, dealer, chance } = ground;
  const label = `${invocation.id} ${name}`;
  if (invocation.dead) return never;
  if (dealer.strikes('crash-before')) return diesAt(ground, invocation, `${label} crash before`);
  await kernel.gate(chance.int(1, 40) + stall_ms(ground, invocation), label);
  if (invocation.dead) return never;
  if (isTable && isThrottled(ground)) throw refused('ThrottlingException');
  if (dealer.strikes('timeout-not-done')) {
    await kernel.gate(longCall_ms, `${label} no answer`);
    throw refused('TimeoutError');
  }
  const result = await doIt();
  if (dealer.strikes('crash-after')) return diesAt(ground, invocation, `${label} crash after`);
  if (dealer.strikes('timeout-done')) {
    await kernel.gate(longCall_ms, `${label} done, no answer`);
    throw refused('TimeoutError');
  }
  return invocation.dead ? never : result;
}

function diesAt(ground: Ground, invocation: Invocation, note: string): Promise<never> {
  ground.kernel.note(note);
  invocation.die();
  return never;
}

function stall_ms(ground: Ground, invocation: Invocation): number {
  if (!ground.dealer.strikes('stall')) return 0;
  invocation.frozen = true;
  return ground.dealer.source('stall').int(30_000, 1_800_000);
}

function isThrottled({ kernel, dealer, weather }: Ground): boolean {
  if (kernel.now_ms < weather.tableThrottledUntil_ms) return dealer.source('table-throttling').chance(0.9);
  return dealer.strikes('throttled');
}

/** The real SES adapter: it may die around the call, and never throws. */
async function sendMail(
  ground: Ground,
  invocation: Invocation,
  mail: Parameters<World['mailer']['send']>[0],
) {
  const { dealer, kernel } = ground;
  if (invocation.dead) return never;
  if (dealer.strikes('crash-before')) return diesAt(ground, invocation, `${invocation.id} SES crash before`);
  kernel.outside += 1;
  ground.oracle.sending(invocation, mail);
  const outcome = await ground.ses.send(mail, stall_ms(ground, invocation));
  kernel.outside -= 1;
  if (dealer.strikes('crash-after')) return diesAt(ground, invocation, `${invocation.id} SES crash after`);
  kernel.note(`${invocation.id} SES ${outcome.kind}`);
  if (outcome.kind !== 'accepted') invocation.openClaim = undefined;
  return invocation.dead ? never : outcome;
}

/** What the newer code of a deployment writes: the same record, under the next shape number. */
const newerShape = recordShape + 1;

function watchedCustomers(ground: Ground, invocation: Invocation): Customers {
  const { memory, decoded, oracle, dealer, kernel } = ground;
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
      return customers.remove(id, version);
    },
    async save(customer, sweepAt) {
      const before = decoded.find(customer.id);
      if (before && dealer.strikes('save-conflict'))
        decoded.plant({ ...before.stored, version: before.stored.version + 1 });
      const saved = await customers.save(customer, sweepAt);
      if (saved === 'conflict') return saved;
      decoded.forget(customer.id);
      const isLowered = before?.stored.shape === newerShape && !invocation.isNew;
      oracle.check('records of newer code are left alone', isLowered && customer.id);
      if (invocation.isNew)
        decoded.plant({ ...(records.stored(customer.id) as StoredRecord), shape: newerShape });
      oracle.alarms.stored(saved.id);
      oracle.saved(invocation, before?.customer, saved, sweepAt);
      return saved;
    },
  };
}
