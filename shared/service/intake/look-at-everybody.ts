/**
 * After a deployment with new segments, dates or schedules, or with a version that takes over who is inside, everybody is
 * looked at once, also who waits for nothing.
 */
import type { ScenarioBook } from '../../core/language/scenario-book.ts';
import { isEventTrigger } from '../../core/language/trigger.ts';
import { digest } from '../../core/values/ids.ts';
import type { Engine } from '../saving/engine.ts';
import { toEverybody } from './spread-store-wide.ts';

/** Begins the look where this deployment asks other questions of the clock than the one before. Safe to repeat. */
export async function lookAtEverybodyOnce({
  world,
  ...engine
}: Engine<'control' | 'intake' | 'log'>): Promise<void> {
  const asked = questionsOf(engine.book);
  if (asked === (await world.control.lookedFor())) return;
  await toEverybody({ world, ...engine }, { kind: 'look' });
  // Last: where this is lost, everybody is looked at twice, and nothing comes of it.
  await world.control.noteLookedFor(asked);
  world.log.info('everybody is looked at', { for: asked });
}

/** Tells two deployments apart by what they ask of a customer whom no event moves. */
function questionsOf({ segments, current }: Pick<ScenarioBook, 'segments' | 'current'>): string {
  const byClock = current.filter(({ trigger }) => !isEventTrigger(trigger) && !('command' in trigger));
  const asked = [
    ...segments.map(({ name, is }) => [name, is]),
    ...byClock.map(({ id, enabled, trigger }) => [id, enabled ?? true, trigger]),
    ...current
      .filter(({ inFlight }) => inFlight !== undefined && inFlight !== 'stay')
      .map(({ id, version }) => [id, version]),
  ];
  return digest([JSON.stringify(asked)], 20);
}
