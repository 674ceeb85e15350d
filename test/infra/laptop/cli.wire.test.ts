/** The AWS CLI itself, where it is installed. */
import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { localCloud } from './local-cloud.ts';

function isInstalled(): boolean {
  try {
    execFileSync('aws', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe.runIf(isInstalled())('the AWS CLI', async () => {
  const local = await localCloud();
  const env = {
    ...process.env,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_DEFAULT_REGION: 'us-east-1',
    AWS_PAGER: '',
  };
  const run = promisify(execFile);
  async function aws(...words: string[]) {
    const { stdout } = await run('aws', [...words, '--endpoint-url', local.cloud.url, '--output', 'json'], {
      env,
    });
    return stdout === '' ? undefined : JSON.parse(stdout);
  }
  const { names } = local.cloud;

  test('puts events', async () => {
    const entry = { EventBusName: names.bus, Source: 'storefront', DetailType: 'OrderPlaced', Detail: '{}' };
    expect(await aws('events', 'put-events', '--entries', JSON.stringify([entry]))).toMatchObject({
      FailedEntryCount: 0,
    });
  });

  test('sends and receives messages, or is told that its SQS protocol is too old', async () => {
    const QueueUrl = local.urlOf('seen');
    try {
      await aws('sqs', 'send-message', '--queue-url', QueueUrl, '--message-body', '{"from":"cli"}');
    } catch (error) {
      expect(String(error)).toContain('December 2023');
      return;
    }
    const answer = await aws(
      'sqs',
      'receive-message',
      '--queue-url',
      QueueUrl,
      '--max-number-of-messages',
      '10',
    );
    expect(answer.Messages.map(({ Body }: { Body: string }) => Body)).toContain('{"from":"cli"}');
  });

  test('makes and reads a schedule, and shows a refusal', async () => {
    const target = {
      Arn: 'arn:aws:sqs:us-east-1:000000000000:seen',
      RoleArn: 'arn:aws:iam::000000000000:role/r',
    };
    const create = (at: string) =>
      aws(
        ...['scheduler', 'create-schedule', '--name', 'by-cli', '--schedule-expression', `at(${at})`],
        ...['--flexible-time-window', 'Mode=OFF', '--target', JSON.stringify(target)],
      );
    await expect(create('2020-01-01T00:00:00')).rejects.toThrow(/ValidationException.*past/s);
    await create('2030-01-01T00:00:00');
    expect(await aws('scheduler', 'get-schedule', '--name', 'by-cli')).toMatchObject({ State: 'ENABLED' });
  });

  test('sends a mail and reads the table', async () => {
    const sent = await aws(
      ...['sesv2', 'send-email', '--from-email-address', 'hello@shop.example.com'],
      ...['--destination', 'ToAddresses=hana@example.com'],
      ...['--content', 'Simple={Subject={Data=Hi},Body={Text={Data=Hello}}}'],
    );
    expect(sent.MessageId).toMatch(/^0100/);
    const { Table } = await aws('dynamodb', 'describe-table', '--table-name', names.tables.records);
    expect(Table.GlobalSecondaryIndexes[0].IndexName).toBe(names.sweepIndex);
  });
});
