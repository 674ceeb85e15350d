/** Virtual time for many at once: whoever sleeps waits while the others work, and time goes on when all of them wait. */
import { setImmediate } from 'node:timers/promises';
import type { Temporal } from 'temporal-polyfill';
import type { VirtualClock } from '../../../shared/memory/virtual-clock.ts';
import type { Clock } from '../../../shared/ports/clock.ts';

/** The time of `virtual`, whose own `sleep` would move it on for everybody. */
export const sideBySide = (virtual: VirtualClock): Clock => ({
  now: () => virtual.now(),
  sleep: (delay_ms) =>
    new Promise((wake) => {
      if (delay_ms <= 0) wake();
      else virtual.wakeAfter(Math.ceil(delay_ms), wake);
    }),
});

interface Passing {
  readonly clock: VirtualClock;
  /** Rejects when one of those at work fails; never resolves before. */
  readonly crew: Promise<never>;
  /** Asked after each moment. */
  isOver(): boolean;
}

/** Lets time pass until `isOver`, or nothing is left to happen by `until`. Throws what one of the crew threw. */
export async function passTime({ clock, crew, isOver }: Passing, until: Temporal.Instant): Promise<void> {
  const failures: unknown[] = [];
  crew.catch((error) => failures.push(error));
  for (;;) {
    // All that can go on at this moment has done so once Node comes round.
    await setImmediate();
    if (failures.length > 0) throw failures[0];
    if (isOver() || !clock.stepTowards(until)) return;
  }
}
