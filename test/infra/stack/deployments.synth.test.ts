import { Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import { expect, test } from 'vitest';
import { SettingsTooLarge } from '../../../infra/stack/functions/settings-variable.ts';
import { exampleStack, exampleTemplate } from './example-stack.ts';
import { nameOf } from './readable-template.ts';

const devStack = exampleStack();
const dev = Template.fromStack(devStack);
const productionStack = exampleStack({
  stage: 'production',
  identity: 'existing',
  linkDomain: 'go.example.com',
  linkCertificateArn: 'arn:aws:acm:ap-northeast-1:123456789012:certificate/1-2',
});
const production = Template.fromStack(productionStack);
const kept = ['AWS::DynamoDB::GlobalTable', 'AWS::SecretsManager::Secret', 'AWS::Scheduler::ScheduleGroup'];

test.each(kept)('%s outlives the stack in production, and in production alone', (type) => {
  production.hasResource(type, { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
  dev.hasResource(type, { DeletionPolicy: 'Delete' });
});

test('production is protected against deletion', () => {
  production.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
    Replicas: [{ DeletionProtectionEnabled: true }],
  });
  expect(productionStack.terminationProtection).toBe(true);
  expect(devStack.terminationProtection).toBe(false);
});

/** The names AWS knows the resources by, each with its type. */
function physicalNames(template: Template): string[] {
  const resources = Object.values(template.toJSON().Resources) as { Type: string; Properties: object }[];
  return resources.flatMap((resource) => {
    const name = nameOf(resource);
    return name === undefined ? [] : [`${resource.Type} ${name}`];
  });
}

test('two stores in one account share no name but those the settings give', () => {
  const names = new Set(physicalNames(dev));
  expect(names.size).toBeGreaterThan(30);
  expect(physicalNames(exampleTemplate({ store: 'umi' })).filter((name) => names.has(name))).toEqual([
    'AWS::SES::EmailIdentity shop.example.com',
    'AWS::Events::EventBus tsunagu',
  ]);
});

test('two stores in one account with settings of their own share no name at all', () => {
  const names = new Set(physicalNames(dev));
  const other = exampleTemplate({ store: 'umi', busName: 'umi', identity: 'existing' });
  expect(physicalNames(other).filter((name) => names.has(name))).toEqual([]);
});

test('names and tags say which store and stage a resource belongs to', () => {
  for (const name of physicalNames(dev)) expect(name).toMatch(/mori-dev|EventBus|EmailIdentity/);
  for (const type of [
    'AWS::SQS::Queue',
    'AWS::Lambda::Function',
    'AWS::IAM::Role',
    'AWS::Events::EventBus',
  ]) {
    for (const { Properties } of Object.values(dev.findResources(type))) {
      expect(Properties.Tags).toEqual([
        { Key: 'stage', Value: 'dev' },
        { Key: 'store', Value: 'mori' },
      ]);
    }
  }
});

test('CloudFormation takes the longest store and stage', () => {
  const stack = exampleStack({ store: 's'.repeat(20), stage: 't'.repeat(20) }, true);
  const longest = physicalNames(Template.fromStack(stack));
  for (const name of longest.filter((line) => !/Logs|SQS|Alarm|SecretsManager/.test(line))) {
    expect(name.split(' ')[1]?.length).toBeLessThanOrEqual(64);
  }
  for (const name of longest) expect(name.split(' ')[1]?.length).toBeLessThanOrEqual(80);
});

test.each([
  ['dev', devStack],
  ['production', productionStack],
])('cdk-nag has nothing to say against %s that is not acknowledged', (_stage, stack) => {
  expect(new AwsSolutionsChecks(stack, { verbose: true }).validateScope(stack).violations).toEqual([]);
});

test('every acknowledgement gives its reason', () => {
  const reasons = productionStack.node
    .findAll()
    .flatMap((construct) => construct.node.metadata)
    .filter((entry) => entry.type.includes('acknowledged-rules'))
    .flatMap((entry) => Object.entries(entry.data as Record<string, string>));
  const rules = new Set(reasons.map(([rule]) => rule.replace(/^.*AwsSolutions-/, '').replace(/\[.*/, '')));
  expect([...rules].sort()).toEqual(['APIG4', 'IAM5', 'SMG4', 'SQS3']);
  for (const [, reason] of reasons) expect(reason.length).toBeGreaterThan(40);
});

/** IAM knows no narrower resource for these. */
const wholeAccount = ['ses:GetAccount'];

test('no right outside production or in it is for everything', () => {
  for (const template of [dev, production]) {
    for (const { Properties } of Object.values(template.findResources('AWS::IAM::Policy'))) {
      for (const statement of Properties.PolicyDocument.Statement) {
        const actions = [statement.Action].flat();
        if (actions.every((action) => wholeAccount.includes(action))) continue;
        expect([statement.Resource].flat()).not.toContain('*');
        expect(actions.join()).not.toContain('*');
      }
    }
  }
});

test('settings too large for a function stop the synthesis', () => {
  const allowList = Array.from({ length: 100 }, (_, index) => `tester-${index}@department.example.com`);
  expect(() => exampleStack({ mode: 'allow-list', allowList })).toThrow(SettingsTooLarge);
});
