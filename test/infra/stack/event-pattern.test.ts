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
  trigger: { on: 'OrderPaid', oncePer: 'order', whileRunning: 'parallel' },
  exitOn: ['OrderRefunded', { on: 'DeliveryFailed', same: 'customer' }],
  goal: { on: 'OrderExchanged', within: { days: 1 } },
  steps: [{ id: 'end', kind: 'exit' }],
});

test('the pattern asks for the profile rules and the commands when there is no scenario', () => {
  expect(wantedPattern({ eventSource: 'shop' }, [])).toEqual({
    source: ['shop'],
    'detail-type': [...profileEvents, ...commandNames].sort(),
  });
});

test('the pattern asks for triggers, goals and exits, once each and sorted', () => {
  const types = wantedPattern({ eventSource: 'shop' }, [scenario, scenario])['detail-type'];
  expect(types).toEqual(
    [
      ...profileEvents,
      ...commandNames,
      'OrderPaid',
      'OrderRefunded',
      'DeliveryFailed',
      'OrderExchanged',
    ].sort(),
  );
});

test('an event that nobody wants is not in the pattern', () => {
  expect(wantedPattern({ eventSource: 'shop' }, [scenario])['detail-type']).not.toContain('PaymentFailed');
});

const many = (count: number): Scenario[] =>
  Array.from({ length: count }, (_, index) => ({
    ...scenario,
    trigger: { ...scenario.trigger, on: `Event${String(index).padStart(12, '0')}` as 'OrderPaid' },
  }));

test('a pattern longer than a rule can hold is refused by name', () => {
  expect(() => wantedPattern({ eventSource: 'shop' }, many(100))).toThrow(EventPatternTooLong);
  expect(() => wantedPattern({ eventSource: 'shop' }, many(100))).toThrow(/retire a scenario/);
});

test('a pattern of exactly the limit passes, and one character more does not', () => {
  const scenarios = many(60);
  const length = JSON.stringify(wantedPattern({ eventSource: '' }, scenarios)).length;
  const source = 's'.repeat(patternLimit_characters - length);
  expect(JSON.stringify(wantedPattern({ eventSource: source }, scenarios))).toHaveLength(2048);
  expect(() => wantedPattern({ eventSource: `${source}s` }, scenarios)).toThrow(EventPatternTooLong);
});

const waiting = defineScenario({
  ...scenario,
  steps: [
    { id: 'wait', kind: 'wait', event: { on: 'RankChanged' }, atMost: { days: 1 }, then: 'end', else: 'end' },
    { id: 'end', kind: 'exit' },
  ],
});

test('the pattern asks for what a step waits for', () => {
  expect(wantedPattern({ eventSource: 'shop' }, [waiting])['detail-type']).toContain('RankChanged');
});

test('looks at products leave the bus only where a question asks for them', () => {
  const asking = { ...scenario, exitOn: [{ when: { the: 'customer.score', atLeast: 30 } }] } as const;
  const segment = {
    name: 'warm',
    means: 'Is warm.',
    is: { the: 'customer.views.times', atLeast: 2 },
  } as const;
  const types = (...given: [Scenario[], (typeof segment)[]]) =>
    wantedPattern({ eventSource: 'shop' }, ...given)['detail-type'];
  expect(types([scenario], [])).not.toContain('ProductViewed');
  expect(types([asking], [])).toContain('ProductViewed');
  expect(types([scenario], [segment])).toContain('ProductViewed');
});

test('a click is never taken from the store: the engine itself tells of it', () => {
  const clicks = { ...scenario, goal: { on: 'MailClicked', within: { days: 1 } } } as const;
  expect(wantedPattern({ eventSource: 'shop' }, [clicks])['detail-type']).not.toContain('MailClicked');
});

test('a library that wants every event there is fits into one rule', () => {
  const all = eventNames.map((on) => ({ ...scenario, trigger: { ...scenario.trigger, on } }) as Scenario);
  const pattern = wantedPattern({ eventSource: 'a-store-with-a-long-source-name' }, all);
  expect(JSON.stringify(pattern).length).toBeLessThan(patternLimit_characters);
});
