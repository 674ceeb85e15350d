/** Calls the sweep at its quarter hours, but only when it or a round that it begins may find somebody. */

import { sweepEvery_minutes } from '../../infra/stack/event-sources.ts';
import type { MemoryWorld } from '../../shared/memory/memory-world.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import type { Kernel } from './kernel.ts';

/** So few that a round has several pages. */
export const recordsOnPage = 4;

/** So many hours until rounds have come through all records. */
export const roundHours = (records: number, { sweepPages }: Pick<Settings, 'sweepPages'>): number =>
  Math.ceil(records / recordsOnPage / sweepPages);

const every_ms = sweepEvery_minutes * 60_000;

/** To be asked after each step: plans the next sweep where somebody may be found earlier than what is planned. */
export function sweepWatch(kernel: Kernel, memory: MemoryWorld, sweep: () => Promise<void>): () => void {
  let planned_ms = Number.POSITIVE_INFINITY;
  let known_s: number | undefined;
  return () => {
    const next_s = memory.records.nextSweep_s();
    if (next_s === known_s && planned_ms !== Number.POSITIVE_INFINITY) return;
    known_s = next_s;
    if (next_s === undefined) return;
    const at_ms = Math.ceil(Math.max(next_s * 1000, kernel.now_ms + 1) / every_ms) * every_ms;
    if (at_ms >= planned_ms) return;
    planned_ms = at_ms;
    kernel.at(at_ms, 'quarter of an hour', () => {
      if (planned_ms !== at_ms) return;
      planned_ms = Number.POSITIVE_INFINITY;
      const due_s = memory.records.nextSweep_s();
      if (due_s !== undefined && due_s * 1000 <= kernel.now_ms) void sweep();
    });
  };
}
