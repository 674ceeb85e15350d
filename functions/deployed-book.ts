/** The scenarios as this deployment runs them: those that ship, with its own switches. */
import { openBook } from '../shared/core/language/scenario-book.ts';
import { switched } from '../shared/core/language/scenario-switches.ts';
import { catalogue, facts, scenarios, segments, surveys } from '../shared/library.ts';
import type { Settings } from '../shared/settings/settings.ts';

export const deployedBook = (settings: Pick<Settings, 'scenarios'>) =>
  openBook(switched(scenarios, settings.scenarios), catalogue, segments, { ...facts, surveys });
