/**
 * One execution environment of one function, in a thread or a process of its own: makes the handler and runs one invocation
 * at a time. The clock it hands to it is the cloud's: the moment of the invocation, and what it slept since.
 */
import { flushCompileCache } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { Context } from 'aws-lambda';
import { Temporal } from 'temporal-polyfill';
import { processEnvironment } from '../../shared/settings/process-environment.ts';
import type { FromWorker, ToWorker } from './functions/worker-protocol.ts';
import { callByLine } from './line/call-by-line.ts';
import { hearParent, linesGiven, liveWithParent, tellParent } from './parent.ts';
import { signNothing } from './unsigned.ts';

let now_ms = 0;
let slept_ms = 0;

const clock = {
  now: () => Temporal.Instant.fromEpochMilliseconds(now_ms + slept_ms),
  // Virtual: whoever sleeps wakes at once, later.
  sleep: async (delay_ms: number) => {
    if (delay_ms > 0) slept_ms += Math.ceil(delay_ms);
  },
};
const environment = processEnvironment();

const post = (message: FromWorker) => tellParent(message);

function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

function contextOf(invocation: ToWorker): Context {
  const started_ms = performance.now();
  const name = environment.AWS_LAMBDA_FUNCTION_NAME ?? '';
  const unused = () => undefined;
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionName: name,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:us-east-1:000000000000:function:${name}`,
    memoryLimitInMB: environment.AWS_LAMBDA_FUNCTION_MEMORY_SIZE ?? '512',
    awsRequestId: invocation.id,
    logGroupName: `/aws/lambda/${name}`,
    logStreamName: 'local',
    getRemainingTimeInMillis: () =>
      Math.max(0, Math.round(invocation.timeout_ms - (performance.now() - started_ms) - slept_ms)),
    done: unused,
    fail: unused,
    succeed: unused,
  };
}

type Handler = (event: unknown, context: Context) => Promise<unknown>;

async function load(file: string): Promise<Handler> {
  const { makeHandler } = (await import(pathToFileURL(file).href)) as { makeHandler?: unknown };
  if (typeof makeHandler === 'function') return makeHandler({ clock, environment });
  throw new Error(`${file} exports no function "makeHandler"`);
}

async function serve(file: string): Promise<void> {
  if (environment.TSUNAGU_LOCAL_UNSIGNED) signNothing(environment.AWS_ACCESS_KEY_ID ?? '');
  callByLine(linesGiven());
  let handler: Handler;
  try {
    handler = await load(file);
  } catch (error) {
    console.error(error);
    post({ kind: 'broken', error: describe(error) });
    return;
  }
  hearParent(async (invocation: ToWorker) => {
    now_ms = invocation.now_ms;
    slept_ms = 0;
    try {
      const value = await handler(invocation.event, contextOf(invocation));
      post({ kind: 'done', id: invocation.id, value: value ?? null });
    } catch (error) {
      console.error(error);
      post({ kind: 'failed', id: invocation.id, error: describe(error) });
    }
  });
  post({ kind: 'ready' });
  // A worker does not end by itself, which is when Node would keep its compiled code.
  flushCompileCache();
}

liveWithParent();
await serve(process.argv[2] ?? '');
