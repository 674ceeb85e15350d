/** Deciding again after a lost version race: reload, decide, save, with growing pauses between the tries. */
import { fraction } from '../../core/values/ids.ts';
import type { Clock } from '../../ports/clock.ts';

/** Thrown when five tries lost the race. Nothing was saved: the message is delayed, not counted against. */
export class SaveRaceLost extends Error {
  override readonly name = 'SaveRaceLost';
  readonly code = 'SAVE_RACE_LOST';
}

const maxTries = 5;
const firstPause_ms = 50;

/**
 * Runs `attempt` until it answers anything but 'conflict'. Pauses have full jitter, drawn by hash from `who` (the
 * message at hand), so that two workers at the same customer do not meet again.
 *
 * @throws {@link SaveRaceLost}
 */
export async function untilSaved<Result>(
  clock: Clock,
  who: string,
  attempt: () => Promise<Result | 'conflict'>,
): Promise<Result> {
  for (let tries = 0; tries < maxTries; tries += 1) {
    const result = await attempt();
    if (result !== 'conflict') return result as Result;
    await clock.sleep(Math.ceil(fraction(['pause', who, tries]) * firstPause_ms * 2 ** tries));
  }
  throw new SaveRaceLost('The record kept changing under us; the message is put off for a minute.');
}
