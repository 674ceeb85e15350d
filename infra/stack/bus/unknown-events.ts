/** Events that no rule takes and that somebody meant for this store: their names are laid aside to be told. */
import { type EventBus, EventField, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import type { Deployment } from '../deployment.ts';
import type { StackQueues } from '../queues.ts';
import { type UnknownPattern, unknownPatterns } from './unknown-pattern.ts';

/** What tells an event from others, and nothing of what it says, which is personal data. */
const name = {
  id: EventField.eventId,
  time: EventField.time,
  source: EventField.source,
  'detail-type': EventField.detailType,
};

export class UnknownEvents extends Construct {
  constructor(scope: Construct, { names, settings }: Deployment, bus: EventBus, queues: StackQueues) {
    super(scope, 'Unknown');
    const { misnamed, misplaced } = unknownPatterns(settings.eventSource);
    const target = new SqsQueue(queues.unknownEvents, {
      message: RuleTargetInput.fromObject(name),
      deadLetterQueue: queues.ruleDeadLetters,
    });
    const rule = (id: string, ruleName: string, description: string, pattern: UnknownPattern) =>
      new Rule(this, id, {
        ruleName,
        description,
        eventBus: bus,
        // Content filters go through the construct as they are.
        eventPattern: {
          source: pattern.source as string[],
          detailType: pattern['detail-type'] as string[],
        },
        targets: [target],
      });
    rule('Misnamed', names.misnamedRule, 'Events of the store under a name nobody knows.', misnamed);
    rule('Misplaced', names.misplacedRule, 'Known events under a source nobody listens to.', misplaced);
  }
}
