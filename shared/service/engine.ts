import type { EngineSettings } from '../core/engine-settings.ts';
import type { ScenarioBook } from '../core/scenario-book.ts';
import type { Settings } from '../settings.ts';
import { engineSettings } from '../settings-decisions.ts';
import type { World } from '../world.ts';

/** What every service function is handed: the ports it uses, the scenarios and the settings. */
export interface Engine<Ports extends keyof World> {
  readonly world: Pick<World, Ports>;
  readonly book: ScenarioBook;
  readonly settings: Settings;
  readonly decisions: EngineSettings;
}

export function engineOf<Ports extends Partial<World>>(world: Ports, book: ScenarioBook, settings: Settings) {
  return { world, book, settings, decisions: engineSettings(settings) };
}
