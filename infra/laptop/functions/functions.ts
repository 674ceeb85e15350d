/** All functions of the product: their workers, what feeds them, and how a request of theirs is known. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { eventSources, timeout_s } from '../../stack/event-sources.ts';
import type { FunctionName } from '../../stack/names.ts';
import type { Answer, Caller, Request } from '../http/message.ts';
import type { LifeKind } from '../life.ts';
import type { ThreadLine } from '../line/line.ts';
import type { Queue } from '../queues/queue.ts';
import type { LocalQueues } from '../queues/queues.ts';
import type { InvokeByName } from '../services/lambda.ts';
import type { SweepWatch } from '../table/sweep-watch.ts';
import type { Agenda } from '../time/agenda.ts';
import type { CloudClock } from '../time/clock.ts';
import type { SweepMoment, Work } from '../time/stepper.ts';
import { workerKeyPrefix } from '../worker-key.ts';
import { type EnvironmentOptions, workerEnvironment } from './environment.ts';
import { FunctionPool } from './function-pool.ts';
import { Invocations } from './invocations.ts';
import { invokerByName } from './invoke-by-name.ts';
import { Poller } from './poller.ts';
import { isPublic, PublicLinks } from './public-links.ts';
import { sweepCaller } from './sweep-caller.ts';
import { WaitingRoom } from './waiting-room.ts';
import { workOf } from './work.ts';

/** One each; where workers are killed, two race to send. */
const workersOf = (name: FunctionName, kind: LifeKind) => (name === 'sender' && kind === 'child' ? 2 : 1);

export interface FunctionsParts {
  readonly environment: EnvironmentOptions;
  /** Folder that holds `<function>/make-handler.ts`, or `.mjs`. */
  readonly handlers: string;
  readonly kind: LifeKind;
  /** A worker's ways to the cloud beside the wire. */
  readonly lines: () => readonly ThreadLine[];
  readonly queues: LocalQueues;
  readonly clock: CloudClock;
  readonly agenda: Agenda;
  readonly watch: SweepWatch;
  readonly report: (line: string) => void;
  /** Called when an invocation has ended. */
  readonly changed: () => void;
}

export interface Functions {
  readonly work: Work;
  readonly sweep: SweepMoment;
  /** The earliest moment of any work that waits in a queue or runs. */
  readonly oldestWork_ms: () => number | undefined;
  /** Answers requests to the public links; undefined for others. */
  readonly publicLinks: (request: Request) => Promise<Answer> | undefined;
  readonly invokeByName: InvokeByName;
  readonly callerOf: (accessKeyId: string | undefined) => Caller;
  /** Ends the worker that signs with this key in the middle of its invocation; false when none runs. */
  readonly kill: (accessKeyId: string) => boolean;
  stop(): Promise<void>;
}

function handlerFile(folder: string, name: FunctionName): string {
  const [typed, plain] = ['make-handler.ts', 'make-handler.mjs'].map((file) => path.join(folder, name, file));
  return existsSync(plain as string) ? (plain as string) : (typed as string);
}

function poolsOf({
  environment,
  handlers,
  kind,
  lines,
  report,
}: FunctionsParts): Record<FunctionName, FunctionPool> {
  const pool = (name: FunctionName) => {
    const workers = Array.from({ length: workersOf(name, kind) }, (_, nth) => ({
      file: handlerFile(handlers, name),
      env: () => workerEnvironment(environment, name, `${workerKeyPrefix}.${name}.${nth}`),
      lines,
      timeout_s: timeout_s[name],
      verbose: environment.verbose,
      kind,
    }));
    return new FunctionPool(workers, (error) => report(`${name} failed: ${error}`));
  };
  return {
    ingest: pool('ingest'),
    sender: pool('sender'),
    feedback: pool('feedback'),
    pages: pool('pages'),
    reconcile: pool('reconcile'),
  };
}

function workerOf(accessKeyId: string | undefined): { name: FunctionName; nth: number } | undefined {
  const [prefix, name, nth] = accessKeyId?.split('.') ?? [];
  return prefix === workerKeyPrefix ? { name: name as FunctionName, nth: Number(nth) } : undefined;
}

export function startFunctions(parts: FunctionsParts): Functions {
  const { environment, queues, clock, agenda, watch, changed } = parts;
  const { settings, names } = environment;
  const pools = poolsOf(parts);
  const invocations = new Invocations();
  const waitingRoom = new WaitingRoom();
  const sources = eventSources(settings).map((source) => ({
    source,
    queue: queues.get(names.queue(source.queue)) as Queue,
    pool: pools[source.function],
  }));
  const pollers = sources.map(
    (source) => new Poller({ ...source, invocations, waitingRoom, clock, agenda, ended: changed }),
  );
  const links = new PublicLinks(pools.pages, invocations, changed);
  const outside: Caller = {
    worker: false,
    get now_ms() {
      return clock.now_ms();
    },
  };
  return {
    work: workOf(pollers, invocations),
    sweep: sweepCaller({
      pool: pools.reconcile,
      watch,
      invocations,
      names,
      store: settings.store,
      ended: changed,
    }),
    oldestWork_ms() {
      const all = [invocations.oldest_ms, ...sources.map(({ queue }) => queue.oldest_ms())];
      const known = all.filter((at_ms) => at_ms !== undefined);
      return known.length === 0 ? undefined : Math.min(...known);
    },
    publicLinks: (request) => (isPublic(request.path) ? links.answer(request) : undefined),
    invokeByName: invokerByName(pools, names, invocations, changed),
    callerOf(accessKeyId) {
      const worker = workerOf(accessKeyId);
      if (!worker) return outside;
      const now_ms = pools[worker.name]?.momentOf(worker.nth) ?? clock.now_ms();
      return { worker: true, now_ms };
    },
    kill(accessKeyId) {
      const worker = workerOf(accessKeyId);
      return worker !== undefined && (pools[worker.name]?.kill(worker.nth) ?? false);
    },
    async stop() {
      await Promise.all(Object.values(pools).map((pool) => pool.stop()));
    },
  };
}
