/** The page on reach says what the twelve lives get of today's library. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { newestOf } from '../../../../infra/author/library.ts';
import { datedLife } from '../../../../infra/author/reach/dated-life.ts';
import { withReach } from '../../../../infra/author/reach/reach-markdown.ts';
import { settingsFor } from '../../../../infra/author/reach/reach-settings.ts';
import { rehearsing } from '../../../../infra/author/reach/rehearse-lives.ts';
import { rehearsedOf } from '../../../../infra/author/reach/rehearsed.ts';
import { catalogue, facts, scenarios, segments, surveys } from '../../../../shared/library.ts';
import { lives } from '../../../../shared/programs/lives/lives.ts';

const settings = settingsFor('lives');

test('docs/reach.md tells the reach of the twelve lives; if not: npm run scenario -- reach --variations 0 --markdown docs/reach.md', async () => {
  const rehearse = rehearsing({ scenarios, settings, library: { catalogue, facts, segments, surveys } });
  const rehearsals = [];
  for (const life of lives.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
    rehearsals.push(
      await rehearse(datedLife(life, { timeZone: settings.timeZone, year: 2026, variation: 0, seed: 1 })),
    );
  const live = newestOf(scenarios).filter(({ enabled }) => enabled !== false);
  const page = readFileSync('docs/reach.md', 'utf8');
  expect(withReach(page, 'lives', rehearsedOf(live, rehearsals))).toBe(page);
});

test('every life is told of in the page', () => {
  const page = readFileSync('docs/reach.md', 'utf8');
  for (const { id, tells } of lives) expect(page).toContain(`| \`${id}\` | ${tells} |`);
});

test('a page without the marks is refused in words', () => {
  const nothing = rehearsedOf([], []);
  expect(() => withReach('# MessageReach', 'lives', nothing)).toThrow('has no two marks <!-- lives -->');
});
