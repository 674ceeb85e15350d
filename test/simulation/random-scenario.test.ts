import { describe, expect, test } from 'vitest';
import { eventNames } from '../../shared/core/event-names.ts';
import type { Scenario } from '../../shared/core/scenario.ts';
import { openBook } from '../../shared/core/scenario-book.ts';
import { catalogue } from '../../shared/templates/catalogue.ts';
import { randomOf } from './random.ts';
import { randomScenario } from './random-scenario.ts';

const seeds = Array.from({ length: 2000 }, (_, seed) => seed);
const all = seeds.map((seed) => randomScenario(randomOf(seed), seed % 10));
const index = (scenario: Scenario, id: string) => scenario.steps.findIndex((step) => step.id === id);

/** Every word of the language that a scenario uses. */
function wordsOf(scenario: Scenario): string[] {
  const { trigger } = scenario;
  const jumps = scenario.steps.flatMap((step, i) =>
    step.kind === 'branch'
      ? [...step.when.map(({ then }) => then), step.else].map((to) => index(scenario, to) - i)
      : [],
  );
  const text = JSON.stringify(scenario);
  return [
    scenario.kind,
    `topic ${'topic' in scenario ? scenario.topic : 'none'}`,
    `on ${trigger.on}`,
    `once per ${typeof trigger.oncePer === 'string' ? trigger.oncePer : 'every'}`,
    `while running ${trigger.whileRunning}`,
    ...(trigger.filter ? ['trigger filter'] : []),
    ...(trigger.freshness ? ['freshness'] : []),
    ...(scenario.goal ? ['goal'] : []),
    ...(scenario.exitOn ?? []).map((rule) => (typeof rule === 'string' ? 'exit by name' : 'exit rule')),
    ...scenario.steps.map(({ kind }) => kind),
    ...scenario.steps.flatMap((step) => {
      if (step.kind === 'wait') return 'for' in step ? Object.keys(step.for) : [`until ${step.until.after}`];
      return step.kind === 'send' ? [step.template, ...(step.expiry ? ['expiry'] : [])] : [];
    }),
    ...jumps.map((by) => (by < 0 ? 'back' : by > 1 ? 'ahead' : 'next')),
    ...['is', 'isNot', 'oneOf', 'exists', 'atLeast', 'atMost', 'moreThan', 'lessThan'].filter((word) =>
      text.includes(`"${word}":`),
    ),
    ...['all', 'any', 'not'].filter((word) => text.includes(`"${word}":`)),
    ...['order', 'customer']
      .filter((same) => text.includes(`"same":"${same}"`))
      .map((same) => `same ${same}`),
  ];
}

describe('a random scenario', () => {
  test('passes the check of the book, whatever the seed', () => {
    for (const scenario of all) expect(() => openBook([scenario], catalogue)).not.toThrow();
  });

  test('has one to twelve steps, and the same seed draws the same', () => {
    for (const [seed, scenario] of all.entries()) {
      expect(scenario.steps.length).toBeGreaterThanOrEqual(1);
      expect(scenario.steps.length).toBeLessThanOrEqual(12);
      expect(JSON.stringify(randomScenario(randomOf(seed), seed % 10))).toBe(JSON.stringify(scenario));
    }
  });

  test('is data alone: what JSON keeps of it is all of it', () => {
    for (const scenario of all) expect(JSON.parse(JSON.stringify(scenario))).toStrictEqual(scenario);
  });

  test('stands beside others of the same source', () => {
    const random = randomOf(1);
    const many = Array.from({ length: 20 }, (_, nth) => randomScenario(random, nth));
    expect(openBook(many, catalogue).current).toHaveLength(20);
  });

  test('uses, over many seeds, every word of the language', () => {
    const used = new Set(all.flatMap(wordsOf));
    const wanted = [
      ...[
        'transactional',
        'marketing',
        'trigger filter',
        'freshness',
        'expiry',
        'goal',
        'exit by name',
        'exit rule',
      ],
      ...['tips', 'offers', 'news', 'surveys', 'events', 'none'].map((topic) => `topic ${topic}`),
      ...eventNames.map((name) => `on ${name}`),
      ...['ever', 'order', 'every'].map((once) => `once per ${once}`),
      ...['ignore', 'restart', 'parallel'].map((what) => `while running ${what}`),
      ...['wait', 'send', 'branch', 'exit', 'back', 'ahead', 'next', ...Object.keys(catalogue)],
      ...['days', 'hours', 'minutes', 'until entry', 'until order', 'until arrived'],
      ...['is', 'isNot', 'oneOf', 'exists', 'atLeast', 'atMost', 'moreThan', 'lessThan', 'all', 'any', 'not'],
      ...['same order', 'same customer'],
    ];
    expect(wanted.filter((word) => !used.has(word))).toEqual([]);
  });
});
