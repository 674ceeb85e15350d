/** The scenarios as a deployment runs them: those of the library that is handed in, with the deployment's switches. */
import type { Scenario } from '../../core/language/scenario.ts';
import { openBook, openCheckedBook } from '../../core/language/scenario-book.ts';
import type { Segment } from '../../core/language/segment.ts';
import type { StoreFacts } from '../../core/language/store-room.ts';
import type { Survey } from '../../core/language/survey.ts';
import { switched } from '../../core/language/switches/scenario-switches.ts';
import type { TemplateFacts } from '../../core/language/template-facts.ts';
import type { Settings } from '../../settings/settings.ts';

export interface DeployedLibrary {
  readonly scenarios: readonly Scenario[];
  readonly catalogue: Readonly<Record<string, TemplateFacts>>;
  readonly segments: readonly Segment[];
  readonly surveys: readonly Survey[];
  readonly facts: StoreFacts;
}

type Switches = Pick<Settings, 'scenarios'>;

/** Throws `InvalidScenario`, `UnknownScenarioSwitch`. */
export const deployedBook = (
  { scenarios, catalogue, segments, surveys, facts }: DeployedLibrary,
  settings: Switches,
) => openBook(switched(scenarios, settings.scenarios), catalogue, segments, { ...facts, surveys });

/**
 * The same of a library that was checked where it was built. A deployment's switches say only who runs and for how many, and
 * have a schema of their own. Throws `UnknownScenarioSwitch`.
 */
export const deployedCheckedBook = (
  { scenarios, catalogue, segments, surveys, facts }: DeployedLibrary,
  settings: Switches,
) => openCheckedBook(switched(scenarios, settings.scenarios), catalogue, segments, { ...facts, surveys });
