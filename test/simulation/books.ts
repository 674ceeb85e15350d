/** The scenarios of a simulation: those that ship, random ones, or both; and the newer code's next versions of them. */

import { openBook, type ScenarioBook } from '../../shared/core/language/scenario-book.ts';
import { exampleShop } from '../../shared/example/shop.ts';
import { segments, scenarios as shipped, surveys } from '../support/shipped.ts';
import { nextVersion } from './next-version.ts';
import type { Random } from './random.ts';
import { randomScenario } from './random-scenario.ts';
import { simulatedCatalogue, watchedCatalogue } from './templates.ts';
import { anybody, watched } from './watched-scenarios.ts';

export const scenarioChoices = ['shipped', 'random', 'both'] as const;
export type ScenarioChoice = (typeof scenarioChoices)[number];

const randomOnes = 6;

export interface Books {
  readonly book: ScenarioBook;
  /** Of the newer code: the next version of every scenario, and the one before for those who are inside. */
  readonly newerBook: ScenarioBook;
}

/** Thanks for orders are always there: by them it shows whether an order was lost. */
export function bookOf(choice: ScenarioChoice, random: Random): Books {
  const drawn = Array.from({ length: choice === 'shipped' ? 0 : randomOnes }, (_, nth) =>
    randomScenario(random.fork(`scenario ${nth}`), nth),
  );
  const mine = choice === 'random' ? shipped.filter(({ id }) => id === 'order-thanks') : shipped;
  const now = [...mine, ...watched, ...drawn];
  const known = [...segments, anybody];
  const messages = { ...simulatedCatalogue, ...watchedCatalogue };
  const asked = { ...exampleShop.facts, surveys };
  return {
    book: openBook(now, messages, known, asked),
    newerBook: openBook([...now, ...now.map((one) => nextVersion(one, random))], messages, known, asked),
  };
}
