import { Match } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { exampleTemplate } from './example-stack.ts';
import { functionNamed, read, rightsOf, rightsOfFunction } from './readable-template.ts';

const production = exampleTemplate({ stage: 'production' });
const dev = exampleTemplate();
const at = 'tsunagu-mori-production';
const names = ['ingest', 'sender', 'feedback', 'pages', 'reconcile'];

const log = (name: string) =>
  ['CreateLogStream', 'PutLogEvents'].map((right) => `logs:${right} on /aws/lambda/${at}-${name}`);
const may = (table: string, ...actions: string[]) =>
  actions.map((action) => `dynamodb:${action} on ${at}-${table}`);
const deciding = [
  ...may('records', 'BatchGetItem', 'GetItem', 'PutItem'),
  ...may('beside', 'BatchGetItem', 'GetItem', 'PutItem', 'UpdateItem'),
];
const keys = `secretsmanager:GetSecretValue on ${at}-keys`;
const consume = (queue: string) =>
  ['ChangeMessageVisibility', 'DeleteMessage', 'GetQueueAttributes', 'GetQueueUrl', 'ReceiveMessage'].map(
    (right) => `sqs:${right} on ${at}-${queue}`,
  );
const put = (...queues: string[]) => queues.map((queue) => `sqs:SendMessage on ${at}-${queue}`);
const timers = [
  `scheduler:DeleteSchedule on arn:aws:scheduler:region:account:schedule/${at}/*`,
  `scheduler:CreateSchedule on arn:aws:scheduler:region:account:schedule/${at}/*`,
  `iam:PassRole on ${at}-scheduler if {"StringEquals":{"iam:PassedToService":"scheduler.amazonaws.com"}}`,
];
const bus = 'events:PutEvents on tsunagu if {"StringEquals":{"events:source":"tsunagu"}}';
const ses = (resource: string) => `ses:SendEmail on arn:aws:ses:region:account:${resource}`;

const rights: Record<string, string[]> = {
  ingest: [
    ...deciding,
    // To forget somebody.
    ...may('records', 'DeleteItem'),
    // To find and wake whose timer never came.
    ...may('records', 'UpdateItem'),
    ...['transactional', 'marketing'].map((lane) => `sqs:GetQueueAttributes on ${at}-${lane}`),
    ...may('beside', 'DeleteItem', 'Query'),
    // Of everybody it may read key and moment alone.
    `dynamodb:Scan on ${at}-records if {"ForAllValues:StringEquals":{"dynamodb:Attributes":["pk","wakeAt"]},"StringEquals":{"dynamodb:Select":"SPECIFIC_ATTRIBUTES"}}`,
    bus,
    keys,
    ...timers,
    ...consume('intake'),
    ...put('transactional', 'marketing', 'intake', 'intake-dead'),
  ],
  sender: [
    ...deciding,
    bus,
    keys,
    ...timers,
    ...consume('transactional'),
    ...consume('marketing'),
    ...put('transactional', 'transactional-dead', 'marketing', 'marketing-dead'),
    ses('identity/shop.example.com'),
    ses(`configuration-set/${at}-transactional`),
    ses(`configuration-set/${at}-marketing`),
  ],
  // No record: it hears of mails and addresses.
  feedback: [
    ...may('beside', 'BatchGetItem', 'GetItem', 'UpdateItem'),
    keys,
    ...consume('feedback'),
    ...put('feedback', 'feedback-dead', 'intake'),
  ],
  // The proofs of one customer's consent, once it is withdrawn.
  pages: [...deciding, ...may('beside', 'Query'), bus, keys, ...timers, ...put('transactional', 'marketing')],
  reconcile: [
    ...may('records', 'GetItem', 'UpdateItem'),
    ...may('beside', 'DeleteItem', 'GetItem', 'PutItem', 'UpdateItem', 'Query'),
    `dynamodb:Query on ${at}-records/index/sweep`,
    'ses:GetAccount on *',
    `sqs:GetQueueAttributes on ${at}-transactional`,
    `sqs:GetQueueAttributes on ${at}-marketing`,
    // What of the mail service's events waits or died.
    `sqs:GetQueueAttributes on ${at}-feedback`,
    `sqs:GetQueueAttributes on ${at}-feedback-dead`,
    ...put('transactional', 'marketing', 'intake', 'rules-dead'),
    `sqs:GetQueueAttributes on ${at}-rules-dead`,
    `sqs:GetQueueUrl on ${at}-rules-dead`,
  ],
};

test.each(names)('%s may do what its task needs and nothing else', (name) => {
  expect(rightsOfFunction(production, `${at}-${name}`)).toEqual(
    [...log(name), ...(rights[name] ?? [])].sort(),
  );
});

test('the role of the timers may fill the lanes and the timer dead letters, for this group alone', () => {
  const [id, role] = Object.entries(
    production.findResources('AWS::IAM::Role', { Properties: { RoleName: `${at}-scheduler` } }),
  )[0] as [string, { Properties: { AssumeRolePolicyDocument: { Statement: [{ Condition: object }] } } }];
  expect(rightsOf(production, id)).toEqual(put('transactional', 'marketing', 'timers-dead').sort());
  const { Condition } = role.Properties.AssumeRolePolicyDocument.Statement[0];
  expect(Condition).toEqual({
    StringEquals: {
      'aws:SourceAccount': { Ref: 'AWS::AccountId' },
      'aws:SourceArn': { 'Fn::GetAtt': [expect.stringMatching(/^TimersGroup/), 'Arn'] },
    },
  });
});

test('no role holds a policy that others write', () => {
  for (const role of Object.values(production.findResources('AWS::IAM::Role'))) {
    expect(role.Properties.ManagedPolicyArns).toBeUndefined();
  }
});

test('the sender may write to sandbox recipients outside production, in its own name only', () => {
  const wildcard = 'ses:SendEmail on arn:aws:ses:region:account:identity/*';
  const rightsInDev = rightsOfFunction(dev, 'tsunagu-mori-dev-sender');
  expect(rightsInDev.filter((right) => right.startsWith(wildcard))).toEqual([
    `${wildcard} if {"StringEquals":{"ses:FromAddress":"hello@shop.example.com"}}`,
  ]);
  expect(rightsOfFunction(production, `${at}-sender`).join('\n')).not.toContain('identity/*');
});

const lanes = ['TRANSACTIONAL_LANE_URL', 'MARKETING_LANE_URL'];
const tables = ['RECORDS_TABLE', 'BESIDE_TABLE'];
const decidersAreTold = [
  'TSUNAGU_SETTINGS',
  'BUS_NAME',
  ...tables,
  'SECRET_ID',
  ...lanes,
  'TRANSACTIONAL_LANE_ARN',
  'MARKETING_LANE_ARN',
  'SCHEDULE_GROUP',
  'SCHEDULER_ROLE_ARN',
  'TIMER_DEAD_LETTERS_ARN',
];

test.each([
  ['ingest', [...decidersAreTold, 'INTAKE_QUEUE_URL']],
  [
    'sender',
    [
      ...decidersAreTold,
      'TRANSACTIONAL_CONFIGURATION_SET',
      'MARKETING_CONFIGURATION_SET',
      'LINK_BASE_URL',
      'TEMPLATES_DIR',
    ],
  ],
  ['feedback', ['TSUNAGU_SETTINGS', ...tables, 'SECRET_ID', 'INTAKE_QUEUE_URL']],
  ['pages', decidersAreTold],
  [
    'reconcile',
    [
      ...['TSUNAGU_SETTINGS', ...tables, 'SWEEP_INDEX', 'INTAKE_QUEUE_URL', ...lanes],
      ...['FEEDBACK_QUEUE_URL', 'FEEDBACK_DEAD_LETTERS_URL', 'RULE_DEAD_LETTERS_URL'],
    ],
  ],
])('%s is told what it uses and nothing else', (name, variables) => {
  const told = functionNamed(production, `${at}-${name}`).Environment.Variables;
  expect(Object.keys(told).sort()).toEqual([...variables].sort());
});

test('the variables lead to the resources they are named after', () => {
  const told = functionNamed(production, `${at}-sender`).Environment.Variables;
  const words = (variable: string) => read(production, told[variable]);
  expect(words('RECORDS_TABLE')).toBe(`${at}-records`);
  expect(words('BESIDE_TABLE')).toBe(`${at}-beside`);
  expect(words('MARKETING_LANE_URL')).toBe(`${at}-marketing`);
  expect(words('MARKETING_LANE_ARN')).toBe(`${at}-marketing`);
  expect(words('TRANSACTIONAL_LANE_ARN')).toBe(`${at}-transactional`);
  expect(words('TIMER_DEAD_LETTERS_ARN')).toBe(`${at}-timers-dead`);
  expect(words('SCHEDULER_ROLE_ARN')).toBe(`${at}-scheduler`);
  expect(words('TRANSACTIONAL_CONFIGURATION_SET')).toBe(`${at}-transactional`);
  expect(words('TEMPLATES_DIR')).toBe('/var/task/templates');
});

test.each(names)('%s runs on Node 24 and arm64, keeps its own log and holds no concurrency back', (name) => {
  const timeouts: Record<string, number> = { pages: 15, reconcile: 120 };
  production.hasResourceProperties('AWS::Lambda::Function', {
    FunctionName: `${at}-${name}`,
    Runtime: 'nodejs24.x',
    Architectures: ['arm64'],
    MemorySize: ['sender', 'feedback'].includes(name) ? 256 : 512,
    Timeout: timeouts[name] ?? 60,
    LoggingConfig: { LogGroup: { Ref: Match.stringLikeRegexp(`^${name}Logs`) } },
    ReservedConcurrentExecutions: Match.absent(),
    TracingConfig: Match.absent(),
  });
  production.hasResourceProperties('AWS::Logs::LogGroup', {
    LogGroupName: `/aws/lambda/${at}-${name}`,
    RetentionInDays: 30,
  });
});
