import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { ofScenario } from '../../../infra/author/check/check-library.ts';
import { loadLibrary, productRoot } from '../../../infra/author/library.ts';
import { programsDocument } from '../../../infra/author/map/map-command.ts';
import { programTable, withPrograms } from '../../../infra/author/map/map-programs.ts';
import { playScenario } from '../../../infra/author/play/play.ts';
import { playCalendar } from '../../../infra/author/play/play-report.ts';
import { parseSettings } from '../../../shared/settings/settings.ts';
import { marketing } from '../../support/scenarios.ts';
import { scenarios } from '../../support/shipped.ts';
import { exampleSettings } from '../../support/store-in-memory.ts';
import * as documented from './documented.ts';

const guide = readFileSync(programsDocument, 'utf8');
const examples = Object.values(documented);
const settings = parseSettings(exampleSettings);
const now = Temporal.Instant.from('2026-12-07T03:00:00Z');

test('the examples of the guide are those that the compiler reads', () => {
  const source = readFileSync(join(import.meta.dirname, 'documented.ts'), 'utf8');
  const blocks = [...guide.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code = '']) => code.trim());
  expect(blocks.length).toBe(examples.length);
  for (const code of blocks) expect(source).toContain(code);
});

test('the examples of the guide pass the check', async () => {
  const library = await loadLibrary(productRoot);
  for (const example of examples)
    expect(ofScenario({ ...library, scenarios: [example] }, example, settings).faults).toEqual([]);
});

test('the examples of the guide play as it says', async () => {
  const calendar = async (id: string, until: string, click: string[] = []) =>
    playCalendar(
      await playScenario(id, { now, scenarios: examples, settings, until, click, zone: 'Asia/Tokyo' }),
    );
  expect(await calendar('second-cup', '14d')).toEqual([
    '2026-12-15 19:00 after-purchase/any-trouble',
    '2026-12-20 10:00 after-purchase/other-voices',
  ]);
  expect(await calendar('second-cup', '14d', ['ask@9d'])).toEqual([
    '2026-12-15 19:00 after-purchase/any-trouble',
    '2026-12-16 12:00 after-purchase/other-voices',
  ]);
  expect(await calendar('trial', '14d')).toEqual([
    '2026-12-07 12:00 nurture/others',
    '2026-12-09 12:00 welcome/gift',
  ]);
  expect(await calendar('morning-letters', '2d')).toEqual([
    '2026-12-08 08:00 honey-and-herbs-course/letter',
    '2026-12-09 08:00 honey-and-herbs-course/letter',
  ]);
});

test('the table of programs in docs/scenarios.md is that of the registry: "npm run scenario -- map" renews it', () => {
  expect(guide).toBe(withPrograms(guide, scenarios));
});

test('the table says what a program waits for, and stands in the order of the programs', () => {
  const scenario = (id: string, more: object) => ({ ...marketing({ id }), ...more });
  const table = programTable([
    scenario('late', { program: 9, kpi: 'F2' }),
    scenario('early', { program: 2, waitsFor: 'the survey page', enabled: false }),
  ]);
  expect(table.split('\n').slice(2)).toEqual([
    '| 2 | [early](journey-map.md#early) | waits for: the survey page; switched off | retention | marketing | none |  |',
    '| 9 | [late](journey-map.md#late) | live | retention | marketing | none | F2 |',
  ]);
  expect(() => withPrograms('no marks', [])).toThrow('before and after its table');
});
