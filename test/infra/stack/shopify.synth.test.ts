import { Match, Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import { expect, test } from 'vitest';
import { shopifyPattern } from '../../../infra/stack/bus/shopify-pattern.ts';
import { settingsVariable } from '../../../infra/stack/functions/settings-variable.ts';
import { readSettings } from '../../../infra/stack/read-settings.ts';
import { exampleSettings, exampleStack, exampleTemplate, settingsWith } from './example-stack.ts';

const source = 'aws.partner/shopify.com/12345678/mori';
const stack = exampleStack({ shopifyEventSource: source });
const template = Template.fromStack(stack);
const named = (name: string) => ({ 'Fn::GetAtt': [Match.stringLikeRegexp(name), 'Arn'] });

test('without the setting nothing of Shopify is there', () => {
  const without = exampleTemplate();
  without.resourceCountIs('AWS::Events::EventBus', 1);
  without.resourceCountIs('AWS::Events::Archive', 1);
  expect(JSON.stringify(without.toJSON())).not.toMatch(/shopify/i);
});

test('with the setting the partner bus is made, and archived as long as the other', () => {
  template.resourceCountIs('AWS::Events::EventBus', 2);
  template.hasResourceProperties('AWS::Events::EventBus', { Name: source, EventSourceName: source });
  template.hasResourceProperties('AWS::Events::Archive', {
    ArchiveName: 'mori-dev.shop',
    EventPattern: { source: [source] },
    RetentionDays: 90,
  });
});

test('the webhooks that somebody wants go to the intake queue, and failures to the dead letters', () => {
  template.hasResourceProperties('AWS::Events::Rule', {
    Name: 'tsunagu-mori-dev-shopify',
    EventBusName: { Ref: Match.stringLikeRegexp('^Shopify') },
    EventPattern: {
      source: [source],
      'detail-type': ['shopifyWebhook'],
      detail: {
        metadata: {
          'X-Shopify-Topic': [
            'orders/create',
            'orders/paid',
            'orders/fulfilled',
            'orders/cancelled',
            'refunds/create',
            'fulfillments/create',
            'fulfillments/update',
            'customers/create',
            'customers/update',
            'customers_email_marketing_consent/update',
            'checkouts/create',
            'checkouts/update',
          ],
        },
      },
    },
    Targets: [{ Arn: named('^Queuesintake'), DeadLetterConfig: { Arn: named('^Queuesrulesdead') } }],
  });
});

test('the partner bus may reach the intake queue', () => {
  const policies = JSON.stringify(template.findResources('AWS::SQS::QueuePolicy'));
  expect(policies).toMatch(/ShopifyWanted/);
});

test('a topic nobody wants is not asked for, and one that somebody wants is', () => {
  const topics = (...wanted: string[]) => shopifyPattern(source, wanted).detail.metadata['X-Shopify-Topic'];
  expect(topics('OrderPlaced')).not.toContain('orders/paid');
  expect(topics('OrderPlaced', 'OrderPaid')).toContain('orders/paid');
});

test('the archive has a name even for the longest store and stage', () => {
  const longest = { store: 's'.repeat(20), stage: 't'.repeat(20), identity: 'existing' } as const;
  exampleTemplate({ ...longest, shopifyEventSource: source }).hasResourceProperties('AWS::Events::Archive', {
    ArchiveName: `${longest.store}-${longest.stage}.shop`,
  });
});

test.each([
  'shopify',
  'aws.partner/shopify.com',
  'aws.partner/other.com/1/x',
  'aws.partner/shopify.com/1/a b',
])('the source "%s" is refused with an example of a right one', (shopifyEventSource) => {
  expect(() => readSettings({ ...exampleSettings, shopifyEventSource })).toThrow(/12345678\/my-source/);
});

test('the functions are not told of the partner bus', () => {
  expect(settingsVariable(settingsWith({ shopifyEventSource: source }))).not.toContain('shopify');
});

test('cdk-nag has nothing to say against the stack with the partner bus', () => {
  expect(new AwsSolutionsChecks(stack, { verbose: true }).validateScope(stack).violations).toEqual([]);
});
