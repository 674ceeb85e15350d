import { describe, expect, test } from 'vitest';
import { eventNames } from '../../shared/core/events/event-catalogue.ts';
import type { Scenario } from '../../shared/core/language/scenario.ts';
import { openBook } from '../../shared/core/language/scenario-book.ts';
import { targetsOf } from '../../shared/core/language/ways.ts';
import { segments } from '../support/shipped.ts';
import { nextVersion } from './next-version.ts';
import { randomOf } from './random.ts';
import { randomScenario } from './random-scenario.ts';
import { simulatedCatalogue } from './templates.ts';

const seeds = Array.from({ length: 2000 }, (_, seed) => seed);
const numberOf = (seed: number) => Math.floor(seed / 10) % 10;
const all = seeds.map((seed) => randomScenario(randomOf(seed), numberOf(seed)));
const index = (scenario: Scenario, id: string) => scenario.steps.findIndex((step) => step.id === id);

/** Every word of the language that a scenario uses: the names of its fields, and what they may say. */
function wordsOf(scenario: Scenario): Set<string> {
  const jumps = scenario.steps.flatMap((step, i) => targetsOf(step).map((to) => index(scenario, to) - i));
  const found = new Set<string>(jumps.map((by) => (by < 0 ? 'back' : by > 1 ? 'ahead' : 'next')));
  const look = (part: unknown): void => {
    if (typeof part === 'string') found.add(part);
    if (typeof part !== 'object' || part === null) return;
    for (const [name, value] of Object.entries(part)) {
      found.add(name);
      if (typeof value === 'string' || typeof value === 'boolean') found.add(`${name} ${value}`);
      look(value);
    }
  };
  look(scenario);
  return found;
}

describe('a random scenario', () => {
  test('passes the check of the book, whatever the seed', () => {
    for (const scenario of all)
      expect(() => openBook([scenario], simulatedCatalogue, segments)).not.toThrow();
  });

  test('passes it in its next version as well, and some are moved there', () => {
    const next = all.map((scenario, seed) => nextVersion(scenario, randomOf(seed)));
    for (const [nth, scenario] of next.entries())
      expect(() => openBook([all[nth] as Scenario, scenario], simulatedCatalogue, segments)).not.toThrow();
    expect(next.some(({ inFlight }) => typeof inFlight === 'object')).toBe(true);
    expect(next.some(({ enabled }) => enabled === false)).toBe(true);
  });

  test('has one to twelve steps, and the same seed draws the same', () => {
    for (const [seed, scenario] of all.entries()) {
      expect(scenario.steps.length).toBeGreaterThanOrEqual(1);
      expect(scenario.steps.length).toBeLessThanOrEqual(12);
      expect(JSON.stringify(randomScenario(randomOf(seed), numberOf(seed)))).toBe(JSON.stringify(scenario));
    }
  });

  test('is data alone: what JSON keeps of it is all of it', () => {
    for (const scenario of all) expect(JSON.parse(JSON.stringify(scenario))).toStrictEqual(scenario);
  });

  test('stands beside others of the same source', () => {
    const random = randomOf(1);
    const many = Array.from({ length: 20 }, (_, nth) => randomScenario(random, nth));
    expect(openBook(many, simulatedCatalogue, segments).current).toHaveLength(20);
  });

  test('uses, over many seeds, every word of the language', () => {
    const used = new Set(all.flatMap((scenario) => [...wordsOf(scenario)]));
    const wanted = [
      ...[
        'kind transactional',
        'kind marketing',
        'filter',
        'freshness',
        'expiry',
        'goal',
        'exitOn',
        'when',
        'same',
      ],
      ...['tips', 'offers', 'news', 'surveys', 'events', 'course'].map((topic) => `topic ${topic}`),
      ...['brand', 'product', 'offer'].map((content) => `content ${content}`),
      ...eventNames.map((name) => `on ${name}`),
      ...[
        'segment',
        'when entered',
        'when left',
        'date',
        'yearly',
        'from month',
        'schedule',
        'rrule',
        'command',
      ],
      ...[
        'oncePer ever',
        'oncePer order',
        'oncePer cart',
        'key',
        'every',
        'atMost',
        'group',
        'whenTaken',
        'percent',
        'holdout',
      ],
      ...['place', 'asks', 'needs', 'patience', 'promised', 'atOnce', 'afterOffer', 'apart'],
      ...['ignore', 'restart', 'parallel'].map((what) => `whileRunning ${what}`),
      ...['for', 'until', 'next', 'offset', 'event', 'then', 'else', 'days', 'hours', 'minutes'],
      ...['entry', 'order', 'arrived'].map((anchor) => `after ${anchor}`),
      ...['wait', 'send', 'series', 'branch', 'split', 'set', 'emit', 'repeat', 'goto', 'exit'].map(
        (kind) => `kind ${kind}`,
      ),
      ...[
        'back',
        'ahead',
        'priority',
        'channel',
        'coupon',
        'count',
        'outcome',
        'addLabels',
        'category',
        'score',
        'due',
      ],
      ...Object.keys(simulatedCatalogue)
        .filter((template) => template !== 'campaign/letter')
        .map((template) => `template ${template}`),
      ...[
        'is',
        'isNot',
        'oneOf',
        'exists',
        'atLeast',
        'moreThan',
        'lessThan',
        'daysAgoAtLeast',
        'daysAgoLessThan',
      ],
      ...['all', 'any', 'not', 'enrolment.sent', 'enrolment.clicked', 'enrolment.variants'],
    ];
    expect(wanted.filter((word) => !used.has(word))).toEqual([]);
  });
});
