import { expect, test } from 'vitest';
import {
  EventPatternTooLong,
  patternLimit_characters,
  wantedPattern,
} from '../../../infra/stack/bus/event-pattern.ts';
import { eventNames } from '../../../shared/core/events/event-catalogue.ts';
import { commandNames } from '../../../shared/core/events/event-schema-command.ts';
import { profileEvents } from '../../../shared/core/language/profile-events.ts';
import { defineScenario, type Scenario } from '../../../shared/core/language/scenario.ts';

const scenario = defineScenario({
  id: 'example',
  version: 1,
  stage: 'retention',
  purpose: 'Stands for a scenario.',
  kind: 'transactional',
  trigger: { on: 'PointsChanged', oncePer: 'ever', whileRunning: 'parallel' },
  exitOn: ['RankChanged', { on: 'BookingCancelled', same: 'customer' }],
  goal: { on: 'SampleDelivered', within: { days: 1 } },
  steps: [{ id: 'end', kind: 'exit' }],
});

const wanted = (scenarios: readonly Scenario[], eventSource = 'shop') =>
  wantedPattern({ eventSource }, { scenarios, segments: [] });

test('the pattern asks for the profile rules and the commands when there is no scenario', () => {
  expect(wanted([])).toEqual({
    source: ['shop'],
    'detail-type': [...profileEvents, ...commandNames].sort(),
  });
});

test('the pattern asks for triggers, goals and exits, once each and sorted', () => {
  const types = wanted([scenario, scenario])['detail-type'];
  expect(types).toEqual(
    [
      ...profileEvents,
      ...commandNames,
      'PointsChanged',
      'RankChanged',
      'BookingCancelled',
      'SampleDelivered',
    ].sort(),
  );
});

test('an event that nobody wants is not in the pattern', () => {
  expect(wanted([scenario])['detail-type']).not.toContain('BookingMade');
});

const many = (count: number): Scenario[] =>
  Array.from({ length: count }, (_, index) => ({
    ...scenario,
    trigger: { ...scenario.trigger, on: `Event${String(index).padStart(12, '0')}` as 'PointsChanged' },
  }));

test('a pattern longer than a rule can hold is refused by name', () => {
  expect(() => wanted(many(100))).toThrow(EventPatternTooLong);
  expect(() => wanted(many(100))).toThrow(/retire a scenario/);
});

test('a pattern of exactly the limit passes, and one character more does not', () => {
  const scenarios = many(60);
  const length = JSON.stringify(wanted(scenarios, '')).length;
  const source = 's'.repeat(patternLimit_characters - length);
  expect(JSON.stringify(wanted(scenarios, source))).toHaveLength(2048);
  expect(() => wanted(scenarios, `${source}s`)).toThrow(EventPatternTooLong);
});

const waiting = defineScenario({
  ...scenario,
  steps: [
    { id: 'wait', kind: 'wait', event: { on: 'RankChanged' }, atMost: { days: 1 }, then: 'end', else: 'end' },
    { id: 'end', kind: 'exit' },
  ],
});

test('the pattern asks for what a step waits for', () => {
  expect(wanted([waiting])['detail-type']).toContain('RankChanged');
});

test('a click is never taken from the store: the engine itself tells of it', () => {
  const clicks = { ...scenario, goal: { on: 'MailClicked', within: { days: 1 } } } as const;
  expect(wanted([clicks])['detail-type']).not.toContain('MailClicked');
});

test('a library that wants every event there is fits into one rule', () => {
  const all = eventNames.map((on) => ({ ...scenario, trigger: { ...scenario.trigger, on } }) as Scenario);
  const pattern = wanted(all, 'a-store-with-a-long-source-name');
  expect(JSON.stringify(pattern).length).toBeLessThan(patternLimit_characters);
});
