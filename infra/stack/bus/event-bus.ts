/** The door for the storefront's events: bus, archive, and the rule that lets through what somebody wants. */
import { Duration } from 'aws-cdk-lib';
import { Archive, EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { type Asking, factNames, orderNames } from '../../../shared/core/language/profile-events.ts';
import { engineSource } from '../../../shared/ports/bus.ts';
import type { Deployment } from '../deployment.ts';
import type { NodeFunction } from '../functions/node-function.ts';
import { output } from '../output.ts';
import type { StackQueues } from '../queues.ts';
import { wantedPattern } from './event-pattern.ts';
import { UnknownEvents } from './unknown-events.ts';

/** Leaves the single quotes for the shell to put the present time in: an old event would let nobody in. */
const presentTime = `'"$(date -u +%FT%TZ)"'`;

export class StoreBus extends Construct {
  readonly bus: EventBus;
  /** For whoever puts events: facts under the store's own source on this bus, and nothing else. */
  readonly producerPolicy: ManagedPolicy;
  /** For whoever may erase, merge and let in besides. */
  readonly commandPolicy: ManagedPolicy;

  constructor(scope: Construct, deployment: Deployment, asking: Asking, queues: StackQueues) {
    super(scope, 'StoreBus');
    const { names, settings } = deployment;
    this.bus = new EventBus(this, 'Bus', { eventBusName: names.bus });
    new Archive(this, 'Archive', {
      archiveName: names.archive,
      sourceEventBus: this.bus,
      description: 'Every event of the storefront, wanted today or not, to be replayed.',
      eventPattern: { source: [settings.eventSource] },
      retention: Duration.days(settings.archiveDays),
    });
    const pattern = wantedPattern(settings, asking);
    new Rule(this, 'Wanted', {
      ruleName: names.rule,
      description: 'What the scenarios that are switched on and the profile rules want.',
      eventBus: this.bus,
      eventPattern: { source: pattern.source, detailType: pattern['detail-type'] },
      targets: [new SqsQueue(queues.source('intake'), { deadLetterQueue: queues.ruleDeadLetters })],
    });
    new UnknownEvents(this, deployment, this.bus, queues);
    this.producerPolicy = new ManagedPolicy(this, 'Producer', {
      managedPolicyName: names.producerPolicy,
      description: `Put facts on the bus ${names.bus}: attach it to the storefront's role.`,
      statements: [this.mayPut(settings.eventSource, factNames)],
    });
    this.commandPolicy = new ManagedPolicy(this, 'Commands', {
      managedPolicyName: names.commandPolicy,
      description: `Put commands and merges on the bus ${names.bus}: attach it to whoever may erase and merge customers.`,
      statements: [this.mayPut(settings.eventSource, orderNames)],
    });
    this.describe(deployment);
  }

  /** Lets a function put the engine's own events on this bus, and nothing under another name. */
  open(to: NodeFunction): void {
    to.open({
      actions: ['events:PutEvents'],
      resources: [this.bus.eventBusArn],
      conditions: { StringEquals: { 'events:source': engineSource } },
      variables: { BUS_NAME: this.bus.eventBusName },
    });
  }

  /** Each entry of a request is asked by itself. Source: EventBridge guide, IAM policy conditions. */
  private mayPut(source: string, names: readonly string[]): PolicyStatement {
    return new PolicyStatement({
      actions: ['events:PutEvents'],
      resources: [this.bus.eventBusArn],
      conditions: { StringEquals: { 'events:source': source, 'events:detail-type': names } },
    });
  }

  private describe({ names, settings }: Deployment): void {
    const detail = {
      eventId: 'evt-1',
      occurredAt: 'PRESENT-TIME',
      customer: { id: 'c-1', email: 'hana@example.com', acceptsMarketing: true },
      order: {
        id: 'o-1',
        currency: 'JPY',
        total: 5400,
        items: [{ productId: 'p-1', name: 'Serum', quantity: 1, unitPrice: 5400 }],
      },
    };
    const entry = {
      EventBusName: names.bus,
      Source: settings.eventSource,
      DetailType: 'OrderPlaced',
      Detail: JSON.stringify(detail),
    };
    const entries = JSON.stringify([entry]).replace('PRESENT-TIME', () => presentTime);
    const example = `aws events put-events --entries '${entries}'`;
    output(this, 'BusName', this.bus.eventBusName, 'Where the storefront puts its events.');
    output(this, 'BusArn', this.bus.eventBusArn, 'The same bus by its ARN.');
    output(this, 'ProducerPolicyArn', this.producerPolicy.managedPolicyArn, 'May put facts on the bus.');
    output(
      this,
      'CommandPolicyArn',
      this.commandPolicy.managedPolicyArn,
      'May erase, merge and let in besides.',
    );
    output(this, 'PutEventsExample', example, 'One order of this moment, put on the bus from a POSIX shell.');
  }
}
