import {
  CreateScheduleCommand,
  type CreateScheduleCommandInput,
  CreateScheduleGroupCommand,
  DeleteScheduleCommand,
  GetScheduleCommand,
  ListScheduleGroupsCommand,
  ListSchedulesCommand,
  SchedulerClient,
  UpdateScheduleCommand,
} from '@aws-sdk/client-scheduler';
import { expect, test } from 'vitest';
import { localCloud } from './local-cloud.ts';

const local = await localCloud();
const scheduler = new SchedulerClient(local.client);
const group = local.cloud.names.scheduleGroup;
const lane = `arn:aws:sqs:us-east-1:000000000000:${local.cloud.names.queue('marketing')}`;

const schedule = (Name: string, more: Partial<CreateScheduleCommandInput> = {}) => ({
  Name,
  GroupName: group,
  ScheduleExpression: 'at(2026-03-02T05:00:00)',
  FlexibleTimeWindow: { Mode: 'OFF' as const },
  ActionAfterCompletion: 'DELETE' as const,
  Target: { Arn: lane, RoleArn: 'arn:aws:iam::000000000000:role/r', Input: `{"customer":"${Name}"}` },
  ...more,
});
const create = (input: CreateScheduleCommandInput) => scheduler.send(new CreateScheduleCommand(input));
const get = (Name: string) => scheduler.send(new GetScheduleCommand({ Name, GroupName: group }));

test('a schedule is told as it was given, fires at its moment and is gone', async () => {
  const { ScheduleArn } = await create(schedule('one'));
  expect(ScheduleArn).toBe(`arn:aws:scheduler:us-east-1:000000000000:schedule/${group}/one`);
  expect(await get('one')).toMatchObject({
    Arn: ScheduleArn,
    ScheduleExpression: 'at(2026-03-02T05:00:00)',
    ScheduleExpressionTimezone: 'UTC',
    State: 'ENABLED',
    Target: { Input: '{"customer":"one"}' },
    CreationDate: expect.any(Date),
  });
  await local.cloud.clock.to('2026-03-02T04:59:59Z');
  expect(await local.invocations()).toEqual([]);
  await local.cloud.clock.to('2026-03-02T06:00:00Z');
  const [fired] = await local.invocations();
  expect(fired).toMatchObject({ now: '2026-03-02T05:00:00Z', bodies: [{ customer: 'one' }] });
  await expect(get('one')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
});

test('a time zone is honoured, and an update replaces all', async () => {
  const tokyo = { ScheduleExpression: 'at(2026-03-02T16:30:00)', ScheduleExpressionTimezone: 'Asia/Tokyo' };
  await create(schedule('zone', tokyo));
  await create(schedule('moved', { ...tokyo, Description: 'first' }));
  const later = schedule('moved', { ScheduleExpression: 'at(2026-03-02T08:00:00)' });
  await scheduler.send(new UpdateScheduleCommand(later));
  expect((await get('moved')).Description).toBeUndefined();
  await local.cloud.clock.to('2026-03-02T09:00:00Z');
  expect((await local.invocations()).map(({ now, bodies }) => [now, bodies?.[0].customer])).toEqual([
    ['2026-03-02T07:30:00Z', 'zone'],
    ['2026-03-02T08:00:00Z', 'moved'],
  ]);
});

test('a deleted or disabled schedule does not fire', async () => {
  const at = { ScheduleExpression: 'at(2026-03-02T10:00:00)' };
  await create(schedule('deleted', at));
  await create(schedule('disabled', { ...at, State: 'DISABLED' }));
  await scheduler.send(new DeleteScheduleCommand({ Name: 'deleted', GroupName: group }));
  await local.cloud.clock.to('2026-03-02T11:00:00Z');
  expect(await local.invocations()).toEqual([]);
  await expect(get('disabled')).resolves.toMatchObject({ State: 'DISABLED' });
});

test('schedules are listed by prefix, page by page', async () => {
  for (const name of ['list-a', 'list-b', 'list-c']) {
    await create(schedule(name, { ScheduleExpression: 'at(2027-01-01T00:00:00)' }));
  }
  const page = { NamePrefix: 'list-', GroupName: group, MaxResults: 2 };
  const first = await scheduler.send(new ListSchedulesCommand(page));
  expect(first.Schedules?.map(({ Name }) => Name)).toEqual(['list-a', 'list-b']);
  const rest = await scheduler.send(new ListSchedulesCommand({ ...page, NextToken: first.NextToken }));
  expect(rest.Schedules).toMatchObject([{ Name: 'list-c', Target: { Arn: lane } }]);
  expect(rest.NextToken).toBeUndefined();
});

test('what Scheduler refuses is refused by its name and status', async () => {
  await create(schedule('there', { ScheduleExpression: 'at(2027-01-01T00:00:00)' }));
  const cases: [CreateScheduleCommandInput, string, number][] = [
    [schedule('there', { ScheduleExpression: 'at(2027-01-01T00:00:00)' }), 'ConflictException', 409],
    [schedule('past', { ScheduleExpression: 'at(2026-03-01T00:00:00)' }), 'ValidationException', 400],
    [schedule('cron', { ScheduleExpression: 'rate(1 day)' }), 'ValidationException', 400],
    [schedule('30th', { ScheduleExpression: 'at(2027-02-30T00:00:00)' }), 'ValidationException', 400],
    [schedule('bad name'), 'ValidationException', 400],
    [schedule('x'.repeat(65)), 'ValidationException', 400],
    [
      schedule('group', { GroupName: 'nowhere', ScheduleExpression: 'at(2027-01-01T00:00:00)' }),
      'ResourceNotFoundException',
      404,
    ],
    [schedule('zone?', { ScheduleExpressionTimezone: 'Mars/One' }), 'ValidationException', 400],
  ];
  for (const [input, name, httpStatusCode] of cases) {
    await expect(create(input)).rejects.toMatchObject({ name, $metadata: { httpStatusCode } });
  }
  await expect(create(schedule('past', { ScheduleExpression: 'at(2026-03-01T00:00:00)' }))).rejects.toThrow(
    /past/,
  );
  await expect(scheduler.send(new DeleteScheduleCommand({ Name: 'nobody' }))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  });
});

test('groups can be made and are listed', async () => {
  await scheduler.send(new CreateScheduleGroupCommand({ Name: 'mine' }));
  const { ScheduleGroups } = await scheduler.send(new ListScheduleGroupsCommand({}));
  expect(ScheduleGroups?.map(({ Name }) => Name)).toEqual(['default', group, 'mine']);
});

test('a message for a queue that is not there goes to the dead letters with its reason', async () => {
  const Target = { ...schedule('lost').Target, Arn: 'arn:aws:sqs:us-east-1:000000000000:gone' };
  await create(schedule('lost', { Target, ScheduleExpression: 'at(2026-03-02T12:00:00)' }));
  await local.cloud.clock.to('2026-03-02T12:00:00Z');
  const [dead] = await local.drain(local.cloud.names.timerDeadLetters);
  expect(dead?.Body).toBe('{"customer":"lost"}');
  expect(dead?.MessageAttributes?.TARGET_ARN?.StringValue).toBe(Target.Arn);
  expect(dead?.MessageAttributes?.ERROR_CODE?.StringValue).toBe('AWS.SimpleQueueService.NonExistentQueue');
});
