/** What each shipped scenario decides and says is what it decided and said when its history was last renewed. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scenarios } from '../support/shipped.ts';
import { readHistory } from './history-files.ts';
import { playedScenario } from './played-scenario.ts';

const ids = [...new Set(scenarios.map(({ id }) => id))].sort();

test.each(ids)('%s plays as its history says', async (id) => {
  expect(await playedScenario(id)).toBe(readHistory(`plays/${id}.tsv`));
});

test('every history of a play belongs to a shipped scenario', () => {
  const kept = readdirSync(join(import.meta.dirname, 'plays')).map((name) => name.replace(/\.tsv$/, ''));
  expect(kept.sort()).toEqual(ids);
});
