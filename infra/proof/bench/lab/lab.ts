/** Runs the deployed handlers themselves in this process, on a clock that is set, and notes what each run asked of AWS. */
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Context } from 'aws-lambda';
import { Temporal } from 'temporal-polyfill';
import { localSettings } from '../../../../shared/settings/local-settings.ts';
import { enterEnvironment } from '../../../../shared/settings/process-environment.ts';
import type { Settings } from '../../../../shared/settings/settings.ts';
import { timeout_s } from '../../../stack/event-sources.ts';
import { type FunctionName, namesOf, type StackNames } from '../../../stack/names.ts';
import { startBenchDatabase } from './database.ts';
import { labEnvironment } from './environment.ts';
import { Notebook, type NotebookPage } from './notebook.ts';
import { startServices } from './services.ts';

/** What one invocation came to. `answer`: what the handler returned. */
export interface Invoked extends NotebookPage {
  readonly answer: unknown;
}

export interface Lab {
  readonly settings: Settings;
  readonly names: StackNames;
  /** The functions' time. Set it at will. */
  now: Temporal.Instant;
  invoke(name: FunctionName, event: unknown): Promise<Invoked>;
  stop(): void;
}

/** Thrown when a second lab is asked for: packages read the process's environment once. */
class LabInUse extends Error {
  override readonly name = 'LabInUse';
  readonly code = 'LAB_IN_USE';
}

const functionsFolder = path.join(import.meta.dirname, '..', '..', '..', '..', 'functions');
/** Noon in Tokyo, so that no quiet hours are near. */
const startAt = Temporal.Instant.from('2026-03-02T03:00:00Z');
let used = false;

/**
 * The functions hold the whole library, and two of its stories let in: the price of one step and of one story is asked,
 * and what several stories of one order cost together is a multiple of it.
 */
const scenarios = { '*': { on: false }, 'order-thanks': { on: true }, 'after-purchase': { on: true } };

/** Starts the one lab of this process. Throws {@link LabInUse}. */
export async function startLab(): Promise<Lab> {
  if (used) throw new LabInUse('A process has one lab: share it, or begin another process.');
  used = true;
  const settings = localSettings({ scenarios: scenarios });
  const names = namesOf(settings);
  const notebook = new Notebook(startAt);
  const database = await startBenchDatabase(notebook, names);
  const services = await startServices(notebook, database);
  const environment = labEnvironment(settings, names, services.url);
  const leaveEnvironment = enterEnvironment(environment);
  const handlerOf = handlers({ clock: clockOf(notebook), environment });
  return {
    settings,
    names,
    get now() {
      return notebook.now;
    },
    set now(moment) {
      notebook.now = moment;
    },
    async invoke(name, event) {
      const handler = await handlerOf(name);
      notebook.turn();
      const answer = await listening(notebook, () => handler(event, contextOf(names, name)));
      return { ...notebook.turn(), answer };
    },
    stop() {
      leaveEnvironment();
      services.stop();
      database.stop();
    },
  };
}

/** Whoever sleeps wakes at once, later. */
const clockOf = (notebook: Notebook) => ({
  now: () => notebook.now,
  sleep: async (delay_ms: number) => {
    notebook.now = notebook.now.add({ milliseconds: Math.max(0, Math.ceil(delay_ms)) });
  },
});

type Handler = (event: unknown, context: Context) => Promise<unknown>;

/** Each function is made once, when it is first asked for, as a process of Lambda does. */
function handlers(host: object): (name: FunctionName) => Promise<Handler> {
  const made = new Map<FunctionName, Promise<Handler>>();
  const make = async (name: FunctionName) => {
    const file = path.join(functionsFolder, name, 'make-handler.ts');
    const { makeHandler } = (await import(file)) as { makeHandler: (host: object) => Handler };
    return makeHandler(host);
  };
  return (name) => {
    const handler = made.get(name) ?? make(name);
    made.set(name, handler);
    return handler;
  };
}

/** What the function writes while it runs goes into the notebook instead of onto the terminal. */
async function listening<Result>(notebook: Notebook, run: () => Promise<Result>): Promise<Result> {
  const streams = [process.stdout, process.stderr];
  const writes = streams.map((stream) => stream.write);
  for (const stream of streams) {
    stream.write = ((chunk: string | Uint8Array) => {
      notebook.wrote(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8'));
      return true;
    }) as typeof stream.write;
  }
  try {
    return await run();
  } finally {
    streams.forEach((stream, nth) => {
      stream.write = writes[nth] as typeof stream.write;
    });
  }
}

function contextOf(names: StackNames, name: FunctionName): Context {
  const functionName = names.function(name);
  return {
    functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:us-east-1:000000000000:function:${functionName}`,
    memoryLimitInMB: '512',
    awsRequestId: randomUUID(),
    logGroupName: `/aws/lambda/${functionName}`,
    logStreamName: 'lab',
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => timeout_s[name] * 1000,
    done: () => undefined,
    fail: () => undefined,
    succeed: () => undefined,
  };
}
