import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleOf } from '../../../infra/proof/bench/bundle/bundles.ts';
import { bundlingOf, TemplatesNotBuilt } from '../../../infra/stack/functions/bundling.ts';
import { seldomAsked } from '../../../infra/stack/functions/seldom-asked.ts';
import type { Environment } from '../../../shared/settings/environment.ts';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../../..');
const { context } = JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8'));
const workplace = mkdtempSync(join(tmpdir(), 'tsunagu-app-'));
const names = ['ingest', 'sender', 'feedback', 'pages', 'reconcile'] as const;

/** Runs the app as the CDK does: the context and the place of its answer are in the environment; no account, no AWS. */
function synthesize(outdir: string, changes: object = {}) {
  const given = { ...context, tsunagu: { ...context.tsunagu, ...changes } };
  return run(process.execPath, ['infra/app.ts'], {
    cwd: root,
    env: { PATH: process.env.PATH, CDK_OUTDIR: outdir, CDK_CONTEXT_JSON: JSON.stringify(given) },
  });
}

/** The directory that becomes the code of a function. */
function bundle(name: string): string {
  const template = JSON.parse(readFileSync(join(workplace, 'tsunagu-mori-dev.template.json'), 'utf8'));
  const found = (
    Object.values(template.Resources) as { Type: string; Properties: Record<string, unknown> }[]
  ).find(
    ({ Type, Properties }) =>
      Type === 'AWS::Lambda::Function' && Properties.FunctionName === `tsunagu-mori-dev-${name}`,
  );
  const code = found?.Properties.Code as { S3Key: string };
  return join(workplace, `asset.${code.S3Key.replace('.zip', '')}`);
}

beforeAll(async () => {
  await synthesize(workplace);
});

afterAll(() => rmSync(workplace, { recursive: true }));

test('the checks of the synthesis find nothing', () => {
  const report = JSON.parse(readFileSync(join(workplace, 'validation-report.json'), 'utf8'));
  expect(report.pluginReports).toEqual([]);
});

const dictionaries = readdirSync(join(root, 'shared/aws/dictionaries')).filter((file) =>
  file.endsWith('.txt'),
);

test.each(names)('the bundle of %s is one module under a thousand kilobytes, and what it reads', (name) => {
  const files = readdirSync(bundle(name)).filter((file) => file !== 'templates');
  // Feedback decides about no customer, and needs no scenarios.
  const library = name === 'feedback' ? [] : ['library.json'];
  const rendering = name === 'sender' ? ['liquidjs.js'] : [];
  const apart = Object.keys(seldomAsked[name] ?? {}).map((part) => `${part}.js`);
  const read = ['email-addresses.js', 'index.js', 'rrule.js'];
  // What two parts need and the start does not lies in a file of its own.
  expect(files.filter((file) => !file.startsWith('chunk-')).sort()).toEqual(
    [...dictionaries, ...library, ...rendering, ...read, ...apart].sort(),
  );
  expect(statSync(join(bundle(name), 'index.js')).size).toBeLessThan(1_000_000);
});

test.each(names)('the bundle of %s is byte for byte what the bench and the tests build', async (name) => {
  const { code } = await bundleOf(name);
  expect(readFileSync(join(bundle(name), 'index.js'), 'utf8') === code).toBe(true);
});

test('the sender brings its templates, and no other function does', () => {
  const built = readdirSync(join(root, 'dist/templates')).filter((file) => file.endsWith('.json'));
  expect(readdirSync(join(bundle('sender'), 'templates'))).toEqual(expect.arrayContaining(built));
  for (const name of names.filter((other) => other !== 'sender')) {
    expect(readdirSync(bundle(name))).not.toContain('templates');
  }
});

test.each(names)('the bundle of %s starts by itself, with nothing beside it', async (name) => {
  const arn = 'arn:aws:service:ap-northeast-1:123456789012:thing';
  const environment: Environment = {
    TSUNAGU_SETTINGS: JSON.stringify(context.tsunagu),
    BUS_NAME: 'bus',
    RECORDS_TABLE: 'records',
    BESIDE_TABLE: 'beside',
    SWEEP_INDEX: 'sweep',
    SECRET_ID: arn,
    INTAKE_QUEUE_URL: 'https://sqs.example.com/1/intake',
    FEEDBACK_QUEUE_URL: 'https://sqs.example.com/1/feedback',
    FEEDBACK_DEAD_LETTERS_URL: 'https://sqs.example.com/1/feedback-dead',
    RULE_DEAD_LETTERS_URL: 'https://sqs.example.com/1/rules-dead',
    TRANSACTIONAL_LANE_URL: 'https://sqs.example.com/1/transactional',
    MARKETING_LANE_URL: 'https://sqs.example.com/1/marketing',
    TRANSACTIONAL_LANE_ARN: arn,
    MARKETING_LANE_ARN: arn,
    SCHEDULE_GROUP: 'group',
    SCHEDULER_ROLE_ARN: arn,
    TIMER_DEAD_LETTERS_ARN: arn,
    TRANSACTIONAL_CONFIGURATION_SET: 'transactional',
    MARKETING_CONFIGURATION_SET: 'marketing',
    LINK_BASE_URL: 'https://links.example.com',
    TEMPLATES_DIR: '/var/task/templates',
  };
  const script = "console.log(typeof require('./index.js').handler)";
  const { stdout } = await run(process.execPath, ['-e', script], {
    cwd: bundle(name),
    env: { ...environment, AWS_REGION: 'ap-northeast-1' },
  });
  expect(stdout.trim()).toBe('function');
});

test('wrong settings end the synthesis with their sentence and no stack trace', async () => {
  const outdir = join(workplace, 'refused');
  const failure = await synthesize(outdir, { mode: 'live' }).catch((error) => error);
  expect(failure.code).toBe(1);
  expect(failure.stderr.trim()).toBe(
    [
      'INVALID_SETTINGS: These settings under "tsunagu" in cdk.json need a change:',
      '  mode: live mail from a stage other than production also needs "liveOutsideProduction": true',
    ].join('\n'),
  );
});

test('a sender without compiled templates is not bundled', () => {
  expect(() => bundlingOf('sender', join(workplace, 'nowhere'))).toThrow(TemplatesNotBuilt);
  expect(() => bundlingOf('sender', join(workplace, 'nowhere'))).toThrow(/npm run build:templates/);
});
