import { expect, test } from 'vitest';
import { mergedLibrary } from '../../../shared/core/language/merged-library.ts';
import type { RhythmFacts } from '../../../shared/core/language/rhythm/rhythm.ts';
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import type { Segment } from '../../../shared/core/language/segment.ts';
import type { WaitUntil } from '../../../shared/core/language/steps.ts';
import { marketing, send } from '../../support/scenarios.ts';

const dueOn = (until: Partial<WaitUntil['until']>): Scenario =>
  marketing({
    steps: [
      { id: 'wait', kind: 'wait', until: { day: 7, after: 'arrived', at: '10:00', ...until } },
      send('a'),
    ],
  });
const trouble = dueOn({ rhythm: 'trouble' });
const plain = dueOn({});
const dormant: Segment = {
  name: 'dormant',
  means: 'Has not bought of late.',
  is: {
    all: [
      { the: 'customer.lifecycle.lastOrderAt', daysAgoAtLeast: 90, rhythm: 'dormant' },
      { not: { the: 'customer.lifecycle.lastOrderAt', daysAgoAtLeast: 180, rhythm: 'churned' } },
    ],
  },
};

function under(facts: RhythmFacts | undefined, scenario: Scenario = trouble) {
  const ours = {
    programs: { one: { scenarios: [scenario], messages: {} } },
    segments: [dormant],
    facts: {
      rhythms: {
        quick: { trouble: 3, dormant: 60 },
        bound: { trouble: { day: 9, beforeReturnsEnd: 3, ofSupply: 0.5 }, churned: 400 },
      },
    },
  };
  return mergedLibrary(ours, facts && { programs: {}, segments: [], facts });
}
const waitOf = (...given: Parameters<typeof under>) =>
  (under(...given).scenarios[0]?.steps[0] as WaitUntil | undefined)?.until;
const daysOf = (facts?: RhythmFacts) =>
  JSON.stringify(under(facts).segments).match(/(?<="daysAgoAtLeast":)\d+/g);

test('where no fact chooses a rhythm every day is as it is written, of the very scenarios that were', () => {
  expect(under(undefined).rhythm).toBe('classic');
  expect(under(undefined).scenarios[0]).toBe(trouble);
  expect(under({ rhythm: 'classic', returnDays: 5 }).scenarios[0]).toBe(trouble);
  expect(daysOf()).toEqual(['90', '180']);
});

test('a chosen rhythm gives its day to a wait and a segment that name it, and to nothing else', () => {
  expect(waitOf({ rhythm: 'quick' })?.day).toBe(3);
  expect(under({ rhythm: 'quick' }).scenarios[0]?.rhythm).toBe('quick');
  expect(daysOf({ rhythm: 'quick' })).toEqual(['60', '180']);
  expect(daysOf({ rhythm: 'bound' })).toEqual(['90', '400']);
  expect(under({ rhythm: 'quick' }, plain).scenarios[0]).toBe(plain);
  expect(waitOf({ rhythm: 'quick' }, dueOn({ rhythm: 'effect' }))?.day).toBe(7);
});

test.each([
  [undefined, 9],
  [30, 9],
  [12, 9],
  [8, 5],
  [4, 1],
  [3, 1],
  [0, 1],
])('a day before the end of returns, with %s days to return, is day %i', (returnDays, day) => {
  expect(waitOf({ rhythm: 'bound', ...(returnDays !== undefined && { returnDays }) })).toMatchObject({
    day,
    ofSupply: 0.5,
  });
});

test('a store has a rhythm of its own, and its own of a shipped name', () => {
  expect(waitOf({ rhythm: 'mine', rhythms: { mine: { trouble: 4 } } })?.day).toBe(4);
  expect(waitOf({ rhythm: 'quick', rhythms: { quick: { trouble: 5 } } })?.day).toBe(5);
});

test.each([
  [{ rhythm: 'quik' }, 'There is no rhythm "quik": choose one of classic, quick, bound.'],
  [{ rhythm: 'toString' }, 'There is no rhythm "toString"'],
  [{ rhythms: { classic: { trouble: 3 } } }, '"classic" is every day as it is written'],
  [{ rhythms: { mine: { troubel: 3 } } }, 'there is no day "troubel": name one of use, '],
  [{ rhythms: { mine: { trouble: 2.5 } } }, 'day "trouble": give whole days from 0'],
  [{ rhythms: { mine: { trouble: -1 } } }, 'day "trouble": give whole days from 0'],
  [{ rhythms: { mine: { trouble: { day: 7, ofSupply: 2 } } } }, 'a share up to 1'],
  [{ returnDays: Number.NaN }, 'The fact "returnDays" is NaN'],
] as const)('what is no rhythm is refused: %j', (facts, says) => {
  expect(() => under(facts as RhythmFacts)).toThrow(says);
});
