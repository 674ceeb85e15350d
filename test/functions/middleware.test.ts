/** What a function writes down where its body fails, and what Lambda writes of what it throws: never an address. */
import { inspect } from 'node:util';
import type { Context } from 'aws-lambda';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { lambda } from '../../functions/middleware.ts';
import { telemetryOf } from '../../functions/telemetry.ts';
import { systemClock } from '../../shared/aws/system-clock.ts';
import { MalformedEvent } from '../../shared/core/events/event-schema.ts';

const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
const err = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
vi.stubEnv('POWERTOOLS_LOGGER_LOG_EVENT', 'true');
afterEach(() => {
  out.mockClear();
  err.mockClear();
});
afterAll(() => {
  vi.unstubAllEnvs();
});

const address = 'hana@example.com';
const event = { Records: [{ messageId: 'm-1', body: `{"customer":{"email":"${address}"}}` }] };
const context = { functionName: 'sender', awsRequestId: 'r-1' } as Context;

/** Lambda prints the error's name, message, stack and its own properties: `inspect` shows all of them, and more. */
async function invoke(body: () => Promise<unknown>) {
  const handler = lambda<unknown, unknown>(telemetryOf('tsunagu-mori-dev', systemClock), body);
  const thrown = await Promise.resolve(handler(event, context)).then(
    () => undefined,
    (error: unknown) => error,
  );
  const lines = [...out.mock.calls, ...err.mock.calls].map(([line]) => String(line)).join('\n');
  return { thrown, written: `${lines}\n${inspect(thrown, { depth: 9, showHidden: true })}` };
}

const sentence = `cannot reach ${address}`;
const named = (name: string, more: object = {}) => Object.assign(new Error(sentence), { name, ...more });

const failures: readonly (readonly [what: string, thrown: unknown, name: string])[] = [
  ['a plain error', new Error(sentence), 'Error'],
  ['an error of the language', new TypeError(sentence), 'TypeError'],
  ['an error of Node with a code', named('Error', { code: 'ENOTFOUND', host: address }), 'Error'],
  [
    'an error of the AWS SDK',
    named('ValidationException', { $response: { body: sentence }, $metadata: { httpStatusCode: 400 } }),
    'ValidationException',
  ],
  ['an error with a cause', new Error('no answer', { cause: new Error(sentence) }), 'Error'],
  ['several errors in one', new AggregateError([new Error(sentence)], sentence), 'AggregateError'],
  ['an error of several lines', new Error(`no\n    at ${address}:1:1\n${address}`), 'Error'],
  ['what is no error', sentence, 'Error'],
  ['an object', { message: sentence }, 'Error'],
];

test.each(failures)('%s tells neither log its address', async (_, thrown, name) => {
  const answer = await invoke(async () => {
    throw thrown;
  });
  expect(answer.written).toContain('"message":"failed"');
  expect(answer.written).not.toContain('hana');
  expect(answer.thrown).toBeInstanceOf(Error);
  expect(answer.thrown).toMatchObject({ name });
});

test('an error of our own is thrown with its sentence and the place it came from', async () => {
  const answer = await invoke(async () => {
    throw new MalformedEvent('mend order.id');
  });
  expect(answer.thrown).toMatchObject({ name: 'MalformedEvent', message: 'mend order.id' });
  expect(String((answer.thrown as Error).stack)).toMatch(
    /^MalformedEvent: mend order\.id\n {4}at .*middleware\.test\.ts:\d+/,
  );
});

test('an event is never logged, also where the environment asks for it', async () => {
  const answer = await invoke(async () => 'done');
  expect(answer.thrown).toBeUndefined();
  expect(answer.written).not.toContain('hana');
});
