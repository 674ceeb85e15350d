/** What the questions of one smoke run share: the target, an id of its own, and what must be removed at the end. */
import { randomBytes } from 'node:crypto';
import {
  CreateScheduleCommand,
  type CreateScheduleCommandInput,
  DeleteScheduleCommand,
  ResourceNotFoundException,
} from '@aws-sdk/client-scheduler';
import type { Temporal } from 'temporal-polyfill';
import type { Lane } from '../../../shared/core/values/lane.ts';
import { lanesOf } from '../target/lanes.ts';
import type { Target } from '../target/target.ts';

export interface Ground {
  readonly target: Target;
  /** Names everything this run makes. */
  readonly id: string;
  /** How the account, region and partition write an ARN of this deployment. */
  readonly laneArn: Readonly<Record<Lane, string>>;
  readonly roleArn: string;
  readonly deadLettersArn: string;
  /** Undone in the end, newest first. */
  readonly undo: (() => Promise<unknown>)[];
}

/** Throws where there is no such deployment. */
export async function groundOf(target: Target): Promise<Ground> {
  const { laneArns, roleArn, deadLettersArn } = await lanesOf(target);
  return {
    target,
    id: randomBytes(6).toString('hex'),
    laneArn: laneArns,
    roleArn,
    deadLettersArn,
    undo: [],
  };
}

/** `at()` as Scheduler reads it, in UTC. */
export const atExpression = (at: Temporal.Instant) =>
  `at(${at.toString({ smallestUnit: 'second' }).replace('Z', '')})`;

type Schedule = CreateScheduleCommandInput;

/** What a question asks beside what the engine does. */
interface More extends Partial<Omit<Schedule, 'Target'>> {
  readonly Target?: Partial<Schedule['Target']>;
  readonly lane?: Lane;
  readonly body?: object;
}

/** Makes a one-shot schedule as the engine does, with `more` on top, and sees to its removal. */
export async function createSchedule(
  ground: Ground,
  name: string,
  expression: string,
  more: More = {},
): Promise<void> {
  const { target, id, roleArn, deadLettersArn, laneArn } = ground;
  const { lane = 'marketing', body, ...rest } = more;
  const Name = `smoke-${id}-${name}`;
  ground.undo.push(() => deleteSchedule(ground, name));
  await target.clients.scheduler.send(
    new CreateScheduleCommand({
      Name,
      GroupName: target.names.scheduleGroup,
      ClientToken: Name,
      ScheduleExpression: expression,
      ScheduleExpressionTimezone: 'UTC',
      FlexibleTimeWindow: { Mode: 'OFF' },
      ActionAfterCompletion: 'DELETE',
      ...rest,
      Target: {
        Arn: laneArn[lane],
        RoleArn: roleArn,
        Input: JSON.stringify(body ?? { kind: 'probe', id: Name }),
        RetryPolicy: { MaximumEventAgeInSeconds: 3600, MaximumRetryAttempts: 60 },
        DeadLetterConfig: { Arn: deadLettersArn },
        ...rest.Target,
      },
    }),
  );
}

/** Deletes one of this run's schedules; one that is gone is no trouble. */
export async function deleteSchedule({ target, id }: Ground, name: string): Promise<void> {
  try {
    await target.clients.scheduler.send(
      new DeleteScheduleCommand({ Name: `smoke-${id}-${name}`, GroupName: target.names.scheduleGroup }),
    );
  } catch (error) {
    if (!(error instanceof ResourceNotFoundException)) throw error;
  }
}
