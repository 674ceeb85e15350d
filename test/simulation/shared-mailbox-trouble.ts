/** The mail service and Scheduler on bad days: neither takes everything, and what the one was asked it does not always answer. */
import type { Mail, SendOutcome } from '../../shared/core/record/mail.ts';
import type { MemoryWorld } from '../../shared/memory/memory-world.ts';
import type { Arming } from '../../shared/ports/timers.ts';
import type { World } from '../../shared/ports/world.ts';
import type { Random } from './random.ts';

export class SchedulerDown extends Error {
  override readonly name = 'SchedulerDown';
}

export interface Trouble {
  readonly world: World;
  /** How often each fault was dealt. */
  readonly dealt: { refused: number; unanswered: number; busy: number; down: number };
}

/**
 * Only what leaves a mail unsent: then each is still to come once. An order mail without an answer goes once more, but no
 * third time; marketing would be given up.
 */
export function troubled(world: MemoryWorld, dice: Random): Trouble {
  const dealt = { refused: 0, unanswered: 0, busy: 0, down: 0 };
  const silent = new Set<string>();
  async function send(mail: Mail): Promise<SendOutcome> {
    if (dice.chance(0.06)) {
      dealt.refused += 1;
      return { kind: 'not-sent', because: dice.pick(['throttled', 'throttled', 'daily-quota']) };
    }
    const { touchpoint = '', kind } = mail.tags;
    if (kind === 'transactional' && !silent.has(touchpoint) && dice.chance(0.04)) {
      silent.add(touchpoint);
      dealt.unanswered += 1;
      return { kind: 'unknown', detail: 'timeout' };
    }
    return world.mailer.send(mail);
  }
  async function arm(timer: Arming) {
    if (dice.chance(0.08)) {
      dealt.busy += 1;
      return 'busy' as const;
    }
    if (dice.chance(0.03)) {
      dealt.down += 1;
      throw new SchedulerDown('down');
    }
    return world.timers.arm(timer);
  }
  const timers = { arm, disarm: (name: string) => world.timers.disarm(name) };
  return { world: { ...world, mailer: { send }, timers, keys: world.keys }, dealt };
}
