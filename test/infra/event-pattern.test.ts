import { expect, test } from 'vitest';
import { EventPatternTooLong, patternLimit_characters, wantedPattern } from '../../infra/event-pattern.ts';
import { profileEvents } from '../../shared/core/profile-events.ts';
import { defineScenario, type Scenario } from '../../shared/core/scenario.ts';

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

test('the pattern asks for the profile rules when there is no scenario', () => {
  expect(wantedPattern({ eventSource: 'shop' }, [])).toEqual({
    source: ['shop'],
    'detail-type': [...profileEvents].sort(),
  });
});

test('the pattern asks for triggers, goals and exits, once each and sorted', () => {
  const types = wantedPattern({ eventSource: 'shop' }, [scenario, scenario])['detail-type'];
  expect(types).toEqual(
    [...profileEvents, 'OrderPaid', 'OrderRefunded', 'DeliveryFailed', 'OrderExchanged'].sort(),
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
  const scenarios = many(80);
  const length = JSON.stringify(wantedPattern({ eventSource: '' }, scenarios)).length;
  const source = 's'.repeat(patternLimit_characters - length);
  expect(JSON.stringify(wantedPattern({ eventSource: source }, scenarios))).toHaveLength(2048);
  expect(() => wantedPattern({ eventSource: `${source}s` }, scenarios)).toThrow(EventPatternTooLong);
});
