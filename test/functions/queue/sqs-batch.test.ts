import type { SQSRecord } from 'aws-lambda';
import { beforeEach, expect, test } from 'vitest';
import { dealWith, eachRecord } from '../../../functions/queue/sqs-batch.ts';
import { MalformedEvent } from '../../../shared/core/events/event-schema.ts';
import { UnknownScenarioVersion } from '../../../shared/core/language/scenario-book.ts';
import { SaveRaceLost } from '../../../shared/service/saving/save-race.ts';

const record = (messageId: string) =>
  ({ messageId, body: `body of ${messageId} for hana@example.com` }) as SQSRecord;
const [a, b, c] = [record('a'), record('b'), record('c')];

let told: string[];
let counted: Record<string, number>;
let inboxFails: boolean;
let errors = 0;
const noteError = (message: string, fields?: object) => {
  errors += 1;
  note(message, fields);
};
const put = async (what: string) => {
  if (inboxFails) throw Object.assign(new Error('hana@example.com'), { name: 'QueueGone' });
  told.push(what);
};
const ports = {
  inbox: {
    bury: (one: SQSRecord, reason: string) => put(`bury ${one.messageId}: ${reason}`),
    delay: (one: SQSRecord, delay_s: number) => put(`delay ${one.messageId} ${delay_s}`),
  },
  log: { did: () => undefined, info: note, warn: note, error: noteError },
  metrics: {
    count(name: string, by = 1) {
      counted[name] = (counted[name] ?? 0) + by;
    },
  },
};
const lines: string[] = [];
function note(message: string, fields?: object) {
  lines.push(JSON.stringify({ message, ...fields }));
}

beforeEach(() => {
  errors = 0;
  told = [];
  counted = {};
  inboxFails = false;
  lines.length = 0;
});

test('one bad message has its own verdict, and the others are handled once', async () => {
  const handled: string[] = [];
  const answer = await eachRecord(ports, [a, b, c], async ({ messageId }) => {
    handled.push(messageId);
    if (messageId === 'b') throw new MalformedEvent('mend order.id');
  });
  expect(handled).toEqual(['a', 'b', 'c']);
  expect(answer).toEqual({ batchItemFailures: [] });
  expect(told).toEqual(['bury b: MalformedEvent: mend order.id']);
  expect(counted).toEqual({ Buried: 1 });
});

test('an error nobody knows makes its own message come back and no other', async () => {
  const answer = await eachRecord(ports, [a, b, c], async ({ messageId }) => {
    if (messageId !== 'b') throw new TypeError('no');
  });
  expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'a' }, { itemIdentifier: 'c' }] });
  expect(told).toEqual([]);
});

test('a message that waits for newer code is parked and counted; one that lost a race is put off', async () => {
  expect(await dealWith(ports, [a], new UnknownScenarioVersion('x'))).toEqual([]);
  expect(await dealWith(ports, [b], new SaveRaceLost('x'))).toEqual([]);
  expect(told).toEqual(['delay a 900', 'delay b 113']);
  expect(counted).toEqual({ Parked: 1 });
});

test('a message that cannot be buried comes back, and is not counted as buried', async () => {
  inboxFails = true;
  expect(await dealWith(ports, [a, b], new MalformedEvent('x'))).toEqual([
    { itemIdentifier: 'a' },
    { itemIdentifier: 'b' },
  ]);
  expect(counted).toEqual({});
});

test('a message that cannot be put off comes back', async () => {
  inboxFails = true;
  expect(await dealWith(ports, [a], new SaveRaceLost('x'))).toEqual([{ itemIdentifier: 'a' }]);
});

test('logs name the message and the reason, never what it holds', async () => {
  inboxFails = true;
  await dealWith(ports, [a], new MalformedEvent('mend order.id'));
  await dealWith(ports, [b], new Error('cannot reach hana@example.com'));
  expect(lines.length).toBeGreaterThan(2);
  expect(lines.join()).not.toContain('hana');
  expect(lines[0]).toContain('"messageId":"a"');
});

test('messages that a busy table put back come again within a minute of one another, each at its own time', async () => {
  for (const n of Array(40).keys()) {
    await dealWith(ports, [{ ...a, messageId: `m-${n}` }], new SaveRaceLost('x'));
  }
  const delays_s = told.map((line) => Number(line.split(' ')[2]));
  expect(Math.min(...delays_s)).toBeGreaterThanOrEqual(60);
  expect(Math.max(...delays_s)).toBeLessThan(120);
  expect(new Set(delays_s).size).toBeGreaterThan(20);
});

test.each([
  ['AccessDeniedException', { RetriedDenied: 2 }, 2],
  ['ResourceNotFoundException', { RetriedDenied: 2 }, 2],
  ['QueueDoesNotExist', { RetriedDenied: 2 }, 2],
  ['ProvisionedThroughputExceededException', { RetriedThrottled: 2 }, 0],
  ['ThrottlingException', { RetriedThrottled: 2 }, 0],
  ['TimeoutError', { RetriedOther: 2 }, 0],
  ['SyntaxError', { RetriedOther: 2 }, 0],
])(
  '%s is counted by its cause at once, and an error only where no waiting mends it',
  async (name, counts, asErrors) => {
    await dealWith(ports, [a, b], Object.assign(new Error('x'), { name }));
    expect(counted).toEqual(counts);
    expect(errors).toBe(asErrors);
  },
);

test('what waits by plan is no retry: newer code, a race that was lost, poison', async () => {
  for (const error of [new UnknownScenarioVersion('x'), new SaveRaceLost('x')]) {
    await dealWith(ports, [a], error);
  }
  expect(counted).toEqual({ Parked: 1 });
  expect(errors).toBe(0);
  await dealWith(ports, [a], new MalformedEvent('x'));
  expect(counted).toEqual({ Parked: 1, Buried: 1 });
  expect(errors).toBe(1);
});
