/**
 * The same million sent steps, five to a run, where each run is a workflow of its own. What decides, reads and logs is
 * the same; claim and log of the message are two write units.
 */
import { type Line, line } from './lines.ts';
import type { Prices } from './prices.ts';

/** Of one sent step of ours: what deciding reads, and what it logs. */
export interface StepShare {
  readonly readUnits: number;
  readonly log_bytes: number;
}

const stepsInEnrolment = 5;
const writes = 2;
/** A step of theirs is mostly the mail service's answer, as ours. */
const step_ms = 200;
const memory_gigabytes = 0.5;

function shared(step: StepShare, at: Prices): Line[] {
  return [
    line('DynamoDB write units (claim, log), M', writes, at.writeUnit),
    line('DynamoDB read units, M', step.readUnits, at.readUnit),
    line('logs, GB', (step.log_bytes * 1e6) / 1e9, at.logGigabyte),
  ];
}

const gigabyteSeconds = (millionsOf: number, at: Prices) =>
  line('Lambda GB-seconds, M', millionsOf * (step_ms / 1000) * memory_gigabytes, at.gigabyteSecond.usd * 1e6);

/** `choice`: with a state that asks before each message whether it may go. */
export function stepFunctionsCost(step: StepShare, at: Prices, choice: boolean): Line[] {
  const states = choice ? 3 : 2;
  return [
    line(
      choice ? 'transitions (Wait, Choice, Task), M' : 'transitions (Wait, Task), M',
      states,
      at.transition,
    ),
    line('Lambda invocations, M', 1, at.invocation),
    gigabyteSeconds(1, at),
    ...shared(step, at),
  ];
}

/** A run is one start, and for each message a wait and a step; `decide`: a step of its own that asks before each. */
export function durableCost(step: StepShare, at: Prices, decide: boolean): Line[] {
  const operations = (1 + stepsInEnrolment * (decide ? 3 : 2)) / stepsInEnrolment;
  const enrolment_gigabytes = (2 * 1e6) / stepsInEnrolment / 1e6; // 2 KB for each run
  const monthsKept = 44 / 30;
  return [
    line(
      decide ? 'durable operations (wait, decide, step), M' : 'durable operations (wait, step), M',
      operations,
      at.durableOperation,
    ),
    line('durable data written, GB', enrolment_gigabytes, at.durableGigabyte),
    line('durable data kept, GB-months', enrolment_gigabytes * monthsKept, at.durableKeptGigabyte),
    line('Lambda invocations (resumes), M', 1.2, at.invocation),
    gigabyteSeconds(1.2, at),
    ...shared(step, at),
  ];
}
