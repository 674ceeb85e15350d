/** The ports as one invocation sees them: every call takes its time, may fail as such calls do, and is watched. */

import type { World } from '../../shared/ports/world.ts';
import type { Ground, Table } from './ground.ts';
import { type Invocation, never } from './invocation.ts';
import {
  watchedBus,
  watchedCustomers,
  watchedLanes,
  watchedRounds,
  watchedTouchpoints,
} from './watched-ports.ts';

function refused(name: string): Error {
  return Object.assign(new Error(name), { name });
}

const longCall_ms = 5_000;
type AnyPort = Record<string, (...args: never[]) => Promise<unknown>>;

/** In which table each lies; what of a port lies in the other is named below. */
const tablePorts = {
  customers: 'records',
  contexts: 'beside',
  orderFacts: 'beside',
  addresses: 'beside',
  touchpoints: 'beside',
  evidence: 'beside',
  control: 'beside',
  probes: 'beside',
  sweep: 'records',
  rounds: 'records',
  orderOwners: 'beside',
  products: 'beside',
  askers: 'beside',
  campaigns: 'beside',
  everybody: 'records',
} as const satisfies Partial<Record<keyof World, Table>>;
const otherwise: Readonly<Record<string, readonly Table[]>> = {
  'customers.loadWithAddress': ['records', 'beside'],
  'rounds.begin': ['beside'],
  'rounds.reached': ['beside'],
};

/** All ports of the world for one invocation. */
export function worldOf(ground: Ground, invocation: Invocation): World {
  const { kernel, memory } = ground;
  const around = (port: string, target: object, table?: Table) =>
    new Proxy(target as AnyPort, {
      get(ports, name: string) {
        const method = ports[name];
        if (typeof method !== 'function') return method;
        return (...args: never[]) =>
          call(ground, invocation, { name: `${port}.${name}`, table }, () => method.apply(ports, args));
      },
    });
  const watched: Partial<Record<keyof World, object>> = {
    customers: watchedCustomers(ground, invocation),
    rounds: watchedRounds(ground),
    touchpoints: watchedTouchpoints(ground, invocation),
  };
  const tables = Object.fromEntries(
    (Object.keys(tablePorts) as (keyof typeof tablePorts)[]).map((port) => [
      port,
      around(port, watched[port] ?? memory[port], tablePorts[port]),
    ]),
  );
  return {
    ...memory,
    ...(tables as unknown as Pick<World, keyof typeof tablePorts>),
    clock: {
      now: () => kernel.now.add({ milliseconds: invocation.skew_ms }),
      sleep: (delay_ms) => kernel.gate(delay_ms, `${invocation.id} sleeps`),
    },
    timers: around('timers', ground.scheduler) as unknown as World['timers'],
    lanes: around('lanes', watchedLanes(ground, invocation)) as unknown as World['lanes'],
    intake: around('intake', ground.intake) as unknown as World['intake'],
    bus: around('bus', watchedBus(ground, invocation)) as unknown as World['bus'],
    account: around('account', memory.account) as unknown as World['account'],
    mailer: { send: (mail) => sendMail(ground, invocation, mail) },
    pacer: {
      take: () => kernel.gate(ground.chance.int(0, 300), `${invocation.id} paced`),
      takeConfirm: () => 0,
      throttled: () => {},
    },
  };
}

async function call<Result>(
  ground: Ground,
  invocation: Invocation,
  { name, table }: { readonly name: string; readonly table: Table | undefined },
  doIt: () => Promise<Result>,
): Promise<Result> {
  const { kernel, dealer, chance } = ground;
  const label = `${invocation.id} ${name}`;
  if (invocation.dead) return never;
  if (dealer.strikes('crash-before')) return diesAt(ground, invocation, `${label} crash before`);
  await kernel.gate(chance.int(1, 40) + stall_ms(ground, invocation), label);
  if (invocation.dead) return never;
  const asked = table === undefined ? [] : (otherwise[name] ?? [table]);
  if (asked.length > 0 && isThrottled(ground, asked)) throw refused('ThrottlingException');
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

function isThrottled({ kernel, dealer, weather }: Ground, asked: readonly Table[]): boolean {
  if (kernel.now_ms < weather.tableThrottledUntil_ms) return dealer.source('table-throttling').chance(0.9);
  const { table, until_ms } = weather.oneTable;
  if (kernel.now_ms < until_ms && asked.includes(table))
    return dealer.source('one-table-throttled').chance(0.9);
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
