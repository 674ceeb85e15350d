/** The queues between the functions, each with its dead letters: nothing that was accepted may vanish. */
import { Annotations, Duration } from 'aws-cdk-lib';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import type { Deployment } from './deployment.ts';
import { type EventSource, eventSources } from './event-sources.ts';
import type { NodeFunction } from './functions/node-function.ts';
import { laneNote, laneWarnings } from './lane-checks.ts';
import type { FunctionName, QueueRole } from './names.ts';

const lanes = ['transactional', 'marketing'] as const;

export class StackQueues extends Construct {
  /** Failed deliveries of the rules. */
  readonly ruleDeadLetters: Queue;
  /** Failed deliveries of the timers. */
  readonly timerDeadLetters: Queue;
  /** Names of events that nobody knows. */
  readonly unknownEvents: Queue;
  private readonly table: readonly EventSource[];
  private readonly queues = new Map<QueueRole, { source: Queue; dead: Queue }>();

  constructor(scope: Construct, { names, settings }: Deployment) {
    super(scope, 'Queues');
    this.table = eventSources(settings);
    Annotations.of(this).addInfoV2('tsunagu:lanes', laneNote(settings));
    for (const [id, warning] of Object.entries(laneWarnings(settings))) {
      Annotations.of(this).addWarningV2(`tsunagu:${id}`, warning);
    }
    for (const source of this.table) {
      const dead = this.addDeadLetters(source.queue, names.deadLetters(source.queue));
      this.queues.set(source.queue, { source: this.add(source, names.queue(source.queue), dead), dead });
    }
    this.ruleDeadLetters = this.addDeadLetters('rules', names.ruleDeadLetters);
    this.timerDeadLetters = this.addDeadLetters('timers', names.timerDeadLetters);
    this.unknownEvents = this.addDeadLetters('unknown', names.unknownEvents);
    for (const queue of [this.ruleDeadLetters, this.timerDeadLetters, this.unknownEvents]) {
      acknowledge(
        queue,
        'AwsSolutions-SQS3',
        'It is itself where EventBridge or Scheduler puts what nobody could take.',
      );
    }
  }

  source(role: QueueRole): Queue {
    return this.of(role).source;
  }

  get laneArns(): string[] {
    return lanes.map((lane) => this.source(lane).queueArn);
  }

  /** Lets a function put messages into both lanes, and do `more` there. */
  openLanes(to: NodeFunction): void {
    to.open({
      actions: ['sqs:SendMessage'],
      resources: this.laneArns,
      variables: {
        TRANSACTIONAL_LANE_URL: this.source('transactional').queueUrl,
        MARKETING_LANE_URL: this.source('marketing').queueUrl,
      },
    });
  }

  /** Lets a function ask how far behind each lane is. */
  openBacklog(to: NodeFunction): void {
    to.open({ actions: ['sqs:GetQueueAttributes'], resources: this.laneArns });
  }

  /** Lets a function ask what of the mail service's events waits or died. */
  openFeedbackCounts(to: NodeFunction): void {
    const { source, dead } = this.of('feedback');
    to.open({
      actions: ['sqs:GetQueueAttributes'],
      resources: [source.queueArn, dead.queueArn, this.ruleDeadLetters.queueArn],
      variables: {
        FEEDBACK_QUEUE_URL: source.queueUrl,
        FEEDBACK_DEAD_LETTERS_URL: dead.queueUrl,
        RULE_DEAD_LETTERS_URL: this.ruleDeadLetters.queueUrl,
      },
    });
  }

  /** Lets a function put the engine's own messages into the intake queue. */
  openIntake(to: NodeFunction): void {
    const queue = this.source('intake');
    to.open({
      actions: ['sqs:SendMessage'],
      resources: [queue.queueArn],
      variables: { INTAKE_QUEUE_URL: queue.queueUrl },
    });
  }

  /**
   * Feeds a function from its queues by the table of event sources. It may also put a message back into its own
   * queue for later, or aside to the dead letters with the reason.
   */
  feed(to: NodeFunction, name: FunctionName): void {
    for (const source of this.table.filter((candidate) => candidate.function === name)) {
      const { source: queue, dead } = this.of(source.queue);
      to.lambda.addEventSource(
        new SqsEventSource(queue, {
          batchSize: source.batchSize,
          reportBatchItemFailures: true,
          ...(source.window_s > 0 && { maxBatchingWindow: Duration.seconds(source.window_s) }),
          ...(source.concurrency !== undefined && { maxConcurrency: source.concurrency }),
        }),
      );
      to.open({ actions: ['sqs:SendMessage'], resources: [queue.queueArn, dead.queueArn] });
    }
  }

  private of(role: QueueRole): { source: Queue; dead: Queue } {
    const queues = this.queues.get(role);
    if (!queues) throw new Error(`infra/stack/event-sources.ts has no queue "${role}": add its line.`);
    return queues;
  }

  private add(source: EventSource, queueName: string, dead: Queue): Queue {
    return new Queue(this, source.queue, {
      queueName,
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      visibilityTimeout: Duration.seconds(source.visibility_s),
      // A dead letter keeps the age of its message: seven days here leave seven to look at it.
      retentionPeriod: Duration.days(7),
      deadLetterQueue: { queue: dead, maxReceiveCount: source.maxReceives },
    });
  }

  private addDeadLetters(of: string, name: string): Queue {
    return new Queue(this, `${of}-dead`, {
      queueName: name,
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
  }
}
