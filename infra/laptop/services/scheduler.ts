/** EventBridge Scheduler over its REST protocol. */
import { arn } from '../arns.ts';
import {
  type Answer,
  answerJson,
  type Json,
  jsonBody,
  partsOf,
  Refusal,
  type Request,
} from '../http/message.ts';
import { checkName, readSchedule } from './schedule-input.ts';
import type { Schedule, Schedules } from './schedules.ts';

const seconds = (at_ms: number) => at_ms / 1000;

function scheduleView(schedule: Schedule): Json {
  return {
    Arn: schedule.arn,
    GroupName: schedule.group,
    Name: schedule.name,
    CreationDate: seconds(schedule.created_ms),
    LastModificationDate: seconds(schedule.modified_ms),
    ...schedule.given,
  };
}

function summary(schedule: Schedule): Json {
  const { Arn, GroupName, Name, CreationDate, LastModificationDate, State } = scheduleView(schedule);
  const Target = { Arn: schedule.target.arn };
  return { Arn, GroupName, Name, CreationDate, LastModificationDate, State, Target };
}

function list(schedules: Schedules, query: URLSearchParams): Json {
  const most = Number(query.get('MaxResults') ?? 100);
  if (!Number.isInteger(most) || most < 1 || most > 100) {
    throw new Refusal('ValidationException', "Value at 'MaxResults' must be between 1 and 100.");
  }
  const start = Number(query.get('NextToken') ?? 0);
  if (!Number.isInteger(start) || start < 0)
    throw new Refusal('ValidationException', 'NextToken is not valid.');
  const [group, prefix, state] = ['ScheduleGroup', 'NamePrefix', 'State'].map((name) => query.get(name));
  const chosen = schedules
    .all()
    .filter((one) => !group || one.group === group)
    .filter((one) => one.name.startsWith(prefix ?? ''))
    .filter((one) => !state || one.given.State === state)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const page = chosen.slice(start, start + most);
  const rest = start + most < chosen.length ? { NextToken: String(start + most) } : {};
  return { Schedules: page.map(summary), ...rest };
}

function onSchedule(schedules: Schedules, name: string, request: Request): Json {
  const { method, query, caller } = request;
  const group = query.get('groupName') ?? 'default';
  if (method === 'GET') return scheduleView(schedules.find(group, name));
  if (method === 'DELETE') {
    schedules.delete(group, name);
    return {};
  }
  const input = readSchedule(jsonBody(request), caller.now_ms);
  const set =
    method === 'PUT'
      ? schedules.update(name, input, caller.now_ms)
      : schedules.create(name, input, caller.now_ms);
  return { ScheduleArn: set.arn };
}

function groupView(name: string, created_ms: number): Json {
  const CreationDate = seconds(created_ms);
  const Arn = arn('scheduler', `schedule-group/${name}`);
  return { Arn, Name: name, State: 'ACTIVE', CreationDate, LastModificationDate: CreationDate };
}

function onGroup(schedules: Schedules, name: string, { method, caller }: Request): Json {
  const created_ms = schedules.groups.get(name);
  if (method === 'POST') {
    if (created_ms !== undefined)
      throw new Refusal('ConflictException', `Schedule group ${name} already exists.`, 409);
    schedules.groups.set(name, caller.now_ms);
    return { ScheduleGroupArn: arn('scheduler', `schedule-group/${name}`) };
  }
  if (created_ms === undefined) {
    throw new Refusal('ResourceNotFoundException', `Schedule group ${name} does not exist.`, 404);
  }
  if (method === 'GET') return groupView(name, created_ms);
  for (const one of schedules.all()) if (one.group === name) schedules.delete(name, one.name);
  schedules.groups.delete(name);
  return {};
}

/** The operation a request asks for; undefined for what is not Scheduler's. */
export function schedulerOperation(method: string, path: string): string | undefined {
  const match = /^\/(schedules|schedule-groups)(\/[^/]+)?$/.exec(path);
  if (!match) return undefined;
  const noun = match[1] === 'schedules' ? 'Schedule' : 'ScheduleGroup';
  if (match[2] === undefined) return method === 'GET' ? `List${noun}s` : undefined;
  const verbs: Record<string, string> = { POST: 'Create', GET: 'Get', PUT: 'Update', DELETE: 'Delete' };
  const verb = noun === 'ScheduleGroup' && method === 'PUT' ? undefined : verbs[method];
  return verb && `${verb}${noun}`;
}

export function schedulerService(schedules: Schedules) {
  return (operation: string, request: Request): Answer => {
    const [, , name] = partsOf(request.path);
    if (operation === 'ListSchedules') return answerJson(list(schedules, request.query));
    if (operation === 'ListScheduleGroups') {
      return answerJson({
        ScheduleGroups: [...schedules.groups].map(([one, at_ms]) => groupView(one, at_ms)),
      });
    }
    checkName(name, 'name');
    const act = operation.endsWith('Group') ? onGroup : onSchedule;
    return answerJson(act(schedules, name as string, request));
  };
}
