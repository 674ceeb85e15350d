/** Shopify's own door, where the setting asks for it: the partner bus, its archive, and the rule to the intake queue. */
import { Duration } from 'aws-cdk-lib';
import { Archive, EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import { type Asking, wantedEvents } from '../../../shared/core/language/profile-events.ts';
import type { Deployment } from '../deployment.ts';
import { output } from '../output.ts';
import type { StackQueues } from '../queues.ts';
import { shopifyPattern } from './shopify-pattern.ts';

/** Adds nothing without `shopifyEventSource`. */
export function addShopify(
  scope: Construct,
  deployment: Deployment,
  asking: Asking,
  queues: StackQueues,
): void {
  const { shopifyEventSource } = deployment.settings;
  if (shopifyEventSource === undefined) return;
  const { names, settings } = deployment;
  const room = new Construct(scope, 'Shopify');
  // A bus of a partner bears the name of its event source; making it accepts the source.
  const bus = new EventBus(room, 'Bus', { eventSourceName: shopifyEventSource });
  new Archive(room, 'Archive', {
    archiveName: names.shopifyArchive,
    sourceEventBus: bus,
    description: 'Every webhook of Shopify, wanted today or not, to be replayed.',
    eventPattern: { source: [shopifyEventSource] },
    retention: Duration.days(settings.archiveDays),
  });
  new Rule(room, 'Wanted', {
    ruleName: names.shopifyRule,
    description: 'The webhooks whose facts the scenarios that are switched on and the profile rules want.',
    eventBus: bus,
    eventPattern: shopifyPattern(shopifyEventSource, wantedEvents(asking, settings)),
    targets: [new SqsQueue(queues.source('intake'), { deadLetterQueue: queues.ruleDeadLetters })],
  });
  output(room, 'ShopifyBusName', bus.eventBusName, "Where Shopify's webhooks arrive.");
}
