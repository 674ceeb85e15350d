/** Lives a population twice, freely and with all that is live, and tells what became of each message. */
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import { deployedBook } from '../../../shared/service/saving/deployed-book.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import type { PlayedLibrary } from '../play/play-store.ts';
import { type Attention, attentionOf } from './attention.ts';
import type { DatedLife } from './dated-life.ts';
import { type Fate, fatesOf } from './fates.ts';
import { freedScenarios, freedSettings } from './freed-library.ts';
import { type LivedLibrary, liveThrough } from './lived.ts';

/** What became of a life's messages, and how much each of its customers heard. Plain data. */
export interface Rehearsal {
  readonly life: string;
  /** The end of what was played. */
  readonly until_ms: number;
  readonly fates: readonly Fate[];
  readonly heard: readonly Attention[];
}

export interface RehearsedLibrary {
  readonly scenarios: readonly Scenario[];
  readonly settings: Settings;
  readonly library: Omit<PlayedLibrary, 'compiled'>;
}

/** Opens the library once; the answer rehearses one life. Throws `InvalidScenario`, `UnknownScenarioSwitch`. */
export function rehearsing({
  scenarios,
  settings: deployed,
  library,
}: RehearsedLibrary): (life: DatedLife) => Promise<Rehearsal> {
  // No order mail is thrown away for a rehearsal, and no minute of it is by chance.
  const settings: Settings = { ...deployed, mode: 'live', jitterMinutes: 0 };
  const real: LivedLibrary = {
    book: deployedBook({ scenarios, ...library }, settings),
    settings,
  };
  const free: LivedLibrary = {
    book: deployedBook({ scenarios: freedScenarios(scenarios), ...library }, settings),
    settings: freedSettings(settings),
  };
  return async (life) => {
    const really = await liveThrough(life, real);
    const freely = await liveThrough(life, free);
    return {
      life: life.id,
      until_ms: life.until.epochMilliseconds,
      fates: fatesOf(life.id, freely, really),
      heard: attentionOf(life.id, really.touchpoints, scenarios),
    };
  };
}
