import { SQSClient } from '@aws-sdk/client-sqs';
import { expect, test } from 'vitest';
import { sqsIntake } from '../../shared/aws/sqs-intake.ts';
import { wireStub } from './wire-stub.ts';

const stub = wireStub();
const queueUrl = () => `${stub.config().endpoint}/123456789012/intake`;
const intake = () =>
  sqsIntake({
    client: new SQSClient({ ...stub.config(), md5: false, maxAttempts: 1 }),
    queueUrl: queueUrl(),
  });
const taken = { status: 200, body: { Successful: [], Failed: [] } };
const look = (customer: string) => ({ kind: 'look', customer }) as const;
const sizes = () => stub.asked.map(({ body }) => (body.Entries as unknown[]).length);

test('messages go ten by ten', async () => {
  stub.answer(taken, taken, taken);
  await intake().put(Array.from({ length: 23 }, (_, i) => look(`c-${i}`)));
  expect(sizes()).toEqual([10, 10, 3]);
  expect(stub.asked[0]?.operation).toBe('AmazonSQS.SendMessageBatch');
  expect(stub.asked[2]?.body).toMatchObject({
    QueueUrl: queueUrl(),
    Entries: [20, 21, 22].map((n, i) => ({ Id: String(i), MessageBody: JSON.stringify(look(`c-${n}`)) })),
  });
});

test('big messages go fewer at once', async () => {
  stub.answer(taken, taken);
  const big = { ...look('c'), kind: 'enrol', scenario: 's', key: 'k', at: '2026-01-01T00:00:00Z' } as const;
  await intake().put(Array.from({ length: 3 }, () => ({ ...big, event: { text: 'あ'.repeat(30_000) } })));
  expect(sizes()).toEqual([2, 1]);
});

test('nothing is put where there is nothing', async () => {
  await intake().put([]);
  expect(stub.asked).toEqual([]);
});

test('a message that is refused makes the caller fail, so that all are put again', async () => {
  stub.answer({
    status: 200,
    body: { Successful: [], Failed: [{ Id: '0', Code: 'Throttled', SenderFault: false }] },
  });
  await expect(intake().put([look('c-1')])).rejects.toMatchObject({ code: 'INTAKE_REFUSED' });
});
