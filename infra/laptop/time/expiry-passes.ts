/**
 * When the database is asked to delete what is over: at the midnights of the cloud's time that it told of. Work of
 * earlier moments may still wait then, and finds what was not over at its own: a pass that cannot go so far is made
 * up for at a later midnight.
 */
import type { Agenda } from './agenda.ts';
import type { CloudClock } from './clock.ts';

export interface ExpiryParts {
  readonly clock: CloudClock;
  readonly agenda: Agenda;
  /** The earliest moment of any work that waits or runs. */
  readonly oldestWork_ms: () => number | undefined;
  readonly expire: (at_ms: number) => Promise<void>;
  /** Keeps a move of the clock from ending before the deletes have. */
  readonly during: (now_ms: number, work: Promise<void>) => void;
}

const day_ms = 24 * 60 * 60 * 1000;

/** The returned function is told of each midnight at which something is over. */
export function expiryPasses({ clock, agenda, oldestWork_ms, expire, during }: ExpiryParts) {
  const planned = new Set<number>();
  function plan(at_ms: number): void {
    if (planned.has(at_ms)) return;
    planned.add(at_ms);
    agenda.add(at_ms, () => pass(at_ms));
  }
  function pass(at_ms: number): void {
    planned.delete(at_ms);
    const until_ms = Math.min(at_ms, oldestWork_ms() ?? at_ms);
    if (until_ms < at_ms) plan(at_ms + day_ms);
    during(clock.now_ms(), expire(until_ms));
  }
  return (at_ms: number) => {
    const tomorrow_ms = (Math.floor(clock.now_ms() / day_ms) + 1) * day_ms;
    // Agendas end where dates do.
    if (at_ms <= 8.64e15) plan(Math.max(at_ms, tomorrow_ms));
  };
}
