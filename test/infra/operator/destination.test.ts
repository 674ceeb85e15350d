import { expect, test } from 'vitest';
import type { DeadLetterName } from '../../../infra/operator/dead-letters/dead-letter-queues.ts';
import { deadLetterQueueNamed } from '../../../infra/operator/dead-letters/dead-letter-queues.ts';
import { deadLetterReason, destinationOf } from '../../../infra/operator/ops/destination.ts';
import { namesOf } from '../../../infra/stack/names.ts';

const names = namesOf({ store: 'mori', stage: 'dev', busName: 'tsunagu' });
const arn = (queue: string) => `arn:aws:sqs:ap-northeast-1:123456789012:${queue}`;

const destined = (from: DeadLetterName, body: unknown, attributes: Record<string, string> = {}) =>
  destinationOf(names, from, {
    body: typeof body === 'string' ? body : JSON.stringify(body),
    attributes,
  });

test.each(['intake', 'transactional', 'marketing', 'feedback'] as const)(
  'a dead letter of the %s queue goes back to it, whatever it holds',
  (role) => {
    expect(destined(role, 'not even JSON')).toEqual({ role });
  },
);

test('a dead letter of a rule goes to the queue it was for, else where its source says', () => {
  const order = { source: 'storefront', 'detail-type': 'OrderPlaced' };
  expect(destined('rules', order)).toEqual({ role: 'intake' });
  expect(destined('rules', { source: 'aws.ses', 'detail-type': 'Email Sent' })).toEqual({ role: 'feedback' });
  const target = { TARGET_ARN: arn(names.queue('feedback')) };
  expect(destined('rules', order, target)).toEqual({ role: 'feedback' });
  expect(destined('rules', order, { TARGET_ARN: arn('of-somebody-else') })).toEqual({ role: 'intake' });
});

test('a run of the sweep, and what is no event, stay where they are', () => {
  expect(destined('rules', { source: 'aws.events', 'detail-type': 'Scheduled Event' })).toHaveProperty(
    'stays',
  );
  expect(destined('rules', { requestContext: { condition: 'RetriesExhausted' } })).toHaveProperty('stays');
  expect(destined('rules', 'text')).toHaveProperty('stays');
  expect(destined('rules', '[]')).toHaveProperty('stays');
});

test('a timer goes to the lane it was for, without one to the slower lane', () => {
  const timer = { kind: 'timer', customer: 'c', enrolment: 'e', step: 's', arm: 1 };
  const target = { TARGET_ARN: arn(names.queue('transactional')) };
  expect(destined('timers', timer, target)).toEqual({ role: 'transactional' });
  expect(destined('timers', timer)).toEqual({ role: 'marketing' });
  expect(destined('timers', timer, { ...target, IS_PAYLOAD_TRUNCATED: 'true' })).toHaveProperty('stays');
  expect(destined('timers', { kind: 'other' })).toHaveProperty('stays');
});

test('the reason is the handler’s own, else the service’s, else that it came too often', () => {
  expect(deadLetterReason({ body: '', attributes: { reason: 'MalformedEvent: x' } })).toBe(
    'MalformedEvent: x',
  );
  expect(
    deadLetterReason({ body: '', attributes: { ERROR_CODE: 'NO_PERMISSIONS', ERROR_MESSAGE: 'denied' } }),
  ).toBe('NO_PERMISSIONS: denied');
  expect(deadLetterReason({ body: '', attributes: {} })).toContain('too often');
});

test('a queue is found by its short name and by its own, and an unknown one names them all', () => {
  expect(deadLetterQueueNamed(names, 'rules').queue).toBe('tsunagu-mori-dev-rules-dead');
  expect(deadLetterQueueNamed(names, 'tsunagu-mori-dev-intake-dead').name).toBe('intake');
  expect(() => deadLetterQueueNamed(names, 'inbox')).toThrow(
    'take one of intake, transactional, marketing, feedback, rules, timers',
  );
});
