/** What a function writes down where its body fails, and what Lambda writes of what it throws: never an address. */
import { inspect } from 'node:util';
import type { Context } from 'aws-lambda';
import { afterEach, expect, test, vi } from 'vitest';
import { lambda } from '../../functions/middleware.ts';
import { telemetryOf } from '../../functions/telemetry.ts';
import { systemClock } from '../../shared/aws/system-clock.ts';
import { MalformedEvent } from '../../shared/core/events/event-schema.ts';

const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
const err = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
afterEach(() => {
  out.mockClear();
  err.mockClear();
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

test('an event is never logged', async () => {
  const answer = await invoke(async () => 'done');
  expect(answer.thrown).toBeUndefined();
  expect(answer.written).not.toContain('hana');
});

test('a line says in which request it was written, and whether that was the first', async () => {
  const telemetry = telemetryOf('tsunagu-mori-dev', systemClock);
  const handler = lambda<unknown, unknown>(telemetry, async () => telemetry.log.info('here', { id: 'x' }));
  for (const awsRequestId of ['r-1', 'r-2']) await handler(event, { awsRequestId } as Context);
  const about = { level: 'INFO', message: 'here', service: 'tsunagu-mori-dev', id: 'x' };
  expect(out.mock.calls.map(([line]) => JSON.parse(String(line)))).toMatchObject([
    { ...about, function_request_id: 'r-1', cold_start: true },
    { ...about, function_request_id: 'r-2', cold_start: false },
  ]);
});

test('no field takes the place of what every line has', () => {
  telemetryOf('tsunagu-mori-dev', systemClock).log.warn('here', { level: 'INFO', service: 'x' });
  const [line] = err.mock.calls.map(([text]) => JSON.parse(String(text)));
  expect(line).toMatchObject({ level: 'WARN', service: 'tsunagu-mori-dev' });
  expect(line.timestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
});

test('a quiet function writes warnings and errors alone', () => {
  const { log, metrics, flush } = telemetryOf('tsunagu-mori-dev', systemClock, true);
  log.did('sent', 't-1');
  metrics.count('Sent', 1, 'order-thanks');
  log.info('here');
  flush();
  log.warn('there');
  expect(out.mock.calls).toEqual([]);
  expect(err.mock.calls).toHaveLength(1);
});
