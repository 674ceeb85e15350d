import type { ScenarioBook } from '../../core/language/scenario-book.ts';
import type { EngineSettings } from '../../core/record/engine-settings.ts';
import type { Surroundings } from '../../core/record/surroundings.ts';
import type { World } from '../../ports/world.ts';
import { engineSettings } from '../../settings/engine-settings.ts';
import type { Settings } from '../../settings/settings.ts';

/** What every service function is handed: the ports it uses, the scenarios and the settings. */
export interface Engine<Ports extends keyof World> {
  readonly world: Pick<World, Ports>;
  readonly book: ScenarioBook;
  readonly settings: Settings;
  readonly decisions: EngineSettings;
}

/** The same for what decides nothing about customers, and so opens no book. */
export type WithoutBook<Ports extends keyof World> = Pick<Engine<Ports>, 'world' | 'settings'>;

/** What a decision about a customer looks at, at this moment. */
export const surroundingsNow = ({ world, book, decisions }: Engine<'clock'>): Surroundings => ({
  settings: decisions,
  book,
  at: world.clock.now(),
});

export function engineOf<Ports extends Partial<World>>(world: Ports, book: ScenarioBook, settings: Settings) {
  return { world, book, settings, decisions: engineSettings(settings) };
}
