/** The ports by which functions arm timers, for a command that does so in their stead. */
import { GetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import type { Temporal } from 'temporal-polyfill';
import { dynamoContexts } from '../../../shared/aws/dynamo-contexts.ts';
import { schedulerTimers } from '../../../shared/aws/scheduler-timers.ts';
import { sqsLanes } from '../../../shared/aws/sqs-lanes.ts';
import type { Clock } from '../../../shared/ports/clock.ts';
import { engineOf } from '../../../shared/service/saving/engine.ts';
import { targetBook } from '../target/deployed-book.ts';
import { portsOf } from '../target/ports.ts';
import { queueUrlOf } from '../target/queue-counts.ts';
import type { Target } from '../target/target.ts';

async function arnOf({ clients }: Target, url: string): Promise<string> {
  const { Attributes } = await clients.sqs.send(
    new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['QueueArn'] }),
  );
  return Attributes?.QueueArn ?? '';
}

/** The scheduler's role lies in the account and partition of the queues. */
function roleArnOf(queueArn: string, role: string): string {
  const [, partition, , , account] = queueArn.split(':');
  return `arn:${partition}:iam::${account}:role/${role}`;
}

/** A clock that is set by hand: the deployment's time, asked for now and then. */
export interface AskedClock extends Clock {
  ask(): Promise<void>;
}

async function askedClock({ clock }: Target): Promise<AskedClock> {
  let present: Temporal.Instant = await clock.now();
  return {
    now: () => present,
    sleep: (delay_ms) => clock.wait(delay_ms / 1000),
    async ask() {
      present = await clock.now();
    },
  };
}

/** An engine that can load customers and arm their timers. @throws `OperatorRefusal` where there is no such deployment */
export async function armingEngine(target: Target) {
  const { clients, names, settings } = target;
  const clock = await askedClock(target);
  const ports = portsOf(target);
  const [transactional, marketing, dead] = await Promise.all(
    [names.queue('transactional'), names.queue('marketing'), names.timerDeadLetters].map((queue) =>
      queueUrlOf(clients.sqs, queue),
    ),
  );
  const laneUrls = { transactional: transactional as string, marketing: marketing as string };
  const laneArns = {
    transactional: await arnOf(target, laneUrls.transactional),
    marketing: await arnOf(target, laneUrls.marketing),
  };
  const world = {
    ...ports,
    contexts: dynamoContexts(ports.table),
    clock,
    lanes: sqsLanes({ client: clients.sqs, laneUrls }),
    timers: schedulerTimers({
      client: clients.scheduler,
      clock,
      group: names.scheduleGroup,
      roleArn: roleArnOf(laneArns.transactional, names.schedulerRole),
      laneArns,
      deadLettersArn: await arnOf(target, dead as string),
    }),
  };
  return { clock, engine: engineOf(world, targetBook(settings), settings) };
}
