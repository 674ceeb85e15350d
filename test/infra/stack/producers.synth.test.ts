/** D08, D09: who may put what on the bus, and what becomes of what nobody knows. */
import { expect, test } from 'vitest';
import { eventNames } from '../../../shared/core/events/event-catalogue.ts';
import { commandNames } from '../../../shared/core/events/event-schema-command.ts';
import { exampleTemplate } from './example-stack.ts';

const at = 'tsunagu-mori-dev';
const template = exampleTemplate();

/** What a policy of the stack lets its holder put on the bus. */
function mayPut(policy: string): readonly string[] {
  const [found] = Object.values(
    template.findResources('AWS::IAM::ManagedPolicy', {
      Properties: { ManagedPolicyName: `${at}-${policy}` },
    }),
  );
  const [statement, ...others] = found?.Properties.PolicyDocument.Statement ?? [];
  expect(others).toEqual([]);
  expect(statement).toMatchObject({ Effect: 'Allow', Action: 'events:PutEvents' });
  const { StringEquals, ...conditions } = statement.Condition;
  expect(conditions).toEqual({});
  expect(StringEquals['events:source']).toBe('storefront');
  return StringEquals['events:detail-type'];
}

test('the storefront may put facts under its own source, and nothing in the name of the engine', () => {
  const names = mayPut('producer');
  expect(names).toEqual(expect.arrayContaining(['OrderPlaced', 'ConsentChanged', 'RankChanged']));
  for (const forged of ['MessageRequested', 'CouponIssued', 'SegmentChanged', 'MailClicked']) {
    expect(names).not.toContain(forged);
  }
});

test('who may erase, merge and let in has a policy of its own, and both together have all there is', () => {
  const orders = ['CustomerMerged', 'EnrolCustomer', 'EraseCustomer'];
  expect(mayPut('commands')).toEqual(orders);
  for (const order of orders) expect(mayPut('producer')).not.toContain(order);
  const told = [...mayPut('producer'), ...orders, 'MailClicked'].sort();
  expect(told).toEqual([...eventNames, ...commandNames].sort());
});

test('a misspelt name and a misspelt source leave a trace that says nothing of the customer', () => {
  const known = [...mayPut('producer'), ...mayPut('commands')].sort();
  const rules = Object.values(template.findResources('AWS::Events::Rule')).map(
    ({ Properties }) => Properties,
  );
  const patternOf = (name: string) =>
    rules.find(({ Name }) => Name === `${at}-${name}`)?.EventPattern as object;
  expect(patternOf('misnamed')).toEqual({
    source: ['storefront'],
    'detail-type': [{ 'anything-but': known }],
  });
  expect(patternOf('misplaced')).toEqual({
    source: [{ 'anything-but': ['storefront', 'tsunagu'] }],
    'detail-type': known,
  });
  for (const name of ['misnamed', 'misplaced']) {
    expect(JSON.stringify(patternOf(name)).length).toBeLessThan(2048);
    const [target] = rules.find(({ Name }) => Name === `${at}-${name}`)?.Targets ?? [];
    expect(target.Arn).toEqual({ 'Fn::GetAtt': [expect.stringMatching('^Queuesunknowndead'), 'Arn'] });
    expect(Object.values(target.InputTransformer.InputPathsMap).sort()).toEqual([
      '$.detail-type',
      '$.id',
      '$.source',
      '$.time',
    ]);
  }
});
