/** The form that is open to all, against the real functions: what strangers can cause by it, and that they cannot stop it for others. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Cloud, startCloud } from '../infra/laptop/cloud.ts';

let cloud: Cloud;

beforeAll(async () => {
  cloud = await startCloud({ port: 0, startAt: '2026-03-02T03:01:00Z' });
});

afterAll(() => cloud?.stop());

interface MailLine {
  readonly to: string;
  readonly scenario: string;
}

const control = async <Answer>(path: string, body?: unknown): Promise<Answer> => {
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  return (await (await fetch(`${cloud.url}/_local/${path}`, init)).json()) as Answer;
};
const advance = (span: string) => control('clock', { advance: span });
const asked = async () =>
  (await control<MailLine[]>('mails')).filter(({ scenario }) => scenario === 'confirm-opt-in');
const statusOf = async (path: string) => (await fetch(`${cloud.url}${path}`)).status;

async function join(email: string): Promise<number> {
  const answer = await fetch(`${cloud.url}/join`, { method: 'POST', body: new URLSearchParams({ email }) });
  await answer.arrayBuffer();
  return answer.status;
}

test('D02: a path that cannot be decoded is refused, and the pages and the clock go on', async () => {
  expect(await statusOf('/u/%')).toBe(400);
  expect([await statusOf('/u/a-token'), await statusOf('/join')]).toEqual([400, 200]);
  await advance('PT1M');
});

test('D04: four ways to write one mailbox: one mail', async () => {
  for (const email of [
    'vic.tim@gmail.com',
    'v.ictim@gmail.com',
    'victim+1@gmail.com',
    'victim@googlemail.com',
  ]) {
    expect(await join(email)).toBe(200);
  }
  await advance('PT10M');
  expect((await asked()).map(({ to }) => to)).toEqual(['vic.tim@gmail.com']);
});

test('D03: 600 sign-ups of addresses that bounce: the hour takes a hundred, and then the breaker shuts the form', async () => {
  await advance('PT1H');
  const answers: number[] = [];
  for (let n = 0; n < 600; n += 1) answers.push(await join(`nobody-${n}@example.invalid`));
  expect(answers.filter((status) => status === 200)).toHaveLength(100);
  expect(answers.filter((status) => status === 429)).toHaveLength(500);
  await advance('PT2H');
  const mails = (await asked()).length;
  expect(mails).toBeLessThanOrEqual(101);
  expect(await join('late@example.com')).toBe(429);
  await advance('P3D');
  expect(await asked()).toHaveLength(mails);
  expect(await statusOf('/join')).toBe(200);
});
