/** What arms a customer's next step: the lanes for what is due soon, Scheduler for the rest. */
import type { SchedulerClient } from '@aws-sdk/client-scheduler';
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { Lane } from '../core/values/lane.ts';
import type { Clock } from '../ports/clock.ts';
import { schedulerTimers } from './scheduler-timers.ts';
import { sqsLanes } from './sqs-lanes.ts';

type OfLanes = Readonly<Record<Lane, string>>;

export interface ArmingClients {
  readonly sqs: SQSClient;
  readonly scheduler: SchedulerClient;
  readonly clock: Clock;
  readonly laneUrls: OfLanes;
  readonly laneArns: OfLanes;
  /** Of the schedules. */
  readonly group: string;
  readonly roleArn: string;
  readonly deadLettersArn: string;
}

export const armingPorts = ({ sqs, scheduler, laneUrls, ...timers }: ArmingClients) => ({
  lanes: sqsLanes({ client: sqs, laneUrls }),
  timers: schedulerTimers({ client: scheduler, ...timers }),
});
