/** A world that dies at one chosen call of a port, just before or just after the call did its work. */
import type { World } from '../../shared/ports/world.ts';

class Crash extends Error {
  override readonly name = 'Crash';
}

/** The ports whose calls leave the process: each is a place to die at. */
const remote = [
  'customers',
  'contexts',
  'orderFacts',
  'askers',
  'addresses',
  'touchpoints',
  'evidence',
  'beside',
  'gone',
  'audit',
  'orderOwners',
  'timers',
  'lanes',
  'mailer',
  'bus',
] as const;

export interface CrashPlan {
  /** Calls made so far, while armed. */
  calls: number;
  readonly names: string[];
  /** Dies at the call of this number (from 1); never when undefined. */
  at: number | undefined;
  readonly when: 'before' | 'after';
  armed: boolean;
}

export const noCrash = (): CrashPlan => ({ calls: 0, names: [], at: undefined, when: 'before', armed: true });

/** Wraps the ports; dies once. */
export function crashing(world: World, plan: CrashPlan): World {
  const wrapped = Object.fromEntries(remote.map((port) => [port, crashingPort(world, port, plan)]));
  return { ...world, ...wrapped, keys: world.keys };
}

function crashingPort(world: World, port: (typeof remote)[number], plan: CrashPlan) {
  return new Proxy(world[port], {
    get(target, name, receiver) {
      const member = Reflect.get(target, name, receiver);
      if (typeof member !== 'function') return member;
      return async (...args: unknown[]) => {
        const dies = plan.armed && ++plan.calls === plan.at;
        if (plan.armed) plan.names.push(`${port}.${String(name)}`);
        if (dies && plan.when === 'before') throw new Crash();
        const result = await member.apply(target, args);
        if (dies) throw new Crash();
        return result;
      };
    },
  });
}
