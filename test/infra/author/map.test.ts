import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { expect, test } from 'vitest';
import { hasOwn, loadLibrary, productRoot } from '../../../infra/author/library.ts';
import {
  addMap,
  mapDocument,
  ownMapDocument,
  ownProgramsDocument,
  writeMap,
} from '../../../infra/author/map/map-command.ts';
import { labelText, mapMarkdown } from '../../../infra/author/map/map-markdown.ts';
import { gapsOf, journeyMap } from '../../../infra/author/map/map-model.ts';
import { mapPage } from '../../../infra/author/map/map-page.ts';
import { filterPhrase } from '../../../infra/author/map/map-phrases.ts';
import { ownPrograms } from '../../../infra/author/map/map-programs.ts';
import { ownSource, shippedSource } from '../../../infra/author/map/map-source.ts';
import { escapeHtml } from '../../../infra/terminal/escape-html.ts';
import { scenarioInRhythm } from '../../../shared/core/language/rhythm/in-rhythm.ts';
import { switched } from '../../../shared/core/language/switches/scenario-switches.ts';
import { scenarios as whole } from '../../../shared/library.ts';
import { scenarios } from '../../support/shipped.ts';
import { forked } from './map-example.ts';

test('docs/journey-map.md shows the scenarios as they are: "npm run scenario -- map" renews it', async () => {
  expect(readFileSync(mapDocument, 'utf8')).toBe(mapMarkdown(await journeyMap(scenarios, 'en')));
});

test('the map and the table of a store are those of its whole library, where it owns some of it', async () => {
  if (!hasOwn(await loadLibrary(productRoot))) return;
  const source = ownSource();
  const map = await journeyMap(whole, 'en', source);
  expect(readFileSync(ownMapDocument, 'utf8')).toBe(mapMarkdown(map));
  expect(readFileSync(ownProgramsDocument, 'utf8')).toBe(ownPrograms(switched(whole, source.switches)));
});

test('what a deployment has switched off serves nobody in its map, and what it has switched on does', async () => {
  const source = { ...shippedSource(), switches: { [forked.id]: { on: false } } };
  expect(gapsOf(await journeyMap([forked], 'en'))).not.toContain(forked.stage);
  const map = await journeyMap([forked], 'en', source);
  expect(gapsOf(map)).toContain(forked.stage);
  expect(mapMarkdown(map)).toContain('Switched on');
  const on = { ...source, switches: { [forked.id]: { on: true } } };
  const off = { ...forked, enabled: false };
  expect(gapsOf(await journeyMap([off], 'en', on))).not.toContain(forked.stage);
});

test('a stage without a scenario is a gap', async () => {
  const map = await journeyMap([forked], 'en');
  expect(gapsOf(map)).toEqual(['awareness', 'conversion', 'retention', 'referral']);
  expect(mapMarkdown(map)).toContain('| Awareness | *Gap: no scenario yet* |');
  expect(mapPage(map).match(/class="gap"/g)).toHaveLength(4);
});

test('the rhythm in force stands on the map, and each day that is one of rhythms says which', async () => {
  const until = { day: 7, rhythm: 'trouble', after: 'arrived', at: '10:00' } as const;
  const written = { ...forked, steps: [{ id: 'week', kind: 'wait', until }, ...forked.steps] } as const;
  expect(mapMarkdown(await journeyMap([written], 'en'))).toMatch(
    /Rhythm in force:\*\* classic\n[\s\S]*Day 7 after the parcel arrived, 10:00 \(“trouble”\)/,
  );
  const days = { trouble: { day: 9, ofSupply: 0.5 } };
  const map = await journeyMap([scenarioInRhythm(written, { name: 'mine', days })], 'ja');
  expect(mapMarkdown(map)).toMatch(
    /使っているリズム:\*\* mine\n[\s\S]*商品の到着から9日目 10:00（「trouble」、使い切る日数の50％まで）/,
  );
});

test('the newest version of a scenario is the one that is drawn', async () => {
  const map = await journeyMap([forked, { ...forked, version: 3 }], 'en');
  expect(map.stages.flatMap((stage) => stage.scenarios.map(({ scenario }) => scenario.version))).toEqual([3]);
});

test('every scenario stands in both maps with its purpose, goal and every subject, in both languages', async () => {
  for (const locale of ['ja', 'en'] as const) {
    const map = await journeyMap(scenarios, locale);
    for (const text of [mapMarkdown(map), mapPage(map)]) {
      for (const { scenario, messages } of map.stages.flatMap((stage) => stage.scenarios)) {
        expect([scenario.purpose, escapeHtml(scenario.purpose)].some((form) => text.includes(form))).toBe(
          true,
        );
        for (const { subject, template } of messages) {
          expect(
            [subject, escapeHtml(subject), labelText(subject)].some((form) => text.includes(form)),
            subject,
          ).toBe(true);
          expect(text).toContain(template);
        }
      }
    }
  }
});

test('a flow has every way: on to the next step, by a branch, and out', async () => {
  const map = await journeyMap([forked], 'en');
  const [mapped] = map.stages.flatMap((stage) => stage.scenarios);
  expect(
    mapped?.flow.ways.map(({ from, to, label }) => `${from} > ${to}${label ? `: ${label}` : ''}`),
  ).toEqual([
    '+entry > rest',
    'rest > which',
    'which > big: order.total ≥ 5000 ∧ customer.lifecycle.orders > 1',
    'which > out: order.gift = true',
    'which > small: else',
    'big > out',
    'small > +done',
  ]);
});

test('the flow’s words are those of the language', async () => {
  const words = async (locale: 'ja' | 'en') => {
    const map = await journeyMap([forked], locale);
    return map.stages
      .flatMap((stage) => stage.scenarios)
      .flatMap(({ flow }) => flow.nodes.map(({ label }) => label));
  };
  expect(await words('en')).toEqual([
    'The customer enters',
    'Day 3 after the parcel arrived, 19:00',
    'which',
    'How much is left by now?',
    'The customer leaves',
    'How are other customers getting on?',
    'The enrolment is over',
  ]);
  expect(await words('ja')).toEqual([
    '開始',
    '商品の到着から3日目 19:00',
    'which',
    'そろそろ、残りをお確かめになるころでしょうか',
    '離脱',
    'ほかのお客様は、どう使っていらっしゃるでしょう',
    '終わり',
  ]);
});

test('a filter reads in signs', () => {
  expect(
    filterPhrase({
      any: [
        {
          all: [
            { the: 'event.order.coupon', exists: true },
            { the: 'event.order.coupon', isNot: 'HELLO' },
          ],
        },
        { not: { the: 'customer.attributes.skin', oneOf: ['dry', 'oily'] } },
        { the: 'event.extra.cart.total', lessThan: 100 },
      ],
    }),
  ).toBe(
    '(∃ order.coupon ∧ order.coupon ≠ HELLO) ∨ ¬ customer.attributes.skin ∈ {dry, oily} ∨ cart.total < 100',
  );
});

test('what a scenario says is text, and neither HTML nor Mermaid', async () => {
  const hostile = { ...forked, purpose: '<script>alert(1)</script> | "end"' };
  const steps = hostile.steps.map((step) =>
    step.kind === 'exit' ? { ...step, outcome: '"]; click <b>`' } : step,
  );
  const map = await journeyMap([{ ...hostile, steps }], 'en');
  const page = mapPage(map);
  expect(page).not.toContain('<script');
  expect(page).toContain('&lt;script&gt;');
  const drawn = /```mermaid\nflowchart TD[\s\S]*?```/.exec(mapMarkdown(map))?.[0];
  expect(drawn).toContain('s_out(["The customer leaves<br>#34;]; click #60;b#62;#96;"])');
});

test('the page asks nothing of any network and runs nothing', async () => {
  const page = mapPage(await journeyMap(scenarios, 'en'));
  expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  expect(page).not.toMatch(/https?:|<script|<link|@import|url\(/);
});

test('the command writes both files where it is told, and in Japanese leaves the document alone', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'journey-map-'));
  try {
    let told = '';
    const program = new Command('scenario').option('--json').exitOverride();
    program.configureOutput({ writeOut: (text) => (told += text) });
    addMap(program);
    const [out, markdown] = [join(folder, 'below', 'map.html'), join(folder, 'map.md')];
    await program.parseAsync(['map', '--out', out, '--markdown', markdown], { from: 'user' });
    expect(told).toMatch(
      /^\d+ scenarios, \d+ messages\. Stages without a scenario: .+\.\nwrote .+\nwrote .+\n$/,
    );
    expect(readFileSync(markdown, 'utf8')).toMatch(/^# Journey map\n/);
    const { data } = await writeMap(whole, { locale: 'ja', out });
    expect(data).toMatchObject({ written: [out] });
    expect(readFileSync(out, 'utf8')).toContain('<html lang="ja">');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
