import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { Temporal } from 'temporal-polyfill';
import { beforeEach, expect, test } from 'vitest';
import { schedulerTimers } from '../../shared/aws/scheduler-timers.ts';
import type { ArmAlarm } from '../../shared/core/record/effect.ts';
import { VirtualClock } from '../../shared/memory/virtual-clock.ts';
import type { Timers } from '../../shared/ports/timers.ts';
import { wireStub } from './wire-stub.ts';

const stub = wireStub();
const timer = (due: string): ArmAlarm => ({
  do: 'alarm',
  name: 't-0123',
  due: Temporal.Instant.from(due),
  lane: 'marketing',
  message: { kind: 'timer', customer: 'c1', enrolment: 'e1', step: 'week', arm: 2, address: 'key' },
});

let timers: Timers;
beforeEach(() => {
  timers = schedulerTimers({
    client: new SchedulerClient({ ...stub.config(), maxAttempts: 1 }),
    clock: new VirtualClock(Temporal.Instant.from('2026-11-22T01:00:00Z')),
    group: 'group',
    roleArn: 'arn:aws:iam::123456789012:role/scheduler',
    laneArns: { transactional: 'arn:lane:t', marketing: 'arn:lane:m' },
    deadLettersArn: 'arn:dead',
  });
});

test('a timer is one schedule that fires in UTC, deletes itself and gives up after an hour', async () => {
  expect(await timers.arm(timer('2026-11-29T01:00:00Z'))).toBe('armed');
  expect(stub.asked).toHaveLength(1);
  expect(stub.asked[0]).toMatchObject({ method: 'POST', path: '/schedules/t-0123' });
  expect(stub.asked[0]?.body).toEqual({
    GroupName: 'group',
    ClientToken: 't-0123',
    ScheduleExpression: 'at(2026-11-29T01:00:00)',
    ScheduleExpressionTimezone: 'UTC',
    FlexibleTimeWindow: { Mode: 'OFF' },
    ActionAfterCompletion: 'DELETE',
    Target: {
      Arn: 'arn:lane:m',
      RoleArn: 'arn:aws:iam::123456789012:role/scheduler',
      Input: '{"kind":"timer","customer":"c1","enrolment":"e1","step":"week","arm":2,"address":"key"}',
      RetryPolicy: { MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 185 },
      DeadLetterConfig: { Arn: 'arn:dead' },
    },
  });
});

test.each([
  ['2026-11-29T01:00:00.001Z', 'at(2026-11-29T01:01:00)'],
  ['2026-11-29T01:00:59Z', 'at(2026-11-29T01:01:00)'],
  ['2026-12-31T23:59:01Z', 'at(2027-01-01T00:00:00)'],
])('a due of %s is rounded up to the minute', async (due, expression) => {
  await timers.arm(timer(due));
  expect(stub.asked[0]?.body.ScheduleExpression).toBe(expression);
});

test('a timer that is there already is armed', async () => {
  stub.answer({
    status: 409,
    error: 'ConflictException',
    body: { Message: 'Schedule t-0123 already exists.' },
  });
  expect(await timers.arm(timer('2026-11-29T01:00:00Z'))).toBe('armed');
});

test('a due that has gone by is past, without asking', async () => {
  expect(await timers.arm(timer('2026-11-22T01:00:00Z'))).toBe('past');
  expect(await timers.arm(timer('2026-11-21T01:00:00Z'))).toBe('past');
  expect(stub.asked).toHaveLength(0);
});

test('a due that went by on the way is past, whatever the words of the refusal', async () => {
  const refused = {
    status: 400,
    error: 'ValidationException',
    body: { Message: 'Invalid Schedule Expression.' },
  };
  stub.answer(refused, refused);
  expect(await timers.arm(timer('2026-11-22T01:00:30Z'))).toBe('past');
  await expect(timers.arm(timer('2026-11-22T02:00:00Z'))).rejects.toThrow('Invalid Schedule Expression');
});

test('a refusal that names the past is past', async () => {
  stub.answer({ status: 400, error: 'ValidationException', body: { Message: 'The time is in the past.' } });
  expect(await timers.arm(timer('2026-11-22T02:00:00Z'))).toBe('past');
});

test.each([
  [400, 'ValidationException', 'RoleArn is wrong'],
  [402, 'ServiceQuotaExceededException', 'too many schedules'],
  [404, 'ResourceNotFoundException', 'no such group'],
])('any other refusal (%i %s) throws, so that the message comes back', async (status, error, Message) => {
  stub.answer({ status, error, body: { Message } });
  await expect(timers.arm(timer('2026-11-29T01:00:00Z'))).rejects.toThrow(Message);
});

test.each([
  [429, 'ThrottlingException'],
  [500, 'InternalServerException'],
])('a scheduler that takes no more at the moment (%i %s) is busy', async (status, error) => {
  stub.answer({ status, error, body: { Message: 'slow down' } });
  expect(await timers.arm(timer('2026-11-29T01:00:00Z'))).toBe('busy');
});
