import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { ruleArnOf } from '../../../infra/operator/replay/plan.ts';
import { windowOf } from '../../../infra/operator/replay/window.ts';

const now = Temporal.Instant.from('2026-11-22T09:00:00Z');
const window = (from: string, to: string) => {
  const { from: first, to: last } = windowOf(from, to, now, 'Asia/Tokyo');
  return [first.toString(), last.toString()];
};

test('dates are whole days of the store, from the first moment of one to the last of the other', () => {
  expect(window('2026-11-20', '2026-11-21')).toEqual(['2026-11-19T15:00:00Z', '2026-11-21T15:00:00Z']);
  expect(window('2026-11-20', '2026-11-20')).toEqual(['2026-11-19T15:00:00Z', '2026-11-20T15:00:00Z']);
});

test('moments are taken in whole seconds, as EventBridge counts', () => {
  expect(window('2026-11-22T08:00:00.9Z', '2026-11-22T18:00:00+09:00')).toEqual([
    '2026-11-22T08:00:00Z',
    '2026-11-22T09:00:00Z',
  ]);
});

test('today as a date is not over yet', () => {
  expect(() => window('2026-11-22', '2026-11-22')).toThrow('Give a moment that is over');
});

test('a rule is named below its bus, but those of the default bus', () => {
  const bus = (name: string) => `arn:aws:events:eu-west-1:123456789012:event-bus/${name}`;
  expect(ruleArnOf(bus('shop'), 'wanted')).toBe('arn:aws:events:eu-west-1:123456789012:rule/shop/wanted');
  expect(ruleArnOf(bus('default'), 'wanted')).toBe('arn:aws:events:eu-west-1:123456789012:rule/wanted');
  expect(ruleArnOf(bus('aws.partner/shopify.com/1/mori'), 'wanted')).toBe(
    'arn:aws:events:eu-west-1:123456789012:rule/aws.partner/shopify.com/1/mori/wanted',
  );
});
