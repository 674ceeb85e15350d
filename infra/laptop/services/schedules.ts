/** The schedules that are set, and their firing into queues. */
import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { arn } from '../arns.ts';
import { Refusal } from '../http/message.ts';
import type { MessageAttributes } from '../queues/message-md5.ts';
import type { LocalQueues } from '../queues/queues.ts';
import type { Agenda, Due } from '../time/agenda.ts';
import type { ScheduleInput } from './schedule-input.ts';

export interface Schedule extends ScheduleInput {
  readonly name: string;
  readonly arn: string;
  readonly created_ms: number;
  readonly modified_ms: number;
  readonly due: Due | undefined;
}

const text = (StringValue: string) => ({ DataType: 'String', StringValue });

export class Schedules {
  readonly groups = new Map<string, number>();
  readonly #byKey = new Map<string, Schedule>();
  readonly #agenda: Agenda;
  readonly #queues: LocalQueues;
  readonly #deadLetters: string;

  /** @param deadLetters name of the queue for what cannot be delivered and names no other */
  constructor(agenda: Agenda, queues: LocalQueues, deadLetters: string) {
    this.#agenda = agenda;
    this.#queues = queues;
    this.#deadLetters = deadLetters;
  }

  all(): Schedule[] {
    return [...this.#byKey.values()];
  }

  get count(): number {
    return this.#byKey.size;
  }

  find(group: string, name: string): Schedule {
    const schedule = this.#byKey.get(`${group}/${name}`);
    if (schedule) return schedule;
    throw new Refusal('ResourceNotFoundException', `Schedule ${name} does not exist.`, 404);
  }

  create(name: string, input: ScheduleInput, now_ms: number): Schedule {
    this.#checkGroup(input.group);
    if (this.#byKey.has(`${input.group}/${name}`)) {
      throw new Refusal('ConflictException', `Schedule ${name} already exists.`, 409);
    }
    return this.#set(name, input, now_ms, now_ms);
  }

  /** Replaces all of it, as on AWS. */
  update(name: string, input: ScheduleInput, now_ms: number): Schedule {
    const before = this.find(input.group, name);
    this.#agenda.cancel(before.due);
    return this.#set(name, input, before.created_ms, now_ms);
  }

  delete(group: string, name: string): void {
    this.#agenda.cancel(this.find(group, name).due);
    this.#byKey.delete(`${group}/${name}`);
  }

  #checkGroup(group: string): void {
    if (this.groups.has(group)) return;
    throw new Refusal('ResourceNotFoundException', `Schedule group ${group} does not exist.`, 404);
  }

  #set(name: string, input: ScheduleInput, created_ms: number, modified_ms: number): Schedule {
    const key = `${input.group}/${name}`;
    const schedule: Schedule = {
      ...input,
      name,
      arn: arn('scheduler', `schedule/${key}`),
      created_ms,
      modified_ms,
      due: input.enabled ? this.#agenda.add(input.at_ms, () => this.#fire(key)) : undefined,
    };
    this.#byKey.set(key, schedule);
    return schedule;
  }

  #fire(key: string): void {
    const schedule = this.#byKey.get(key);
    if (!schedule) return;
    if (schedule.deleteAfter) this.#byKey.delete(key);
    const scheduled = Temporal.Instant.fromEpochMilliseconds(schedule.at_ms).toString();
    const execution = randomUUID();
    const body = schedule.target.input
      .replaceAll('<aws.scheduler.schedule-arn>', schedule.arn)
      .replaceAll('<aws.scheduler.scheduled-time>', scheduled)
      .replaceAll('<aws.scheduler.execution-id>', execution)
      .replaceAll('<aws.scheduler.attempt-number>', '1');
    const target = this.#queues.byArn(schedule.target.arn);
    if (target) {
      target.send({ body }, schedule.at_ms);
      return;
    }
    const attributes: MessageAttributes = {
      ERROR_CODE: text('AWS.SimpleQueueService.NonExistentQueue'),
      ERROR_MESSAGE: text('The specified queue does not exist.'),
      EXECUTION_ID: text(execution),
      RETRY_ATTEMPTS: text('0'),
      SCHEDULED_TIME: text(scheduled),
      SCHEDULE_ARN: text(schedule.arn),
      TARGET_ARN: text(schedule.target.arn),
      IS_PAYLOAD_TRUNCATED: text('false'),
    };
    const named = schedule.target.deadLetterArn;
    const deadLetters = (named && this.#queues.byArn(named)) || this.#queues.get(this.#deadLetters);
    deadLetters?.send({ body, attributes }, schedule.at_ms);
  }
}
