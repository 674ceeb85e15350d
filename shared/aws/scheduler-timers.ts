/** One-shot timers: each is an EventBridge Scheduler schedule that puts its message into a lane and deletes itself. */
import {
  ConflictException,
  CreateScheduleCommand,
  DeleteScheduleCommand,
  InternalServerException,
  ResourceNotFoundException,
  type SchedulerClient,
  ThrottlingException,
  ValidationException,
} from '@aws-sdk/client-scheduler';
import { Temporal } from 'temporal-polyfill';
import type { Lane } from '../core/values/lane.ts';
import { upToMinute } from '../core/values/minute.ts';
import type { Clock } from '../ports/clock.ts';
import type { Timers } from '../ports/timers.ts';

/** As long as Scheduler can: a round of the sweep may take hours to find whoever it gave up, and what comes too late ends by its expiry. */
const retries = { MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 185 };

interface Options {
  readonly client: SchedulerClient;
  readonly clock: Clock;
  readonly group: string;
  /** The role Scheduler puts messages into lanes with. */
  readonly roleArn: string;
  readonly laneArns: Readonly<Record<Lane, string>>;
  readonly deadLettersArn: string;
}

/** `timers` on EventBridge Scheduler. Any refusal that will not pass by itself throws. */
export function schedulerTimers(options: Options): Timers {
  const { client, clock, group, roleArn, laneArns, deadLettersArn } = options;
  return {
    async arm({ name, due, lane, message }) {
      if (Temporal.Instant.compare(due, clock.now()) <= 0) return 'past';
      const fires = upToMinute(due);
      try {
        await client.send(
          new CreateScheduleCommand({
            Name: name,
            GroupName: group,
            ClientToken: name,
            ScheduleExpression: `at(${fires.toString({ smallestUnit: 'second' }).replace('Z', '')})`,
            ScheduleExpressionTimezone: 'UTC',
            FlexibleTimeWindow: { Mode: 'OFF' },
            ActionAfterCompletion: 'DELETE',
            Target: {
              Arn: laneArns[lane],
              RoleArn: roleArn,
              Input: JSON.stringify(message),
              RetryPolicy: retries,
              DeadLetterConfig: { Arn: deadLettersArn },
            },
          }),
        );
        return 'armed';
      } catch (error) {
        if (error instanceof ConflictException) return 'armed';
        if (isBusy(error)) return 'busy';
        if (error instanceof ValidationException && isAboutThePast(error, fires, clock.now())) return 'past';
        throw error;
      }
    },

    async disarm(name) {
      try {
        await client.send(new DeleteScheduleCommand({ Name: name, GroupName: group }));
      } catch (error) {
        if (!(error instanceof ResourceNotFoundException)) throw error;
      }
    },
  };
}

/** Throttled, out of order or out of reach: whoever asks again in a while may find it otherwise. */
function isBusy(error: unknown): boolean {
  if (error instanceof ThrottlingException || error instanceof InternalServerException) return true;
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return [error.name, code].some((word) => unreached.includes(word));
}

const unreached = ['TimeoutError', 'ECONNRESET', 'ECONNREFUSED', 'EPIPE'];

/** AWS does not document its words for a moment in the past, so a refused moment that is all but here counts too. */
function isAboutThePast(error: ValidationException, fires: Temporal.Instant, now: Temporal.Instant): boolean {
  const allButHere = fires.epochMilliseconds - now.epochMilliseconds <= 60_000;
  return allButHere || /\bpast\b/i.test(error.message);
}
