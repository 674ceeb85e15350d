/** Reads and checks what CreateSchedule and UpdateSchedule are given. */
import { type Json, Refusal } from '../http/message.ts';
import { optionalObject, optionalText, optionalWhole } from '../http/read-fields.ts';
import { scheduleMoment } from './schedule-expression.ts';

interface ScheduleTarget {
  readonly arn: string;
  readonly input: string;
  readonly deadLetterArn: string | undefined;
}

export interface ScheduleInput {
  readonly group: string;
  readonly at_ms: number;
  readonly enabled: boolean;
  readonly deleteAfter: boolean;
  readonly target: ScheduleTarget;
  /** As given, to be told again by GetSchedule. */
  readonly given: Json;
}

const invalid = (message: string) => new Refusal('ValidationException', message);
const kept = [
  'ActionAfterCompletion',
  'Description',
  'EndDate',
  'FlexibleTimeWindow',
  'KmsKeyArn',
  'ScheduleExpression',
  'ScheduleExpressionTimezone',
  'StartDate',
  'State',
  'Target',
];
const mostInputBytes = 256 * 1024;

export function checkName(value: string | undefined, field: string): string {
  if (value !== undefined && /^[0-9a-zA-Z-_.]{1,64}$/.test(value)) return value;
  throw invalid(
    `1 validation error detected: Value '${value ?? ''}' at '${field}' failed to satisfy constraint: ` +
      'Member must have length between 1 and 64 and satisfy regular expression pattern: [0-9a-zA-Z-_.]+',
  );
}

function oneOf(input: Json, name: string, values: readonly string[], otherwise: string): string {
  const value = optionalText(input, name) ?? otherwise;
  if (values.includes(value)) return value;
  throw invalid(`Value '${value}' at '${name}' must be one of ${values.join(', ')}.`);
}

function within(input: Json, name: string, least: number, most: number): void {
  const value = optionalWhole(input, name);
  if (value !== undefined && (value < least || value > most)) {
    throw invalid(`Value ${value} at '${name}' must be between ${least} and ${most}.`);
  }
}

function checkWindow(input: Json): void {
  const window = optionalObject(input, 'FlexibleTimeWindow');
  if (!window?.Mode) throw invalid("FlexibleTimeWindow with a Mode must not be null: use { Mode: 'OFF' }.");
  oneOf(window, 'Mode', ['OFF', 'FLEXIBLE'], '');
  within(window, 'MaximumWindowInMinutes', 1, 1440);
}

function readTarget(input: Json): ScheduleTarget {
  const target = optionalObject(input, 'Target') ?? {};
  const arn = optionalText(target, 'Arn') ?? '';
  const role = optionalText(target, 'RoleArn') ?? '';
  if (!/^arn:aws[\w-]*:[\w-]+:[\w-]*:\d*:.+/.test(arn))
    throw invalid(`Provided Arn '${arn}' is not in correct format.`);
  if (!/^arn:aws[\w-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/.test(role)) {
    throw invalid(`Provided RoleArn '${role}' is not the ARN of a role.`);
  }
  const text = optionalText(target, 'Input') ?? '';
  if (Buffer.byteLength(text) > mostInputBytes) throw invalid('Target.Input holds at most 256 KB.');
  const retries = optionalObject(target, 'RetryPolicy') ?? {};
  within(retries, 'MaximumEventAgeInSeconds', 60, 86_400);
  within(retries, 'MaximumRetryAttempts', 0, 185);
  const deadLetterArn = optionalText(optionalObject(target, 'DeadLetterConfig') ?? {}, 'Arn');
  return { arn, input: text, deadLetterArn };
}

/** Throws ValidationException for what AWS refuses. */
export function readSchedule(input: Json, now_ms: number): ScheduleInput {
  checkWindow(input);
  const timeZone = optionalText(input, 'ScheduleExpressionTimezone') ?? 'UTC';
  const token = optionalText(input, 'ClientToken');
  if (token !== undefined && !/^[a-zA-Z0-9-_]{1,64}$/.test(token)) throw invalid('ClientToken is not valid.');
  const group = optionalText(input, 'GroupName');
  const given: Json = {
    State: 'ENABLED',
    ActionAfterCompletion: 'NONE',
    ScheduleExpressionTimezone: 'UTC',
    ...Object.fromEntries(
      kept.filter((name) => input[name] !== undefined).map((name) => [name, input[name]]),
    ),
  };
  return {
    group: group === undefined ? 'default' : checkName(group, 'groupName'),
    target: readTarget(input),
    enabled: oneOf(input, 'State', ['ENABLED', 'DISABLED'], 'ENABLED') === 'ENABLED',
    deleteAfter: oneOf(input, 'ActionAfterCompletion', ['NONE', 'DELETE'], 'NONE') === 'DELETE',
    at_ms: scheduleMoment(optionalText(input, 'ScheduleExpression') ?? '', timeZone, now_ms),
    given,
  };
}
