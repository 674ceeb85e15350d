/** Runs the deployed handlers themselves in this thread, on a clock that is set, and notes what each run asked of AWS. */
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Context } from 'aws-lambda';
import type { Temporal } from 'temporal-polyfill';
import { enterEnvironment } from '../../../../shared/settings/process-environment.ts';
import type { Settings } from '../../../../shared/settings/settings.ts';
import { timeout_s } from '../../../stack/event-sources.ts';
import { type FunctionName, namesOf, type StackNames } from '../../../stack/names.ts';
import { type LabCloud, startLabCloud } from './cloud.ts';
import { labEnvironment } from './environment.ts';
import { listening } from './listening.ts';
import type { CloudPage } from './notebook.ts';

/** What one invocation came to. */
export interface Invoked extends CloudPage {
  /** What the handler returned. */
  readonly answer: unknown;
  /** Lines it wrote. */
  readonly log: readonly string[];
  /** Processor time of this thread alone, as measured. */
  readonly processor_ms: number;
  /** How long it waited for its turn to send. */
  readonly paced_ms: number;
}

export interface Lab {
  readonly settings: Settings;
  readonly names: StackNames;
  readonly cloud: LabCloud;
  /** The functions' time. Set it at will. */
  now: Temporal.Instant;
  /** `fired`: timers that are gone before it begins. */
  invoke(name: FunctionName, event: unknown, fired?: readonly string[]): Promise<Invoked>;
  stop(): Promise<void>;
}

/** Thrown when a second lab is asked for: packages read the process's environment once. */
class LabInUse extends Error {
  override readonly name = 'LabInUse';
  readonly code = 'LAB_IN_USE';
}

const functionsFolder = path.join(import.meta.dirname, '..', '..', '..', '..', 'functions');
let used = false;

/** Starts the one lab of this process. Throws {@link LabInUse}. */
export async function startLab(settings: Settings, startAt: Temporal.Instant): Promise<Lab> {
  if (used) throw new LabInUse('A process has one lab: share it, or begin another process.');
  used = true;
  const names = namesOf(settings);
  const cloud = await startLabCloud(settings);
  const environment = labEnvironment(settings, names, cloud.url);
  const leaveEnvironment = enterEnvironment(environment);
  const time = { now: startAt, paced_ms: 0 };
  const handlerOf = handlers({ clock: clockOf(time), environment });
  return {
    settings,
    names,
    cloud,
    get now() {
      return time.now;
    },
    set now(moment) {
      time.now = moment;
    },
    async invoke(name, event, fired = []) {
      const handler = await handlerOf(name);
      await cloud.turn(fired);
      time.paced_ms = 0;
      const log: string[] = [];
      const before = process.threadCpuUsage();
      const answer = await listening(log, () => handler(event, contextOf(names, name)));
      const { user, system } = process.threadCpuUsage(before);
      const page = await cloud.turn([]);
      return { ...page, answer, log, processor_ms: (user + system) / 1000, paced_ms: time.paced_ms };
    },
    async stop() {
      leaveEnvironment();
      await cloud.stop();
    },
  };
}

/** Whoever sleeps wakes at once, later. */
const clockOf = (time: { now: Temporal.Instant; paced_ms: number }) => ({
  now: () => time.now,
  sleep: async (delay_ms: number) => {
    const milliseconds = Math.max(0, Math.ceil(delay_ms));
    time.now = time.now.add({ milliseconds });
    time.paced_ms += milliseconds;
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
