/** For the commands: the scenarios as this deployment runs them: those that ship, with its own switches. */
import { openBook } from '../../../shared/core/language/scenario-book.ts';
import { switched } from '../../../shared/core/language/scenario-switches.ts';
import { scenarios } from '../../../shared/scenarios/registry.ts';
import { segments } from '../../../shared/scenarios/segments.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import { catalogue } from '../../../shared/templates/catalogue.ts';

export const targetBook = (settings: Pick<Settings, 'scenarios'>) =>
  openBook(switched(scenarios, settings.scenarios), catalogue, segments);
