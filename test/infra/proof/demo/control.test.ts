import { Temporal } from 'temporal-polyfill';
import { expect, onTestFinished, test } from 'vitest';
import { ControlFailed, controlOf } from '../../../../infra/proof/demo/control.ts';
import { answering } from './answering.ts';
import { stats } from './seen.ts';

type Answer = { status?: number; body: unknown };

async function controlAnswering(answer: (path: string, body: string) => Answer | undefined) {
  const server = await answering(
    ({ path, body }) => answer(path, body) ?? { status: 404, body: { error: 'unknown' } },
  );
  onTestFinished(() => server.stop());
  return { control: controlOf(server.url, new AbortController().signal), asked: server.asked };
}

test('the clock is moved to a moment, and settled by moving it nowhere', async () => {
  const { control, asked } = await controlAnswering(() => ({ body: { now: '2026-01-01T00:00:00Z' } }));
  await control.moveTo(Temporal.Instant.from('2026-01-01T00:00:00Z'));
  await control.settle();
  expect(asked.map(({ method, body }) => [method, body])).toEqual([
    ['POST', '{"to":"2026-01-01T00:00:00Z","settle":false}'],
    ['POST', '{"advance":"PT0S"}'],
  ]);
});

test('a moment that real time has passed already is no error', async () => {
  const { control, asked } = await controlAnswering((path, body) => {
    if (path === '/_local/clock' && body.includes('"to"')) return { status: 400, body: { error: 'back' } };
    return { body: { now: '2026-01-01T00:00:02Z' } };
  });
  await control.moveTo(Temporal.Instant.from('2026-01-01T00:00:01Z'));
  expect(asked.map(({ method }) => method)).toEqual(['POST', 'GET', 'POST']);
  await expect(control.moveTo(Temporal.Instant.from('2026-01-02T00:00:00Z'))).rejects.toThrow(/400.*back/);
});

test('an unknown customer is undefined', async () => {
  const { control, asked } = await controlAnswering(() => undefined);
  expect(await control.customer('a/b')).toBeUndefined();
  expect(asked[0]?.path).toBe('/_local/customers/a%2Fb');
});

test('an answer of another shape says where it differs', async () => {
  const { control } = await controlAnswering(() => ({ body: { ...stats(), deadLetters: 'none' } }));
  await expect(control.stats()).rejects.toThrow(/_local\/stats .*deadLetters/);
});

test('an error is told with its words', async () => {
  const { control } = await controlAnswering(() => ({
    status: 500,
    body: { error: 'no mailbox', remedy: 'start anew' },
  }));
  const failure = control.mails();
  await expect(failure).rejects.toThrow(ControlFailed);
  await expect(failure).rejects.toThrow(/500.*no mailbox.*start anew/);
});
