import { expect, test } from 'vitest';
import { InvalidScenario } from '../../../shared/core/language/check/check-scenario.ts';
import { openBook, UnknownScenarioVersion } from '../../../shared/core/language/scenario-book.ts';
import { marketing, templates } from '../../support/scenarios.ts';

test('the newest version of a scenario lets people in, an older one carries those inside', () => {
  const second = marketing({ version: 2 });
  const book = openBook([second, marketing()], templates);
  expect(book.current).toEqual([second]);
  expect(book.find('letters', 1).version).toBe(1);
  expect(() => book.find('letters', 3)).toThrow(UnknownScenarioVersion);
});

test('a version registered twice is refused', () => {
  expect(() => openBook([marketing(), marketing()], templates)).toThrow(InvalidScenario);
});
