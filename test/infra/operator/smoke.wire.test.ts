/** The smoke test against a running embedded cloud: it passes there, and leaves nothing behind. */
import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { ListSchedulesCommand } from '@aws-sdk/client-scheduler';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Cloud, startCloud } from '../../../infra/laptop/cloud.ts';
import { runSmokeProgram } from '../../../infra/operator/smoke/smoke-program.ts';
import { clientsOf, closeClients } from '../../../infra/operator/target/clients.ts';
import { recordingTerminal } from './terminal.ts';

let cloud: Cloud;
beforeAll(async () => {
  cloud = await startCloud({ port: 0, startAt: '2026-03-02T03:30:00Z' });
});
afterAll(() => cloud?.stop());

async function smoke(...words: string[]) {
  const terminal = recordingTerminal();
  const code = await runSmokeProgram(['--local', cloud.url, '--json', ...words], terminal);
  const { results } = JSON.parse(terminal.said.out) as { results: { name: string; outcome: string }[] };
  const named = (outcome: string) => results.filter((one) => one.outcome === outcome).map(({ name }) => name);
  return { code, passed: named('pass'), failed: named('fail'), skipped: named('skip') };
}

test('every way through the embedded cloud passes, and what was made is gone', async () => {
  const { code, passed, failed } = await smoke();
  expect([code, failed]).toEqual([0, []]);
  expect(passed).toEqual(
    expect.arrayContaining([
      'timer into the transactional lane',
      'timer into the marketing lane',
      'rule into an encrypted queue',
      'Sent event of transactional mail',
      'Sent event of marketing mail',
      'past at()',
      'removal',
    ]),
  );
  const clients = clientsOf(cloud.url);
  const scans = Object.values(cloud.names.tables).map((TableName) =>
    clients.dynamo.send(new ScanCommand({ TableName })),
  );
  const items = (await Promise.all(scans)).flatMap(({ Items = [] }) => Items);
  const { Schedules } = await clients.scheduler.send(new ListSchedulesCommand({}));
  closeClients(clients);
  // What the breaker counted of the hour names nobody, and goes by itself within a week.
  const left = items.filter(({ pk }) => !pk?.S?.startsWith('STANDING#'));
  expect([left, Schedules]).toEqual([[], []]);
});

test('events on a bus that no rule listens to fail the way of events alone', async () => {
  const { code, failed } = await smoke('--bus', 'mistyped');
  expect([code, failed]).toEqual([1, ['rule into an encrypted queue']]);
});
